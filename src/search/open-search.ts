import { commonWordsFile, engineFile, idsFile, wordListFile } from './index-names.ts'
import type { Pagefind } from './pagefind.ts'
import type { Answer, Hit, Search } from './search.ts'
import type { SearchState } from './url-state.ts'

/** The result of a query. */
export interface SearchReply {
  /** The state that was searched for. */
  state: SearchState
  answer: Answer
  /** The first results. */
  hits: Hit[]
}

/**
 * Searches the index in a folder while a reader types: only the last query is answered. An index that failed to load is
 * opened again for the next query.
 */
export function liveSearch(folder: string, base: string) {
  let opened: ReturnType<typeof openSearch> | undefined
  let tries = 0
  let turn = 0
  const open = () => {
    tries += 1
    opened ??= openSearch(folder, base, tries)
    return opened
  }
  return {
    /** Opens the index before the first query. That query reports an error if this fails. */
    prepare: () => void open().search.catch(() => {}),
    /** Cancels the last query. */
    callOff() {
      turn += 1
    },
    /** Gives the first results; undefined if a newer query was made meanwhile. Rejects when the index cannot be loaded. */
    async ask(state: SearchState, most: number): Promise<SearchReply | undefined> {
      turn += 1
      const mine = turn
      const used = open()
      try {
        const answer = await (await used.search).answer(state)
        const hits = await answer.load(0, most)
        return mine === turn ? { state, answer, hits } : undefined
      } catch (error) {
        used.close()
        if (opened === used) opened = undefined
        if (mine === turn) throw error
        return undefined
      }
    },
  }
}

function openSearch(folder: string, base: string, tries: number) {
  // A browser doesn't retry a module that failed to load, so a retry needs another address.
  const again = tries > 1 ? `?again=${tries}` : ''
  const script: Promise<Pagefind> = import(/* @vite-ignore */ `${folder}pagefind.js${again}`)
  // Pagefind loads its engine, the largest file, only after two others. It reports an error if this fails.
  fetch(folder + engineFile).catch(() => {})
  const words = fetchText(folder + wordListFile)
  words.catch(() => {})
  const open = async (): Promise<Search> => {
    const [pagefind, layer] = await Promise.all([script, loadLayer()])
    const options = { basePath: folder, baseUrl: base, noWorker: true }
    const index = await layer.openIndex(pagefind, options, words.then(layer.readWordList))
    const lines = async (file: string) => (await fetchText(folder + file)).split('\n')
    return layer.searchOf(index, {
      commonWords: async () => new Set(layer.frontDecode(await lines(commonWordsFile))),
      ids: () => lines(idsFile),
    })
  }
  return { search: open(), close: () => void script.then((one) => one.destroy()).catch(() => {}) }
}

// The path is concatenated, so that Vite leaves out its preload helper of 1.7 kB, as for the dialog.
const loadLayer = (): Promise<typeof import('./layer.ts')> => import('./layer' + '.ts')

/** The current text of a file of the index, whose name stays the same when the list changes. */
async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`Unexpected status ${response.status} of ${address}.`)
  return response.text()
}
