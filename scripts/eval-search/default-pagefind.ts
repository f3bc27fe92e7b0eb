import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { close, createIndex } from 'pagefind'
import type { Corpus } from '../../src/search/corpus.ts'
import { fieldTexts } from '../../src/search/record.ts'
import type { Finder } from './finder.ts'
import { depth } from './measures.ts'

/** What of Pagefind's browser API is used here. @see https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: { basePath: string; noWorker: boolean }): Promise<void>
  init(): Promise<void>
  search(
    text: string,
  ): Promise<{ results: { data(): Promise<{ meta: Record<string, string> }> }[] }>
}

/** Writes Pagefind's index with its defaults, and its script and engine, into a folder. */
export async function writePagefind({ entries, surroundings }: Corpus, folder: string) {
  const { index } = await createIndex({ forceLanguage: surroundings.language })
  if (!index) throw new Error('Pagefind did not start.')
  for (const entry of entries) {
    const { text = '', asks: _, ...meta } = fieldTexts(entry, surroundings)
    await index.addCustomRecord({
      url: `/papers/${entry.id}/`,
      language: surroundings.language,
      content: text,
      meta: { ...(meta as Record<string, string>), id: entry.id },
    })
  }
  await index.writeFiles({ outputPath: folder })
  await close()
}

/** Pagefind with its defaults over what an entry says; its own script and engine answer, from files on this machine. */
export async function pagefindFinder(corpus: Corpus): Promise<Finder & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'pagefind-'))
  await writePagefind(corpus, folder)
  const fetchFile = globalThis.fetch
  globalThis.fetch = async (address, options) => {
    const path = String(address)
    if (!path.startsWith('file:')) return fetchFile(address, options)
    return new Response(await readFile(fileURLToPath(path.replace(/\?.*$/, ''))))
  }
  const base = pathToFileURL(`${folder}/`).href
  const pagefind: Pagefind = await import(`${base}pagefind.js`)
  await pagefind.options({ basePath: base, noWorker: true })
  await pagefind.init()
  return {
    name: 'Pagefind',
    async find(query) {
      const { results } = await pagefind.search(query)
      const shown = await Promise.all(results.slice(0, depth).map((result) => result.data()))
      return shown.map(({ meta }) => meta['id'] ?? '')
    },
    async close() {
      globalThis.fetch = fetchFile
      await rm(folder, { recursive: true, force: true })
    },
  }
}
