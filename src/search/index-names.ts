/** The folder, below the site's base, that the index is served from. */
export const indexFolder = 'search-index'

/** The words and phrases that exist: what `writeWordList` writes. */
export const wordListFile = 'words.json'

/** The stems of words that are spelt right whether the list has them or not, shortened. */
export const commonWordsFile = 'common-words.json'

/** The ids of all papers in the order of the list, a line each. */
export const idsFile = 'ids.txt'
