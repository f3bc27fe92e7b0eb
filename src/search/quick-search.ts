import { noValues } from './facet.ts'
import { outcomeView, staysHere } from './outcome-view.ts'
import { part } from './part.ts'
import { afterPause, pauses } from './pause.ts'
import { keepQuery } from './recent.ts'
import { type SearchState, writeState } from './state.ts'
import { walkWithArrows } from './walk.ts'
import { onward } from './wording.ts'

/** How many results are shown; the search page has the others. */
const best = 8

/** A search without filters and addresses of its own, which leads on to the search page. */
export interface QuickSearch {
  field: HTMLInputElement
  /** Begins with a query, which may be empty, and the cursor in the field. */
  start(query: string): void
}

/** Brings the search in the dialog to life. `root` is the dialog that `SearchDialog.astro` renders. */
export function quickSearch(root: HTMLElement): QuickSearch {
  const form = part(root, 'form', HTMLFormElement)
  const field = part(root, 'field', HTMLInputElement)
  const outcome = part(root, 'outcome', HTMLElement)
  const all = part(root, 'all', HTMLAnchorElement)
  const page = new URL(form.action).pathname
  let exact = false
  const state = (): SearchState => ({
    query: field.value,
    chosen: noValues(),
    order: 'relevance',
    exact,
  })
  const ask = () => {
    typed.forget()
    outcome.scrollTop = 0
    void view.show(state())
  }
  const typed = afterPause(pauses.results, ask)
  const start = (query: string) => {
    field.value = query
    exact = false
    field.focus()
    view.prepare()
    ask()
  }
  const view = outcomeView(root, {
    field,
    page,
    most: best,
    choose: start,
    again() {
      field.focus()
      ask()
    },
    changed(reply) {
      const found = reply && reply.answer.total > 0
      all.hidden = !found
      if (!found) return
      all.textContent = onward(reply.answer)
      all.href = page + writeState(reply.state)
    },
  })

  field.addEventListener('input', () => {
    exact = false
    typed.soon()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    keepQuery(field.value)
    location.assign(page + writeState(state()))
  })
  root.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof Element)) return
    if (target.closest('[data-link], [data-all]')) keepQuery(field.value)
    if (target.closest('[data-typed]') && staysHere(event)) {
      event.preventDefault()
      exact = true
      field.focus()
      ask()
    }
  })
  walkWithArrows(root, () =>
    [
      field,
      ...root.querySelectorAll<HTMLElement>(
        '[data-example], [data-results] [data-link], [data-all]',
      ),
    ].filter((stop) => stop.checkVisibility()),
  )
  return { field, start }
}
