import { debounce } from '../browser/debounce.ts'
import { moveFocusWithArrows, opensHere, part } from '../browser/dom.ts'
import { openSearch } from './open-search.ts'
import { outcomeOf } from './outcome.ts'
import { forgetQueries, keepQuery, showRecent } from './recent.ts'
import { addResults, type Content, fill } from './result-item.ts'
import type { Answer, Hit, Search } from './search.ts'
import { addressOf, parseState, type SearchState } from './url-state.ts'

/** The debounce delays, in milliseconds, before results change and before a screen reader announces them. */
const pauses = { typing: 40, voice: 900 }

/** What contains a search: the search page, or the dialog. */
export interface SearchHost {
  /** How many results are shown at first. */
  first: number
  /** Called with the address of the state before it is searched for; empty if the state asks for nothing. */
  asking(address: string): void
  /** Called after the results have changed; without an answer, none are shown. */
  answered(answer?: Answer): void
}

/**
 * Starts a search below `root`, as `ListSearch.astro` renders it. Its form is the state. An `input` event
 * of the field means typing, one of anything else a choice.
 */
export function startView(root: HTMLElement, host: SearchHost) {
  const form = part(root, 'form', HTMLFormElement)
  const field = part(form, 'field', HTMLInputElement)
  const exact = part(form, 'exact', HTMLInputElement)
  const results = part(root, 'results', HTMLElement)
  const template = part(root, 'template', HTMLTemplateElement)
  const recent = part(root, 'recent', HTMLElement)
  const welcome = part(root, 'total', HTMLElement).textContent
  const page = new URL(form.action).pathname
  const items = () => [...results.querySelectorAll('li')]

  let search: Promise<Search> | undefined
  let turn = 0
  /** What is shown; undefined without results. */
  let reply: { state: SearchState; answer: Answer } | undefined

  const open = () => {
    search ??= openSearch()
    return search
  }
  const typing = debounce(pauses.typing, () => void show())
  const voice = debounce(pauses.voice, () => {
    const said = [...root.querySelectorAll<HTMLElement>('[data-said]:not([hidden])')]
    const texts = said.map((note) => note.innerText.trim().replace(/\.$/, ''))
    part(root, 'voice', HTMLElement).textContent = texts.join('. ')
  })
  const append = (hits: readonly Hit[]) => {
    if (reply) addResults(results, hits, template, reply.state.order, reply.answer.near)
  }
  /** Replaces what is shown. If a result had the focus, the result of the same rank gets it, otherwise the field. */
  const replace = (contents: Record<string, Content>, next?: typeof reply, hits: Hit[] = []) => {
    const at = items().findIndex((item) => item.contains(document.activeElement))
    reply = next
    results.replaceChildren()
    append(hits)
    const item = items()[at] ?? items().at(-1)
    if (at >= 0) (item?.querySelector('a') ?? field).focus()
    showRecent(recent, page)
    for (const panel of root.querySelectorAll<HTMLElement>('[data-panel]')) panel.hidden = true
    fill(root, contents)
    root.removeAttribute('aria-busy')
    voice.schedule()
    host.answered(reply?.answer)
  }
  const fail = (error: unknown) => {
    console.error(error)
    search = undefined
    replace({ failure: true, total: ['Search could not be loaded'] })
  }
  /** Searches for the state of the form and shows the results, unless a newer search starts meanwhile. */
  const show = async (most = host.first) => {
    typing.cancel()
    turn += 1
    const mine = turn
    const address = addressOf(new FormData(form))
    host.asking(address)
    if (!address) return replace({ start: true, total: [welcome] })
    root.setAttribute('aria-busy', 'true')
    try {
      const state = parseState(address)
      const answer = await (await open()).answer(state)
      const hits = await answer.load(0, most)
      if (mine !== turn) return
      part(root, 'typed', HTMLAnchorElement).href = `${page}${address}&spelling=exact`
      for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-suggest]'))
        link.search = String(new URLSearchParams({ paper: state.query }))
      replace(outcomeOf(state, answer), { state, answer }, hits)
    } catch (error) {
      if (mine === turn) fail(error)
    }
  }
  /** Shows more results, up to a number, and focuses the first of them. */
  const extend = async (to: number) => {
    const current = reply
    const from = items().length
    try {
      const hits = (await current?.answer.load(from, to)) ?? []
      if (reply !== current) return
      append(hits)
      items()[from]?.querySelector('a')?.focus()
      host.answered(current?.answer)
    } catch (error) {
      fail(error)
    }
  }

  /** Searches after the state has changed in another way than by typing. */
  const choose = () => form.dispatchEvent(new Event('input'))
  /** Searches for a query, and focuses the field. */
  const ask = (query: string, isExact = false) => {
    field.value = query
    exact.checked = isExact
    choose()
    field.focus()
  }
  const clicks: Record<string, (at: Element) => void> = {
    example: ({ textContent }) => ask(textContent.trim()),
    empty: () => ask(''),
    typed: () => ask(field.value, true),
    again: () => ask(field.value, exact.checked),
    forget() {
      forgetQueries()
      showRecent(recent, page)
      field.focus()
    },
  }
  root.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof Element)) return
    if (target.closest('[data-link], [data-all]')) keepQuery(field.value)
    for (const [name, act] of Object.entries(clicks)) {
      const at = target.closest(`[data-${name}]`)
      if (!at || !opensHere(event)) continue
      event.preventDefault()
      act(at)
    }
  })
  form.addEventListener('input', ({ target }) => {
    if (target !== field) return void show()
    exact.checked = false
    typing.schedule()
  })
  form.addEventListener('submit', () => keepQuery(field.value))
  for (const reach of ['focusin', 'pointerover'])
    form.addEventListener(reach, () => void open().catch(() => {}), { once: true })
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    const at = document.activeElement
    const facet = at?.closest('details[open]')
    if (facet) {
      facet.removeAttribute('open')
      facet.querySelector('summary')?.focus()
    } else if (at === field && field.value !== '') {
      event.preventDefault()
      field.value = ''
      field.dispatchEvent(new Event('input', { bubbles: true }))
    } else if (at?.closest('[data-results], [data-rest], [data-all]')) {
      event.preventDefault()
      field.focus()
    }
  })
  moveFocusWithArrows(
    root,
    '[data-field], [data-example], [data-results] [data-link], [data-rest] button, [data-all]',
  )
  showRecent(recent, page)

  return { form, field, show, extend, choose, ask, fail, shown: () => items().length }
}
