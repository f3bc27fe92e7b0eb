import { z } from 'zod'

/** The front matter of `content/topics/<id>.mdx`: one shelf of the list. */
export const topicFacts = z.strictObject({
  /** The name that readers see. */
  name: z.string().min(1),
  /** Its position among the topics, from 1. */
  order: z.coerce
    .number()
    .int('expected a whole number from 1')
    .positive('expected a whole number from 1'),
  /** What is on the shelf, in one line. */
  description: z.string().min(1),
  /** The rule that says which papers belong here. */
  include: z.string().min(1),
  /** What belongs on other shelves, and on which. */
  exclude: z.string().min(1),
})

/** A topic with its id, the name of its file. */
export interface Topic extends z.infer<typeof topicFacts> {
  id: string
  /** The Markdown below the front matter, if it was read. */
  introduction?: string
}

/** The front matter of `content/pages/<id>.mdx`, a page of prose about the list. */
export const pageFacts = z.strictObject({
  /** The title of the page. */
  title: z.string().min(1),
})

/** The ids of the pages of prose that every list has. */
export const prosePages = ['about', 'how-search-works'] as const
