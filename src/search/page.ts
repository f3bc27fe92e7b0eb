import { debounce, pauses } from './debounce.ts'
import { byFacet, type FacetCounts, facets } from './filters.ts'
import { tellFound } from './found.ts'
import type { Reply } from './open-search.ts'
import { part } from './part.ts'
import { keepQuery } from './recent.ts'
import { asks, parseState, type SearchState, writeState } from './url-state.ts'
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
  const show = (state: SearchState, most?: number) => {
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
  /** Shows what each facet value would give, once a reader looks at facets. */
  const count = async () => {
    const reply = last
    if (!reply) return
    try {
      const open = form.openFacets()
      const counts = open.length > 0 ? await reply.answer.counts(open) : undefined
      if (reply === last) form.count(counts)
    } catch (error) {
      view.fail(error)
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
    form.write(timeline.current())
    show(timeline.current(), timeline.shown())
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
  if (asks(timeline.current())) show(timeline.current(), timeline.shown())
}

/** The form of a page that searches: the field, the facets' boxes and the order. */
function formOf(element: HTMLFormElement) {
  const field = part(element, 'field', HTMLInputElement)
  const order = part(element, 'order', HTMLSelectElement)
  const clear = part(element, 'clear', HTMLElement)
  const groups = [...element.querySelectorAll('details')]
  const boxes = facets.flatMap((facet) =>
    [...element.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)].map((box) => {
      const label = box.closest('label')?.querySelector('[data-count]')
      return { facet, box, label, whole: Number(label?.textContent) }
    }),
  )
  return {
    element,
    field,
    read(): SearchState {
      const given = [...new FormData(element)].map(([name, value]) => [name, String(value)])
      return parseState(new URLSearchParams(given).toString())
    },
    write(state: SearchState): void {
      field.value = state.query
      order.value = state.order
      for (const { facet, box } of boxes) box.checked = state.chosen[facet].includes(box.value)
    },
    /** The facets whose counts a reader sees. */
    openFacets: () =>
      facets.filter((facet) =>
        groups.some(({ open, dataset }) => open && dataset['facet'] === facet),
      ),
    /** Shows what each facet value would give; without counts, what it gives in the whole list. */
    count(counts?: FacetCounts): void {
      for (const { facet, box, label, whole } of boxes) {
        const found = counts?.[facet].size ? (counts[facet].get(box.value) ?? 0) : whole
        if (label) label.textContent = String(found)
        // A chosen value stays within reach, or nobody could take it back.
        box.disabled = found === 0 && !box.checked
      }
      const checked = boxes.filter(({ box }) => box.checked)
      for (const facet of facets) {
        const ofFacet = checked.filter((one) => one.facet === facet).length
        const note = element.querySelector(`[data-chosen="${facet}"]`)
        if (note) note.textContent = ofFacet > 0 ? ` (${ofFacet})` : ''
      }
      clear.hidden = checked.length === 0
    },
  }
}

/** Keeps the page's address and the browser's history in step with what a reader asks for. */
function timelineOf({ history, location }: Window) {
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
