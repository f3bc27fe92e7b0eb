import { parseState, type SearchState, writeState } from './url-state.ts'

/** Keeps the URL and the browser's history in step with the search state. */
export function urlHistory({ history, location }: Window) {
  const address = (search: string) => location.pathname + search
  let finished = writeState(parseState(location.search))
  const replace = (search: string, shown?: number) =>
    history.replaceState(shown ? { shown } : null, '', address(search))
  window.addEventListener('popstate', () => {
    finished = writeState(parseState(location.search))
  })
  return {
    /** The state in the current URL. */
    current: () => parseState(location.search),
    /** How many results this history entry showed, if more than the first page. */
    shown: (): number | undefined => history.state?.shown,
    /** Records an intermediate state: replaces the URL without a new history entry. */
    pass: (state: SearchState) => replace(writeState(state)),
    /** Records a finished query as a new history entry. */
    finish(state: SearchState) {
      const search = writeState(state)
      if (search === finished) return replace(search)
      replace(finished)
      history.pushState(null, '', address(search))
      finished = search
    },
    /** Records a change of facets or order as a new history entry. */
    choose(state: SearchState) {
      finished = writeState(state)
      if (finished !== writeState(parseState(location.search)))
        history.pushState(null, '', address(finished))
    },
    /** Records how many results are shown. */
    show: (shown: number) => replace(location.search, shown),
  }
}
