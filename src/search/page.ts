import { debounce, pauses } from './debounce.ts'
import { byFacet } from './filters.ts'
import { formOf } from './form.ts'
import { tellFound } from './found.ts'
import type { Reply } from './open-search.ts'
import { part } from './part.ts'
import { keepQuery } from './recent.ts'
import { timelineOf } from './timeline.ts'
import { asks, type SearchState } from './url-state.ts'
import { viewOf, walkWithArrows } from './view.ts'

/** How many results are shown at first and with the next step, and the most that are shown: each is a file to load. */
const portions = { first: 10, more: 20, most: 500 }

/** Brings a page that searches the list to life. `root` is what `ListSearch.astro` renders; `list` is the whole list, where the page has it. */
export function startSearch(root: HTMLElement, list: HTMLElement | null): void {
  const form = formOf(part(root, 'form', HTMLFormElement))
  const rest = part(root, 'rest', HTMLElement)
  const more = part(rest, 'more', HTMLButtonElement)
  const whole = part(rest, 'whole', HTMLButtonElement)
  const timeline = timelineOf(window)

  const typed = debounce(pauses.results, () => show(form.read()))
  const address = debounce(pauses.address, () => timeline.pass(form.read()))
  const settle = (note: (state: SearchState) => void) => {
    address.cancel()
    typed.cancel()
    const state = form.read()
    note(state)
    show(state)
  }
  const choose = (change: (state: SearchState) => SearchState) => {
    address.flush()
    form.write(change(form.read()))
    settle(timeline.choose)
  }

  // Reference managers save what stands in the page, so only one of the two lists is ever in it.
  const place = document.createComment('the whole list')
  const records = new Map(
    [...(list?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])].map((item) => [
      item.dataset['entry'],
      item.querySelector('.Z3988'),
    ]),
  )
  const showList = (shown: boolean) => {
    if (shown) list && place.replaceWith(list)
    else list?.replaceWith(place)
  }

  let last: Reply | undefined
  const view = viewOf(root, {
    field: form.field,
    page: location.pathname,
    most: portions.first,
    choose: (query) => choose((state) => ({ ...state, query })),
    again: () => show(form.read()),
    adorn(item, id) {
      const record = records.get(id)
      if (record) item.append(record.cloneNode())
    },
    changed(reply) {
      last = reply
      if (reply) void count()
      else form.count()
      offerRest()
      tell()
    },
  })
  let showing = Promise.resolve()
  const name = document.title
  const show = (state: SearchState, most?: number) => {
    const words = state.query.trim()
    document.title = words ? `${words} · ${name}` : name
    showList(!asks(state))
    showing = view.show(state, most)
    tell()
  }
  /** Tells what is listed, also while it is still looked for. */
  const tell = () => {
    const ids = async () => {
      await showing
      return last?.answer.ids() ?? []
    }
    tellFound(asks(form.read()) ? { count: last?.answer.places.length ?? 0, ids } : undefined)
  }
  /** What the address asks for, but for values that no box has; the form then says the same. */
  const arrived = (): SearchState => {
    const state = timeline.current()
    form.write(state)
    return { ...form.read(), exact: state.exact }
  }
  /** Shows what each facet value would give, once a reader looks at facets. */
  const count = async () => {
    const reply = last
    if (!reply) return
    try {
      const open = form.openFacets()
      const counts = open.length > 0 ? await reply.answer.counts(open) : undefined
      if (reply === last) form.count(counts)
    } catch (error) {
      console.error(error)
      if (reply === last) form.count('unknown')
    }
  }
  const shown = () => view.results.querySelectorAll('li').length
  const offerRest = () => {
    const total = last?.answer.places.length ?? 0
    rest.hidden = shown() >= total
    whole.textContent =
      total > portions.most ? `Show the first ${portions.most}` : `Show all ${total}`
    whole.hidden = shown() >= portions.most
  }
  const extend = async (to: number) => {
    const reply = last
    if (!reply) return
    const from = shown()
    try {
      const next = await reply.answer.load(from, to)
      if (reply !== last) return
      view.append(next, reply)
    } catch (error) {
      view.fail(error)
      return
    }
    view.results.querySelectorAll('li')[from]?.querySelector('a')?.focus()
    offerRest()
    timeline.show(shown())
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
    address.flush()
    settle(timeline.choose)
  })
  // A `toggle` doesn't bubble.
  form.element.addEventListener('toggle', () => void count(), { capture: true })
  root.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return
    if (target.closest('[data-link]')) {
      address.flush()
      keepQuery(form.field.value)
    }
    if (target.closest('[data-clear]')) choose((state) => ({ ...state, chosen: byFacet(() => []) }))
    if (target.closest('[data-empty]')) {
      choose((state) => ({ ...state, query: '' }))
      form.field.focus()
    }
  })
  more.addEventListener('click', () => void extend(shown() + portions.more))
  whole.addEventListener('click', () => void extend(portions.most))
  window.addEventListener('popstate', () => {
    typed.cancel()
    address.cancel()
    show(arrived(), timeline.shown())
  })
  walkWithArrows(root, () => [
    form.field,
    ...root.querySelectorAll<HTMLElement>('[data-results] [data-link]'),
    ...rest.querySelectorAll<HTMLElement>(rest.hidden ? 'none' : 'button:not([hidden])'),
  ])
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    const facet = document.activeElement?.closest('details[open]')
    if (facet) {
      facet.removeAttribute('open')
      facet.querySelector('summary')?.focus()
      return
    }
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
  const given = arrived()
  form.count()
  if (asks(given)) show(given, timeline.shown())
}
