import type { Reply } from './asker.ts'
import { outcomeView } from './outcome-view.ts'
import { part } from './part.ts'
import { afterPause, pauses } from './pause.ts'
import { keepQuery } from './recent.ts'
import { searchForm } from './search-form.ts'
import { asks, type SearchState } from './state.ts'
import { timelineOf } from './timeline.ts'
import { walkWithArrows } from './walk.ts'

/** How many results are shown at first, and how many more on demand. */
const portion = 20
/** The most results that are shown at once: each is a file to load. */
const mostShown = 500

/** Brings the search page to life. `root` is what `SearchPanel.astro` renders. */
export function startSearch(root: HTMLElement): void {
  const form = searchForm(part(root, 'form', HTMLFormElement))
  const rest = part(root, 'rest', HTMLElement)
  const more = part(rest, 'more', HTMLButtonElement)
  const whole = part(rest, 'whole', HTMLButtonElement)
  const timeline = timelineOf(window)

  const typed = afterPause(pauses.results, () => void view.show(form.read()))
  const address = afterPause(pauses.address, () => timeline.pass(form.read()))
  const settle = (note: (state: SearchState) => void) => {
    address.forget()
    typed.forget()
    const state = form.read()
    note(state)
    void view.show(state)
  }
  const choose = (change: (state: SearchState) => SearchState) => {
    address.ifWaiting()
    form.write(change(form.read()))
    settle(timeline.choose)
  }

  let last: Reply | undefined
  const view = outcomeView(root, {
    field: form.field,
    page: location.pathname,
    most: portion,
    choose: (query) => choose((state) => ({ ...state, query })),
    again: () => void view.show(form.read()),
    changed(reply) {
      last = reply
      form.count(reply?.answer.counts)
      offerRest(reply?.hits.length ?? 0, reply?.answer.total ?? 0)
    },
  })
  const offerRest = (shown: number, total: number) => {
    rest.hidden = shown >= total
    whole.textContent = total > mostShown ? `Show the first ${mostShown}` : `Show all ${total}`
    whole.hidden = shown >= mostShown
  }
  const extend = async (reply: Reply, count: number) => {
    const from = view.results.childElementCount
    const next = await reply.load(from, from + count)
    if (!next) return
    view.append(next, reply)
    view.results.children[from]?.querySelector('a')?.focus()
    const shown = view.results.childElementCount
    offerRest(shown, reply.answer.total)
    timeline.show(shown)
  }

  form.field.addEventListener('focus', view.prepare, { once: true })
  form.element.addEventListener('pointerover', view.prepare, { once: true })
  form.field.addEventListener('input', () => {
    typed.soon()
    address.soon()
  })
  form.element.addEventListener('submit', (event) => {
    event.preventDefault()
    keepQuery(form.field.value)
    settle(timeline.finish)
  })
  form.element.addEventListener('change', ({ target }) => {
    if (target === form.field) return
    address.ifWaiting()
    settle(timeline.choose)
  })
  root.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return
    if (target.closest('[data-link]')) {
      address.ifWaiting()
      keepQuery(form.field.value)
    }
    if (target.closest('[data-clear]'))
      choose((state) => ({
        ...state,
        chosen: { topic: [], kind: [], year: [], venue: [], has: [] },
      }))
  })
  more.addEventListener('click', () => {
    if (last) extend(last, portion).catch(view.fail)
  })
  whole.addEventListener('click', () => {
    const shown = view.results.childElementCount
    if (last) extend(last, Math.min(last.answer.total, mostShown) - shown).catch(view.fail)
  })
  window.addEventListener('popstate', () => {
    typed.forget()
    address.forget()
    form.write(timeline.current())
    void view.show(timeline.current(), timeline.shown())
  })
  walkWithArrows(root, () => [
    form.field,
    ...root.querySelectorAll<HTMLElement>('[data-results] [data-link]'),
    ...rest.querySelectorAll<HTMLElement>(rest.hidden ? 'none' : 'button:not([hidden])'),
  ])
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    const inResults = view.results.contains(document.activeElement)
    const inField = document.activeElement === form.field
    if (inField && form.field.value !== '') {
      event.preventDefault()
      form.field.value = ''
      typed.now()
      address.soon()
    } else if (inResults || rest.contains(document.activeElement)) {
      event.preventDefault()
      form.field.focus()
    }
  })

  // A browser that restores a form's text after a reload does so before this; the address is the truth.
  form.write(timeline.current())
  form.count()
  view.recall()
  if (asks(timeline.current())) void view.show(timeline.current(), timeline.shown())
}
