import { parseState, type SearchState, writeState } from './url-state.ts'

/** Keeps the page's address and the browser's history in step with what a reader asks for. */
export function urlHistory({ history, location }: Window) {
  const address = (search: string) => location.pathname + search
  let finished = writeState(parseState(location.search))
  const replace = (search: string, shown?: number) =>
    history.replaceState(shown ? { shown } : null, '', address(search))
  window.addEventListener('popstate', () => {
    finished = writeState(parseState(location.search))
  })
  return {
    /** The state that the address names now. */
    current: () => parseState(location.search),
    /** How many results were shown here, when the reader has seen more than the first ones. */
    shown: (): number | undefined => history.state?.shown,
    /** Notes a state on the way: the address follows, the history doesn't grow. */
    pass: (state: SearchState) => replace(writeState(state)),
    /** Notes a query that the reader has finished: the one finished before stays one step back. */
    finish(state: SearchState) {
      const search = writeState(state)
      if (search === finished) return replace(search)
      replace(finished)
      history.pushState(null, '', address(search))
      finished = search
    },
    /** Notes a new choice in facets or order: what was there before stays one step back. */
    choose(state: SearchState) {
      finished = writeState(state)
      if (finished !== writeState(parseState(location.search)))
        history.pushState(null, '', address(finished))
    },
    /** Notes how many results are shown. */
    show: (shown: number) => replace(location.search, shown),
  }
}
