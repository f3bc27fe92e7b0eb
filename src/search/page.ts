import { debounce } from '../browser/debounce.ts'
import { part } from '../browser/dom.ts'
import { byFacet } from './filters.ts'
import { formOf } from './form.ts'
import { announceFound } from './found.ts'
import type { SearchReply } from './open-search.ts'
import { keepQuery } from './recent.ts'
import { urlHistory } from './url-history.ts'
import { hasCriteria, type SearchState } from './url-state.ts'
import { viewOf } from './view.ts'

/** How many results are shown at first and with each click on “more”, and the most that are shown: each is a file to load. */
/** The debounce delay before the URL is updated, in milliseconds. */
const addressPause = 300
const portions = { first: 10, more: 20, most: 500 }

/** Starts the search of a page. `root` is what `ListSearch.astro` renders; `list` is the whole list, if the page has it. */
export function startSearch(root: HTMLElement, list: HTMLElement | null): void {
  const form = formOf(part(root, 'form', HTMLFormElement))
  const rest = part(root, 'rest', HTMLElement)
  const more = part(rest, 'more', HTMLButtonElement)
  const whole = part(rest, 'whole', HTMLButtonElement)
  const pageHistory = urlHistory(window)
  const title = document.title

  const address = debounce(addressPause, () => pageHistory.pass(form.read()))
  const settle = (note: (state: SearchState) => void) => {
    address.cancel()
    const state = form.read()
    note(state)
    show(state)
  }
  const choose = (change: Partial<SearchState>) => {
    address.flush()
    form.write({ ...form.read(), ...change })
    settle(pageHistory.choose)
  }

  let last: SearchReply | undefined
  const view = viewOf(root, {
    page: location.pathname,
    most: portions.first,
    ask: () => show(form.read()),
    typing: address.soon,
    choose: (query) => choose({ query }),
    changed(reply) {
      last = reply
      if (reply) void count()
      else form.count()
      settled()
      tell()
    },
  })
  // Reference managers save every paper in the document, so only one of the two lists is ever in it.
  const place = document.createComment('the whole list')
  let showing = Promise.resolve()
  const show = (state: SearchState, most?: number) => {
    document.title = [...form.words(state), title].join(' · ')
    form.offerOrders(state.query.trim() !== '')
    if (hasCriteria(state)) list?.replaceWith(place)
    else if (list) place.replaceWith(list)
    showing = view.show(state, most)
    tell()
  }
  /** Announces which papers are listed, also while a search is running. */
  const tell = () => {
    const state = form.read()
    const ids = async () => {
      await showing
      return last?.answer.ids() ?? []
    }
    const count = last?.answer.places.length ?? 0
    announceFound(hasCriteria(state) ? { count, ids, words: form.words(state) } : undefined)
  }
  /** Shows the counts of facet values once a reader opens a facet. */
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
  /** Offers the results that are not shown yet, and notifies Zotero, which otherwise reads a page only once. */
  const settled = () => {
    document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true }))
    const total = last?.answer.places.length ?? 0
    rest.hidden = shown() >= total
    const all = total > portions.most ? `the first ${portions.most}` : `all ${total}`
    whole.textContent = `Show ${all}`
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
      return view.fail(error)
    }
    view.results.querySelectorAll('li')[from]?.querySelector('a')?.focus()
    settled()
    pageHistory.show(shown())
  }

  form.field.addEventListener('focus', view.prepare, { once: true })
  form.element.addEventListener('pointerover', view.prepare, { once: true })
  form.element.addEventListener('submit', (event) => {
    event.preventDefault()
    keepQuery(form.field.value)
    settle(pageHistory.finish)
  })
  form.element.addEventListener('change', ({ target }) => {
    if (target === form.field) return
    address.flush()
    settle(pageHistory.choose)
  })
  // `toggle` events don't bubble.
  form.element.addEventListener('toggle', () => void count(), { capture: true })
  root.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return
    if (target.closest('[data-link]')) address.flush()
    if (target.closest('[data-clear]')) choose({ chosen: byFacet(() => []) })
  })
  more.addEventListener('click', () => void extend(shown() + portions.more))
  whole.addEventListener('click', () => void extend(portions.most))
  window.addEventListener('popstate', () => {
    address.cancel()
    show(form.write(pageHistory.current()), pageHistory.shown())
  })
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    const at = document.activeElement
    const facet = at?.closest('details[open]')
    if (facet) {
      facet.removeAttribute('open')
      facet.querySelector('summary')?.focus()
    } else if (at === form.field && form.field.value !== '') {
      event.preventDefault()
      form.field.value = ''
      show(form.read())
      address.soon()
    } else if (view.results.contains(at) || rest.contains(at)) {
      event.preventDefault()
      form.field.focus()
    }
  })

  // A browser may have restored the form after a reload; the URL overrides that.
  const given = form.write(pageHistory.current())
  form.count()
  form.offerOrders(given.query.trim() !== '')
  if (hasCriteria(given)) show(given, pageHistory.shown())
}
