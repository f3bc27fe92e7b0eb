import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { commonWordsFile, idsFile, wordListFile } from '../../src/search/index-names.ts'
import { openIndex, type Pagefind } from '../../src/search/pagefind.ts'
import { type Search, searchOf } from '../../src/search/search.ts'
import { frontDecode, readWordList } from '../../src/search/word-list.ts'

// Pagefind's script uses `fetch`, which can't read local files.
const fetchFromNetwork = globalThis.fetch
globalThis.fetch = async (address, options) => {
  const path = String(address)
  if (!path.startsWith('file:')) return fetchFromNetwork(address, options)
  return new Response(await readFile(fileURLToPath(path.replace(/\?.*$/, ''))))
}

let opened = 0

/** Loads a new instance of Pagefind's script for the index in a folder. */
export async function openPagefind(
  folder: string,
): Promise<{ pagefind: Pagefind; basePath: string }> {
  const basePath = pathToFileURL(`${folder}/`).href
  opened += 1
  return { pagefind: await import(`${basePath}pagefind.js?${opened}`), basePath }
}

/** Opens the search index in a folder, as a browser does. */
export async function openSearch(folder: string): Promise<Search> {
  const { pagefind, basePath } = await openPagefind(folder)
  const text = (file: string) => readFile(join(folder, file), 'utf8')
  const index = await openIndex(
    pagefind,
    { basePath, noWorker: true },
    text(wordListFile).then(readWordList),
  )
  return searchOf(index, {
    commonWords: async () => new Set(frontDecode((await text(commonWordsFile)).split('\n'))),
    ids: async () => (await text(idsFile)).split('\n'),
  })
}
