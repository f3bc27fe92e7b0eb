/** The names of the index's files, below its folder. All are packed by gzip, so that they weigh the same from any server. */
export const lexiconFile = 'lexicon.pack'

/** A file of postings. */
export const postingsFile = (number: number) => `postings/${number}.pack`

/** What there is to show of the entry at a place. */
export const paperFile = (place: number) => `papers/${place}.pack`

/** Which entries have which facet values: a `PackedMembership`. */
export const membershipFile = 'facets.pack'

/** The places of all entries in the order of their titles. */
export const titleOrderFile = 'by-title.pack'

/** The common words of the language, whether the list has them or not: what `writeSpeltRight` writes. */
export const commonWordsFile = 'common-words.pack'

/** arXiv identifiers and DOIs, in lower case, each with the place of its entry. */
export const identifiersFile = 'identifiers.pack'
