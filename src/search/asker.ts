import { type Answer, type Engine, openEngine } from './engine.ts'
import type { Hit } from './hit.ts'
import { indexReader, type LoadFile } from './index-reader.ts'
import type { SearchState } from './state.ts'

/** What came of a question. */
export interface Reply {
  /** What was asked. */
  state: SearchState
  answer: Answer
  /** The first results. */
  hits: Hit[]
  /** The results of further ranks; undefined when something else has been asked meanwhile. */
  load(from: number, to: number): Promise<Hit[] | undefined>
}

/** Asks an engine for one who keeps typing: only the last question is answered. */
export interface Asker {
  /** Opens the index ahead of the first question. */
  prepare(): void
  /** Asks for the first results; undefined when something else is asked meanwhile. Rejects when the index cannot be reached. */
  ask(state: SearchState, most: number): Promise<Reply | undefined>
  /** Leaves the last question without an answer. */
  callOff(): void
}

/** Makes an asker of an index; `base` is the site's base path. */
export function askerOf(load: LoadFile, base: string): Asker {
  let engine: Promise<Engine> | undefined
  const open = () => {
    engine ??= openEngine(indexReader(load), base).catch((error) => {
      engine = undefined
      throw error
    })
    return engine
  }
  let turn = 0
  return {
    // What fails here fails again, and is then told, when there is something to find.
    prepare: () => void open().catch(() => {}),
    callOff: () => {
      turn += 1
    },
    async ask(state, most) {
      turn += 1
      const mine = turn
      const unlessOutdated = <T>(value: T) => (mine === turn ? value : undefined)
      try {
        const answer = await (await open()).answer(state)
        const hits = await answer.load(0, most)
        return unlessOutdated({
          state,
          answer,
          hits,
          load: async (from: number, to: number) => unlessOutdated(await answer.load(from, to)),
        })
      } catch (error) {
        if (mine === turn) throw error
        return undefined
      }
    },
  }
}
