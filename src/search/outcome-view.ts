import { type Asker, askerOf, type Reply } from './asker.ts'
import { filesAt } from './browser-files.ts'
import type { Hit } from './hit.ts'
import { part } from './part.ts'
import { afterPause, pauses } from './pause.ts'
import { forgetQueries } from './recent.ts'
import { showRecent } from './recent-view.ts'
import { resultItem } from './results-view.ts'
import { asks, type SearchState, writeState } from './state.ts'
import { outcome } from './wording.ts'

/** What stands around an outcome: the search page, or the dialog over another page. */
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
  /** Told after what is shown has changed; without a reply, no results are shown. */
  changed(reply?: Reply): void
}

/** What comes of a search, as it is shown: examples, results with the line above them, or a fault. */
export interface OutcomeView extends Pick<Asker, 'prepare'> {
  results: HTMLElement
  /** Asks for what a state says, and shows what comes of it unless something else is asked meanwhile. */
  show(state: SearchState, most?: number): Promise<void>
  /** Shows more results of a reply after those that are there. */
  append(hits: readonly Hit[], reply: Reply): void
  /** Says that search could not be loaded. */
  fail(error: unknown): void
  /** Shows the recent queries as they are now. */
  recall(): void
}

/** Whether a click on a link follows it here, and not into a window of its own. */
export function staysHere({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return !ctrlKey && !metaKey && !shiftKey
}

/** Brings to life what `SearchOutcome.astro` renders below `root`, which says where the index is. */
export function outcomeView(root: HTMLElement, host: Host): OutcomeView {
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
  const recent = part(root, 'recent', HTMLElement)
  const welcome = total.textContent
  const { base = '/', index = '', tag = '' } = root.dataset
  const asker = askerOf(filesAt(new URL(index, location.href).href, tag), base)

  const say = afterPause(pauses.voice, () => {
    voice.textContent = total.textContent
  })
  const face = (shown: keyof typeof faces, text: string) => {
    for (const [name, element] of Object.entries(faces)) element.hidden = name !== shown
    if (shown !== 'results') {
      near.hidden = true
      instead.hidden = true
    }
    if (shown === 'start') recall()
    total.textContent = text
    root.removeAttribute('aria-busy')
    say.soon()
  }

  const recall = () => showRecent(recent, host.page)
  const showRepair = (repaired: string | undefined, state: SearchState) => {
    instead.hidden = repaired === undefined
    part(instead, 'repaired', HTMLElement).textContent = repaired ?? ''
    const typed = part(instead, 'typed', HTMLAnchorElement)
    typed.textContent = state.query.trim()
    typed.href = host.page + writeState({ ...state, exact: true })
  }

  const items = (hits: readonly Hit[], { answer }: Reply) =>
    hits.map((hit) => resultItem(template, hit, answer.fit === 'near'))
  /** Puts new results in the place of the old; whoever walks through them stays at the same rank, or returns to the field. */
  const replace = (fresh: readonly DocumentFragment[]) => {
    const at = [...results.children].findIndex((item) => item.contains(document.activeElement))
    results.replaceChildren(...fresh)
    if (at < 0) return
    const item = results.children[at] ?? results.lastElementChild
    const stop = item?.querySelector('a') ?? host.field
    stop.focus()
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
      host.choose(example.textContent.trim())
      host.field.focus()
    }
  })

  return {
    results,
    prepare: asker.prepare,
    fail,
    recall,
    append: (hits, reply) => results.append(...items(hits, reply)),
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
        replace(items(hits, reply))
        near.hidden = answer.fit !== 'near' || hits.length === 0
        showRepair(answer.repaired, state)
        face(answer.total > 0 ? 'results' : 'nothing', outcome(answer, state))
        host.changed(reply)
      } catch (error) {
        fail(error)
      }
    },
  }
}
