import { shortAuthors } from '../model/authors.ts'
import { papers } from '../model/count.ts'
import { firstYear } from '../model/venue.ts'
import { debounce, pauses } from './debounce.ts'
import type { Piece, Reason } from './excerpt.ts'
import { facets } from './filters.ts'
import { type Asker, askerOf, type Reply } from './open-search.ts'
import { part } from './part.ts'
import { forgetQueries, recentQueries } from './recent.ts'
import type { Answer, Hit } from './search.ts'
import { asks, headingOf, type SearchState, writeState } from './url-state.ts'

/** What stands around an outcome: a page, or the dialog over another page. */
export interface Host {
  field: HTMLInputElement
  /** The path of the search page. */
  page: string
  /** How many results are shown at first. */
  most: number
  /** Takes up an example or a recent query. */
  choose(query: string): void
  /** Asks for the same once more. */
  again(): void
  /** Adds to the item of a result, whose paper's id is given, what the page has of it besides. */
  adorn?(item: HTMLElement, id: string): void
  /** Told after what is shown has changed; without a reply, no results are shown. */
  changed(reply?: Reply): void
}

/** What comes of a search, as it is shown: examples, results with the line above them, or a fault. */
export interface View extends Pick<Asker, 'prepare'> {
  results: HTMLElement
  /** Asks for what a state says, and shows what comes of it unless something else is asked meanwhile. */
  show(state: SearchState, most?: number): Promise<void>
  /** Shows more results of a reply after those that are there. */
  append(hits: readonly Hit[], reply: Reply): void
  /** Says that search could not be loaded. */
  fail(error: unknown): void
}

/** Brings to life what `SearchOutcome.astro` renders below `root`, which says where the index is. */
export function viewOf(root: HTMLElement, host: Host): View {
  const faces = {
    start: part(root, 'start', HTMLElement),
    results: part(root, 'results', HTMLElement),
    nothing: part(root, 'nothing', HTMLElement),
    failure: part(root, 'failure', HTMLElement),
  }
  const { results } = faces
  const template = part(root, 'template', HTMLTemplateElement)
  const total = part(root, 'total', HTMLElement)
  const voice = part(root, 'voice', HTMLElement)
  const near = part(root, 'near', HTMLElement)
  const instead = part(root, 'instead', HTMLElement)
  const absent = part(root, 'absent', HTMLElement)
  const welcome = total.textContent ?? ''
  const { base = '/', index = '' } = root.dataset
  const asker = askerOf({ folder: index, base })

  const say = debounce(pauses.voice, () => {
    const notes = [total, instead, absent, near].filter(({ hidden }) => !hidden)
    voice.textContent = notes.map((note) => note.innerText.trim().replace(/\.$/, '')).join('. ')
  })
  const face = (shown: keyof typeof faces, text: string) => {
    for (const [name, element] of Object.entries(faces)) element.hidden = name !== shown
    if (shown !== 'results') for (const note of [near, instead, absent]) note.hidden = true
    if (shown === 'start') recall()
    total.textContent = text
    root.removeAttribute('aria-busy')
    say.soon()
  }
  const recall = () => showRecent(part(root, 'recent', HTMLElement), host.page)
  const suggest = [...root.querySelectorAll<HTMLAnchorElement>('[data-suggest]')]
  const note = ({ state, answer, hits }: Reply) => {
    for (const link of suggest)
      link.search = String(new URLSearchParams({ paper: state.query.trim() }))
    near.hidden = !answer.near || hits.length === 0
    instead.hidden = answer.repaired === undefined
    part(instead, 'repaired', HTMLElement).textContent = answer.repaired ?? ''
    const typed = part(instead, 'typed', HTMLAnchorElement)
    typed.textContent = state.query.trim()
    typed.href = host.page + writeState({ ...state, exact: true })
    absent.hidden = answer.absent === undefined
    part(absent, 'missing', HTMLElement).textContent = answer.absent
      ? `${answer.absent.name} is not on this list; it is ${answer.absent.is}.`
      : ''
  }
  const append = (hits: readonly Hit[], { answer, state }: Reply) => {
    for (const hit of hits) {
      const heading = headingOf(state.order, hit.paper)
      let group = results.lastElementChild
      if (group?.firstElementChild?.textContent !== heading) {
        group = groupOf(heading, state.order === 'relevance')
        results.append(group)
      }
      const item = resultItem(template, hit, answer.near)
      host.adorn?.(item, item.dataset['entry'] ?? '')
      group.lastElementChild?.append(item)
    }
  }
  /** Puts new results in the place of the old; whoever walks through them stays at the same rank, or returns to the field. */
  const replace = (hits: readonly Hit[], reply?: Reply) => {
    const items = () => [...results.querySelectorAll('li')]
    const at = items().findIndex((item) => item.contains(document.activeElement))
    results.replaceChildren()
    if (reply) append(hits, reply)
    if (at < 0) return
    const fresh = items()
    ;((fresh[at] ?? fresh.at(-1))?.querySelector('a') ?? host.field).focus()
  }
  const fail = (error: unknown) => {
    console.error(error)
    face('failure', 'Search could not be loaded')
    host.changed()
  }

  root.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined
    if (target?.closest('[data-forget]')) {
      forgetQueries()
      recall()
      host.field.focus()
    }
    if (target?.closest('[data-again]')) host.again()
    const example = target?.closest('[data-example]')
    if (example && staysHere(event)) {
      event.preventDefault()
      host.choose(example.textContent?.trim() ?? '')
      host.field.focus()
    }
  })
  recall()

  return {
    results,
    prepare: asker.prepare,
    fail,
    append,
    async show(state, most = host.most) {
      if (!asks(state)) {
        asker.callOff()
        replace([])
        face('start', welcome)
        return host.changed()
      }
      root.setAttribute('aria-busy', 'true')
      try {
        const reply = await asker.ask(state, most)
        if (!reply) return
        const { answer, hits } = reply
        replace(hits, reply)
        face(hits.length > 0 ? 'results' : 'nothing', outcome(answer, state))
        note(reply)
        host.changed(reply)
      } catch (error) {
        fail(error)
      }
    },
  }
}

/** Whether a click on a link follows it here, and not into a window of its own. */
export function staysHere({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return !ctrlKey && !metaKey && !shiftKey
}

/** Lets the arrow keys walk through the stops of a part of the page, which are asked for anew at each step. */
export function walkWithArrows(root: HTMLElement, stops: () => readonly HTMLElement[]): void {
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const all = stops()
    const at = all.findIndex((stop) => stop.matches(':focus'))
    const next = at < 0 ? undefined : all[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}

/** What is said above the results, and to those who listen: how many papers a state finds, and how many have all of it. */
export function outcome(
  { places, near, full, repaired }: Pick<Answer, 'places' | 'near' | 'full' | 'repaired'>,
  { query, chosen }: Pick<SearchState, 'query' | 'chosen'>,
): string {
  const words = (repaired ?? query).trim()
  const asked = words ? ` for “${words}”` : ''
  const filtered = facets.some((facet) => chosen[facet].length > 0)
  if (places.length === 0) return `No paper${asked}${filtered ? ' under these filters' : ''}`
  if (words && near) return `No paper matches “${words}”`
  const partly = full < places.length && /\s/.test(words)
  return papers(places.length) + asked + (partly ? `, ${full || 'none'} with all of it` : '')
}

/** Shows the recent queries in their part of a page, each as a link to the search page at `path`; hides the part when there are none. */
function showRecent(root: HTMLElement, path: string): void {
  const queries = recentQueries()
  root.hidden = queries.length === 0
  part(root, 'recent-list', HTMLElement).replaceChildren(
    ...queries.map((query) => {
      const link = element('a', query)
      link.href = `${path}?${new URLSearchParams({ q: query })}`
      link.dataset['example'] = ''
      return element('li', link)
    }),
  )
}

/** Results under one heading, which is only heard where they stand by relevance. */
function groupOf(heading: string, unseen: boolean): HTMLElement {
  const title = element('h2', heading)
  const list = element('ol')
  list.className = 'entries'
  const group = element('section', title, list)
  group.className = unseen ? '' : 'group'
  title.className = unseen ? 'unseen' : ''
  return group
}

/**
 * The list item of a result, of a template that shows as much of it as it has parts for. Texts are only ever inserted as
 * text. What is only near is no result: its link doesn't say that it is one.
 */
function resultItem(template: HTMLTemplateElement, hit: Hit, near: boolean): HTMLElement {
  const item = part(document.importNode(template.content, true), 'item', HTMLElement)
  item.dataset['entry'] = hit.url.split('/').at(-2)
  const link = part(item, 'link', HTMLAnchorElement)
  const { authors, authorCount, venue = '', year, address = '' } = hit.paper
  const { title, source, claim, excerpt, reasons } = hit.marked
  link.href = hit.url
  if (!near) link.dataset['result'] = ''
  link.replaceChildren(...marked(title))
  fill(item, 'authors', [
    authors.length > 0 ? `${shortAuthors(authors, undefined, authorCount)}.` : '',
  ])
  fill(item, 'venue', marked(source))
  const preprint = year ? `Preprint, ${year}` : 'Preprint'
  fill(item, 'year', [venue ? firstYear(venue, year) : preprint])
  fill(item, 'claim', marked(claim))
  fill(item, 'excerpt', marked(excerpt))
  fill(item, 'reasons', reasons.map(reasonLine))
  fill(item, 'address', [address])
  return item
}

/** Fills a part of the item, if its template has it. */
function fill(item: ParentNode, name: string, content: readonly (string | HTMLElement)[]): void {
  const element = item.querySelector<HTMLElement>(`[data-${name}]`)
  if (!element) return
  element.replaceChildren(...content)
  element.hidden = content.length === 0 || content[0] === ''
}

function marked(pieces: readonly Piece[]): (string | HTMLElement)[] {
  return pieces.map(({ text, marked }) => (marked ? element('mark', text) : text))
}

function reasonLine({ label, pieces }: Reason): HTMLElement {
  const line = element('span', `${label}: `, ...marked(pieces))
  line.className = 'search-reason'
  return line
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  made.append(...content)
  return made
}
