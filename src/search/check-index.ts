import type { PlainEntry } from '../text/plain-entry.ts'
import { openEngine } from './engine.ts'
import type { SearchIndex } from './index-files.ts'
import { indexReader } from './index-reader.ts'
import { entryUrl } from './record.ts'
import { parseState } from './state.ts'

/** Thrown when an index would not hold every entry; its message names each entry that is missing. */
export class FailedIndex extends Error {
  override name = 'FailedIndex'
}

/** Up to this many entries each is asked for; of a longer list only a sample, so that it is checked as quickly. */
const longList = 200
const sample = 50

/**
 * Reads an index that was just built as a browser would, and asks it for its entries by their titles. Throws
 * `FailedIndex` when there are none, or when one isn't found.
 */
export async function checkIndex(
  { files }: SearchIndex,
  entries: readonly PlainEntry[],
): Promise<void> {
  if (entries.length === 0)
    throw new FailedIndex('Unexpected empty list, expected entries to index.')
  const contents = new Map(files.map(({ path, content }) => [path, content]))
  const reader = indexReader(async (path) => {
    const content = contents.get(path)
    if (!content) throw new FailedIndex(`Unexpected index without ${path}.`)
    return content
  })
  const engine = await openEngine(reader, '/')
  const lost: string[] = []
  const step = entries.length > longList ? Math.ceil(entries.length / sample) : 1
  for (let place = 0; place < entries.length; place += step) {
    const id = entries[place]?.id ?? ''
    const { fields, url } = await reader.paper(place)
    const { load } = await engine.answer({ ...parseState(''), query: fields.title ?? '' })
    const found = (await load(0, 10)).some((hit) => hit.url === entryUrl(id))
    if (url !== entryUrl(id) || !found) lost.push(id)
  }
  if (lost.length > 0)
    throw new FailedIndex(
      `Unexpected index, expected every entry. Not found by their titles: ${lost.join(', ')}.`,
    )
}
