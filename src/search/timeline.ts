import { parseState, type SearchState, writeState } from './state.ts'

/** Keeps the page's address and the browser's history in step with what a reader asks for. */
export interface Timeline {
  /** The state that the address names now. */
  current(): SearchState
  /** How many results were shown here, when the reader has seen more than the first ones. */
  shown(): number | undefined
  /** Notes a state on the way: the address follows, the history doesn't grow. */
  pass(state: SearchState): void
  /** Notes a query that the reader has finished: the one finished before stays one step back. */
  finish(state: SearchState): void
  /** Notes a new choice in facets or order: what was there before stays one step back. */
  choose(state: SearchState): void
  /** Notes how many results are shown. */
  show(shown: number): void
}

/** The timeline of a window. */
export function timelineOf(window: Window): Timeline {
  const { history, location } = window
  const address = (search: string) => location.pathname + search
  let finished = writeState(parseState(location.search))
  const replace = (search: string, shown?: number) =>
    history.replaceState(shown ? { shown } : null, '', address(search))
  window.addEventListener('popstate', () => {
    finished = writeState(parseState(location.search))
  })
  return {
    current: () => parseState(location.search),
    shown: () => history.state?.shown,
    pass: (state) => replace(writeState(state)),
    finish(state) {
      const search = writeState(state)
      if (search === finished) return replace(search)
      replace(finished)
      history.pushState(null, '', address(search))
      finished = search
    },
    choose(state) {
      finished = writeState(state)
      if (finished !== writeState(parseState(location.search)))
        history.pushState(null, '', address(finished))
    },
    show: (shown) => replace(location.search, shown),
  }
}
