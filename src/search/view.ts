import { debounce } from '../browser/debounce.ts'
import { opensHere, part, walkWithArrows } from '../browser/dom.ts'
import { element } from '../browser/element.ts'
import { papers } from '../model/count.ts'
import { chosenFacets } from './filters.ts'
import { liveSearch, type SearchReply } from './open-search.ts'
import { forgetQueries, keepQuery, showRecent } from './recent.ts'
import { addResults } from './result-item.ts'
import type { Answer, Hit } from './search.ts'
import { hasCriteria, type SearchState, writeState } from './url-state.ts'

/** The debounce delays, in milliseconds, before results change and before a screen reader announces them. */
const pauses = { typing: 40, voice: 900 }

/** What contains a search: the search page, or the dialog. */
export interface SearchHost {
  /** The path of the search page. */
  page: string
  /** How many results are shown at first. */
  most: number
  /** Runs the search for the current state. */
  ask(): void
  /** Called at each input in the field. */
  typing(): void
  /** Sets the query to an example, a recent query or nothing. */
  choose(query: string): void
  /** Called after the results have changed; without a reply, none are shown. */
  changed(reply?: SearchReply): void
}

/** The visible search: its field, and below it examples, results with notes, or an error. */
export type View = ReturnType<typeof viewOf>

/** Starts the search field and the markup of `SearchOutcome.astro` below `root`, which names the index. */
export function viewOf(root: HTMLElement, host: SearchHost) {
  const at = (name: string) => part(root, name, HTMLElement)
  const panels = {
    start: at('start'),
    results: at('results'),
    nothing: at('nothing'),
    failure: at('failure'),
  }
  const notes = {
    instead: at('instead'),
    absent: at('absent'),
    paths: at('paths'),
    near: at('near'),
  }
  const { results } = panels
  const total = at('total')
  const welcome = total.textContent ?? ''
  const field = part(root, 'field', HTMLInputElement)
  const template = part(root, 'template', HTMLTemplateElement)
  const live = liveSearch(root.dataset['index'] ?? '', root.dataset['base'] ?? '/')
  const typed = debounce(pauses.typing, host.ask)

  const announce = debounce(pauses.voice, () => {
    const said = [total, ...Object.values(notes)].filter(({ hidden }) => !hidden)
    const texts = said.map((note) => note.innerText.trim().replace(/\.$/, ''))
    at('voice').textContent = texts.join('. ')
  })
  const showPanel = (shown: keyof typeof panels, text: string) => {
    for (const [name, element] of Object.entries(panels)) element.hidden = name !== shown
    for (const note of Object.values(notes)) note.hidden = true
    if (shown === 'start') showRecent(at('recent'), host.page)
    total.textContent = text
    root.removeAttribute('aria-busy')
    announce.soon()
  }
  const note = ({ state, answer: { near, repaired, absent, paths }, hits }: SearchReply) => {
    for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-suggest]'))
      link.search = String(new URLSearchParams({ paper: state.query.trim() }))
    for (const hint of root.querySelectorAll<HTMLElement>('[data-filtered]'))
      hint.hidden = chosenFacets(state.chosen).length === 0
    const isWorded = state.query.trim() !== ''
    for (const hint of root.querySelectorAll<HTMLElement>('[data-worded]')) hint.hidden = !isWorded
    for (const hint of root.querySelectorAll<HTMLElement>('[data-wordless]')) hint.hidden = isWorded
    notes.near.hidden = !near || hits.length === 0
    notes.instead.hidden = repaired === undefined
    at('repaired').textContent = repaired ?? ''
    const typed = part(root, 'typed', HTMLAnchorElement)
    typed.textContent = state.query.trim()
    typed.href = host.page + writeState({ ...state, exact: true })
    notes.absent.hidden = absent === undefined
    at('missing').textContent = `${absent?.name} is not on this list; it is ${absent?.is}.`
    notes.paths.hidden = paths.length === 0
    const links = paths.flatMap(({ id, name }, nth) => {
      const href = `${part(root, 'all-paths', HTMLAnchorElement).href}${id}/`
      const link = element('a', { href }, name)
      return nth > 0 ? [', ', link] : [link]
    })
    at('path-names').replaceChildren(...links)
  }
  const append = (hits: readonly Hit[], { answer: { near }, state: { order } }: SearchReply) =>
    addResults(results, hits, template, order, near)
  /** Replaces the results. If one had the focus, the result of the same rank gets it, otherwise the field. */
  const replace = (hits: readonly Hit[], reply?: SearchReply) => {
    const items = () => [...results.querySelectorAll('li')]
    const at = items().findIndex((item) => item.contains(document.activeElement))
    results.replaceChildren()
    if (reply) append(hits, reply)
    if (at < 0) return
    const fresh = items()
    ;((fresh[at] ?? fresh.at(-1))?.querySelector('a') ?? field).focus()
  }
  const fail = (error: unknown) => {
    console.error(error)
    showPanel('failure', 'Search could not be loaded')
    host.changed()
  }

  field.addEventListener('input', () => {
    host.typing()
    typed.soon()
  })
  root.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined
    if (target?.closest('[data-link], [data-all]')) keepQuery(field.value)
    if (target?.closest('[data-forget]')) {
      forgetQueries()
      showRecent(at('recent'), host.page)
      field.focus()
    }
    if (target?.closest('[data-again]')) {
      field.focus()
      host.ask()
    }
    const example = target?.closest('[data-example]')
    if (example ? !opensHere(event) : !target?.closest('[data-empty]')) return
    event.preventDefault()
    host.choose(example?.textContent?.trim() ?? '')
    field.focus()
  })
  walkWithArrows(
    root,
    '[data-field], [data-example], [data-results] [data-link], [data-rest] button, [data-all]',
  )
  showRecent(at('recent'), host.page)

  return {
    field,
    results,
    prepare: live.prepare,
    /** Shows that search could not be loaded. */
    fail,
    /** Appends more results of a reply. */
    append,
    /** Searches for a state and shows the results, unless a newer search starts meanwhile. */
    async show(state: SearchState, most = host.most): Promise<void> {
      typed.cancel()
      if (!hasCriteria(state)) {
        live.callOff()
        replace([])
        showPanel('start', welcome)
        return host.changed()
      }
      root.setAttribute('aria-busy', 'true')
      try {
        const reply = await live.ask(state, most)
        if (!reply) return
        const { answer, hits } = reply
        replace(hits, reply)
        showPanel(hits.length > 0 ? 'results' : 'nothing', outcomeText(answer, state))
        note(reply)
        host.changed(reply)
      } catch (error) {
        fail(error)
      }
    },
  }
}

/** The line above the results, also for screen readers: how many papers were found, and how many match the whole query. */
export function outcomeText(
  { places, near, full, repaired }: Pick<Answer, 'places' | 'near' | 'full' | 'repaired'>,
  { query, chosen }: Pick<SearchState, 'query' | 'chosen'>,
): string {
  const words = (repaired ?? query).trim()
  const asked = words ? ` for “${words}”` : ''
  const filtered = chosenFacets(chosen).length > 0
  if (places.length === 0) return `No paper${asked}${filtered ? ' under these filters' : ''}`
  if (words && near) return `No paper matches “${words}”`
  const partly = full < places.length && /\s/.test(words)
  return papers(places.length) + asked + (partly ? `, ${full || 'none'} with all of it` : '')
}
