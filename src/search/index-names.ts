/** The folder, below the site's base, that the index is served from. */
export const indexFolder = 'search-index'

/** Pagefind's engine, for words of any language. */
export const engineFile = 'wasm.unknown.pagefind'

/** The word list, as `packWords` makes it. */
export const wordListFile = 'words.json'

/** The stems of words that are never corrected, front coded. */
export const commonWordsFile = 'common-words.json'

/** The ids of all papers in the order of the list, one a line. */
export const idsFile = 'ids.txt'

/** Pagefind's ranking options: tokens match exactly, weights are summed and saturated, and the records already account for length. */
export const ranking = {
  termSimilarity: 4,
  pageLength: 0,
  termSaturation: 1.8,
  termFrequency: 1,
  diacriticSimilarity: 0,
  metaWeights: {},
}
