import { commonWordsFile, engineFile, idsFile, indexFolder, wordListFile } from './index-names.ts'
import type { Pagefind } from './pagefind.ts'
import type { Search } from './search.ts'

const base = import.meta.env.BASE_URL
const folder = `${base}${indexFolder}/`
let tries = 0

/** Opens this site’s index. Rejects if a part of it can’t be loaded; the next call tries again. */
export async function openSearch(): Promise<Search> {
  // A browser doesn't retry a module that failed to load, so a retry needs another address.
  const again = tries > 0 ? `?again=${tries}` : ''
  tries += 1
  const script: Promise<Pagefind> = import(/* @vite-ignore */ `${folder}pagefind.js${again}`)
  // Pagefind loads its engine, the largest file, only after two others. It reports an error if this fails.
  fetch(folder + engineFile).catch(() => {})
  const words = textOf(wordListFile)
  words.catch(() => {})
  const [pagefind, layer] = await Promise.all([script, loadLayer()])
  const options = { basePath: folder, baseUrl: base, noWorker: true }
  const index = await layer.openIndex(pagefind, options, words.then(layer.readWordList))
  const lines = async (file: string) => (await textOf(file)).split('\n')
  return layer.searchOf(index, {
    commonWords: async () => new Set(layer.frontDecode(await lines(commonWordsFile))),
    ids: () => lines(idsFile),
  })
}

// The path is concatenated, so that Vite leaves out its preload helper of 1.7 kB, as for the dialog.
const loadLayer = (): Promise<typeof import('./layer.ts')> => import('./layer' + '.ts')

/** The current text of a file of the index, whose name stays the same when the list changes. */
async function textOf(file: string): Promise<string> {
  const response = await fetch(folder + file, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`Unexpected status ${response.status} of ${response.url}.`)
  return response.text()
}
