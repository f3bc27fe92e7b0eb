import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { commonWordsFile, idsFile, wordListFile } from '../../src/search/index-names.ts'
import { openIndex, type Pagefind } from '../../src/search/pagefind.ts'
import { nearestWord } from '../../src/search/repair.ts'
import { type Search, searchOf } from '../../src/search/search.ts'
import { frontDecode, readWordList } from '../../src/search/word-list.ts'

// Pagefind's own script fetches its files; those on this machine are read.
const fetchFromNetwork = globalThis.fetch
globalThis.fetch = async (address, options) => {
  const path = String(address)
  if (!path.startsWith('file:')) return fetchFromNetwork(address, options)
  return new Response(await readFile(fileURLToPath(path.replace(/\?.*$/, ''))))
}

let opened = 0

/** Pagefind's own script and engine over the index in a folder; each time anew. */
export async function pagefindAt(
  folder: string,
): Promise<{ pagefind: Pagefind; basePath: string }> {
  const basePath = pathToFileURL(`${folder}/`).href
  opened += 1
  return { pagefind: await import(`${basePath}pagefind.js?${opened}`), basePath }
}

/** The search over the index of a built site, as a browser opens it. */
export async function searchAt(folder: string): Promise<Search> {
  const { pagefind, basePath } = await pagefindAt(folder)
  const text = (file: string) => readFile(join(folder, file), 'utf8')
  const index = await openIndex(
    pagefind,
    { basePath, noWorker: true },
    text(wordListFile).then(readWordList),
  )
  return searchOf(index, {
    repair: async () => ({
      nearestWord,
      common: new Set(frontDecode((await text(commonWordsFile)).split('\n'))),
    }),
    ids: async () => (await text(idsFile)).split('\n'),
  })
}
