import { close, createIndex } from 'pagefind'
import type { Corpus } from '../../src/search/corpus.ts'
import { fieldWeights, itemsOf } from '../../src/search/fields.ts'
import { meaningsOf, phraseBook } from '../../src/search/synonyms.ts'
import { cutoff } from './evaluate.ts'
import { openPagefind } from './open-in-node.ts'

/** Escapes a text for Pagefind, and turns superscripts into digits: `ALR²` becomes `ALR2`. */
const escaped = (text: string) =>
  text.normalize('NFKC').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/**
 * Creates the baseline: an index of the same records by Pagefind alone, with every field, its weight, and the synonyms of the
 * vocabulary. Returns a search with Pagefind's defaults, which returns ids, best first.
 */
export async function createStockSearch(
  corpus: Corpus,
  folder: string,
): Promise<(query: string) => Promise<string[]>> {
  const meanings = meaningsOf(corpus.vocabulary, corpus.concepts)
  const book = phraseBook(meanings)
  const { index } = await createIndex({ forceLanguage: corpus.language })
  const paragraph = (text: string, weight: number) =>
    `<p data-pagefind-weight="${weight}">${escaped(text)}</p>`
  for (const entry of corpus.entries) {
    const items = itemsOf(entry, corpus)
    const found = items.flatMap(({ words }) => book(words).map(({ meaning }) => meaning))
    const others = [...new Set(found)].flatMap((meaning) => meanings[meaning]?.phrases ?? [])
    const texts = items.map(({ field, text }) => paragraph(text, fieldWeights[field]))
    const title = `<i data-pagefind-meta="title[title]" title="${escaped(items[0]?.text ?? '')}"></i>`
    const body = [title, ...texts, paragraph(others.join('. '), 0.5)].join('')
    await index?.addHTMLFile({
      url: `/papers/${entry.id}/`,
      content: `<html lang="${corpus.language}"><body>${body}</body></html>`,
    })
  }
  await index?.writeFiles({ outputPath: folder })
  await close()
  const { pagefind, basePath } = await openPagefind(folder)
  await pagefind.options({ basePath, noWorker: true })
  await pagefind.init()
  return async (query) => {
    const { results } = await pagefind.search(query)
    const loaded = await Promise.all(results.slice(0, cutoff).map((result) => result.data()))
    return loaded.map(({ url }) => url.split('/').at(-2) ?? '')
  }
}
