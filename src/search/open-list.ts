import type { PlainEntry } from '../text/plain-entry.ts'
import { type Engine, openEngine } from './engine.ts'
import { buildIndex } from './index-files.ts'
import { indexReader } from './index-reader.ts'
import type { Surroundings } from './record.ts'

/** Opens an engine over entries without writing or serving anything. */
export function openList(
  entries: readonly PlainEntry[],
  surroundings: Surroundings,
): Promise<Engine> {
  const contents = new Map(
    buildIndex(entries, surroundings).files.map(({ path, content }) => [path, content]),
  )
  const reader = indexReader(async (path) => {
    const content = contents.get(path)
    if (!content) throw new Error(`Unexpected request for ${path}.`)
    return content
  })
  return openEngine(reader, '/')
}
