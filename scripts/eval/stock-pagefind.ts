import { close, createIndex } from 'pagefind'
import type { Corpus } from '../../src/search/corpus.ts'
import { fieldWeights, itemsOf } from '../../src/search/fields.ts'
import { meaningsOf, phraseBook } from '../../src/search/synonyms.ts'
import { cutoff } from './evaluate.ts'
import { pagefindAt } from './open-in-node.ts'

/** A text for Pagefind, its superscripts as they are typed: `ALR²` as `ALR2`. */
const escaped = (text: string) =>
  text.normalize('NFKC').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/**
 * Writes Pagefind's index of the same records as readers' words: every field with its weight, `asks` included, and the other
 * names that the vocabulary knows for what a paper says.
 */
export async function writeStockIndex(corpus: Corpus, folder: string) {
  const { language } = corpus
  const meanings = meaningsOf(corpus.vocabulary, corpus.concepts)
  const book = phraseBook(meanings)
  const { index } = await createIndex({ forceLanguage: language })
  if (!index) throw new Error('Pagefind did not start.')
  for (const entry of corpus.entries) {
    const items = itemsOf(entry, corpus)
    const blocks = items.map(
      ({ field, text }) => `<p data-pagefind-weight="${fieldWeights[field]}">${escaped(text)}</p>`,
    )
    const found = items.flatMap(({ words }) => book(words).map(({ meaning }) => meaning))
    const others = [...new Set(found)].flatMap((meaning) => meanings[meaning]?.phrases ?? [])
    const title = escaped(items[0]?.text ?? '')
    await index.addHTMLFile({
      url: `/papers/${entry.id}/`,
      content: `<html lang="${language}"><body><i data-pagefind-meta="title[title]" title="${title}"></i>${blocks.join('')}<p data-pagefind-weight="0.5">${others.map(escaped).join('. ')}</p></body></html>`,
    })
  }
  await index.writeFiles({ outputPath: folder })
  await close()
}

/** What Pagefind with its defaults finds in the index that `writeStockIndex` wrote: ids, best first. */
export async function stockFinder(folder: string): Promise<(query: string) => Promise<string[]>> {
  const { pagefind, basePath } = await pagefindAt(folder)
  await pagefind.options({ basePath, noWorker: true })
  await pagefind.init()
  return async (query) => {
    const { results } = await pagefind.search(query)
    const shown = await Promise.all(results.slice(0, cutoff).map((result) => result.data()))
    return shown.map(({ url }) => url.split('/').at(-2) ?? '')
  }
}
