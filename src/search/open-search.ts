import { commonWordsFile, idsFile, wordListFile } from './index-names.ts'
import type { Pagefind } from './pagefind.ts'
import type { Answer, Hit, Search } from './search.ts'
import type { SearchState } from './url-state.ts'

/** Where the index of a site is. */
export interface IndexPlace {
  /** The path of the folder of the index, with a slash at its end. */
  folder: string
  /** The site's base path. */
  base: string
}

/** What came of a question. */
export interface Reply {
  /** What was asked. */
  state: SearchState
  answer: Answer
  /** The first results. */
  hits: Hit[]
}

/** Asks a search for one who keeps typing: only the last question is answered. */
export interface Asker {
  /** Opens the index ahead of the first question. */
  prepare(): void
  /** Asks for the first results; undefined when something else is asked meanwhile. Rejects when the index cannot be reached. */
  ask(state: SearchState, most: number): Promise<Reply | undefined>
  /** Leaves the last question without an answer. */
  callOff(): void
}

/** The asker of the index of a site. An index that failed is opened anew for the next question. */
export function askerOf(place: IndexPlace): Asker {
  let opened: { search: Promise<Search>; close(): void } | undefined
  let tries = 0
  let turn = 0
  const open = () => {
    tries += 1
    opened ??= openSearch(place, tries)
    return opened
  }
  return {
    // What fails here fails again, and is then told, when there is something to find.
    prepare: () => void open().search.catch(() => {}),
    callOff: () => {
      turn += 1
    },
    async ask(state, most) {
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

function openSearch(
  { folder, base }: IndexPlace,
  tries: number,
): { search: Promise<Search>; close(): void } {
  // A browser doesn't load a script again that failed.
  const again = tries > 1 ? `?again=${tries}` : ''
  const script: Promise<Pagefind> = import(/* @vite-ignore */ `${folder}pagefind.js${again}`)
  const words = fetchText(folder + wordListFile)
  words.catch(() => {})
  const open = async () => {
    const [pagefind, layer] = await Promise.all([script, loadLayer()])
    const options = { basePath: folder, baseUrl: base, noWorker: true }
    const index = await layer.openIndex(pagefind, options, words.then(layer.readWordList))
    const lines = async (file: string) => (await fetchText(folder + file)).split('\n')
    return layer.searchOf(index, {
      commonWords: async () => new Set(layer.lengthen(await lines(commonWordsFile))),
      ids: () => lines(idsFile),
    })
  }
  const close = (pagefind: Pagefind) => pagefind.destroy()
  return { search: open(), close: () => void script.then(close, () => {}) }
}

// Put together, so that Vite leaves out its loader of 1.7 kB, as for the dialog.
const loadLayer = (): Promise<typeof import('./layer.ts')> => import('./layer' + '.ts')

/** The text of a file of the index as it is now: its name stays when the list changes. */
async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`Unexpected status ${response.status} of ${address}.`)
  return response.text()
}
