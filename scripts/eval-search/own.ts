import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Corpus } from '../../src/search/corpus.ts'
import { type Engine, openEngine } from '../../src/search/engine.ts'
import { indexReader } from '../../src/search/index-reader.ts'
import { indexFolder } from '../../src/search/integration.ts'
import { openList } from '../../src/search/open-list.ts'
import { parseState } from '../../src/search/state.ts'
import type { Finder } from './finder.ts'
import { depth } from './measures.ts'

/** This site's search over an index that is made now, as a build makes it. */
export async function ownFinder({ entries, surroundings }: Corpus): Promise<Finder> {
  return finderOf(await openList(entries, surroundings))
}

/** This site's search over the index of a built site. */
export async function builtFinder(folder: string): Promise<Finder> {
  const reader = indexReader(
    async (path) => new Uint8Array(await readFile(join(folder, indexFolder, path))),
  )
  return finderOf(await openEngine(reader, '/'))
}

function finderOf(engine: Engine): Finder {
  return {
    name: 'this site',
    async find(query) {
      const { fit, load } = await engine.answer({ ...parseState(''), query })
      // What is shown as only near is no result: the page's links say so too.
      if (fit === 'near') return []
      return (await load(0, depth)).map(({ url }) => url.replace(/^.*\/papers\/|\/$/g, ''))
    },
  }
}
