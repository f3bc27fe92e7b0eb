/** The path of an entry's page, relative to the site's base. */
export const paperPath = (id: string) => `/papers/${id}/` as const

/** The path of a topic's page. */
export const topicPath = (id: string) => `/topics/${id}/` as const

/** The path of a tag's page. */
export const tagPath = (id: string) => `/tags/${id}/` as const

/** The path of a reading path's page. */
export const pathPath = (id: string) => `/paths/${id}/` as const
