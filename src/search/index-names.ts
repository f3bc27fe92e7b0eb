/** The folder, below the site's base, that the index is served from. */
export const indexFolder = 'search-index'

/** Pagefind's engine, for words of any language. */
export const engineFile = 'wasm.unknown.pagefind'

/** The words and phrases that exist: what `writeWordList` writes. */
export const wordListFile = 'words.json'

/** The stems of words that are spelt right whether the list has them or not, shortened. */
export const commonWordsFile = 'common-words.json'

/** The ids of all papers in the order of the list, a line each. */
export const idsFile = 'ids.txt'

/** What Pagefind is told about ranking: a token is found exactly, its weights are summed and saturated, and length is dealt with in the records. */
export const ranking = {
  termSimilarity: 4,
  pageLength: 0,
  termSaturation: 1.8,
  termFrequency: 1,
  diacriticSimilarity: 0,
  metaWeights: {},
}
