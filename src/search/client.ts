import { filesAt } from './browser-files.ts'
import { type Engine, openEngine } from './engine.ts'
import { indexReader } from './index-reader.ts'
import { part } from './part.ts'
import { forgetQueries, keepQuery, recentQueries } from './recent.ts'
import { resultItem } from './results-view.ts'
import { searchForm } from './search-form.ts'
import { asks, type SearchState, writeState } from './state.ts'
import { timelineOf } from './timeline.ts'
import { walkWithKeys } from './walk.ts'
import { outcome } from './wording.ts'

/** How many results are shown at first, and how many more on demand. */
const portion = 20

/** How long typing must pause, in milliseconds: before results change, the address follows, and a listener is told. */
const pauses = { results: 40, address: 300, voice: 900 }

/** Calls a function once calls have paused; `now` doesn't wait for the pause. */
function afterPause(milliseconds: number, call: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = () => {
    clearTimeout(timer)
    timer = undefined
    call()
  }
  return {
    soon: () => {
      clearTimeout(timer)
      timer = setTimeout(now, milliseconds)
    },
    now,
    ifWaiting: () => timer !== undefined && now(),
    forget: () => clearTimeout(timer),
  }
}

/** Brings the search page to life. `root` is what `SearchPanel.astro` renders. */
export function startSearch(root: HTMLElement): void {
  const form = searchForm(part(root, 'form', HTMLFormElement))
  const results = part(root, 'results', HTMLElement)
  const template = part(root, 'template', HTMLTemplateElement)
  const total = part(root, 'total', HTMLElement)
  const voice = part(root, 'voice', HTMLElement)
  const start = part(root, 'start', HTMLElement)
  const nothing = part(root, 'nothing', HTMLElement)
  const failure = part(root, 'failure', HTMLElement)
  const more = part(root, 'more', HTMLButtonElement)
  const welcome = total.textContent
  const timeline = timelineOf(window)
  const near = part(root, 'near', HTMLElement)
  const instead = part(root, 'instead', HTMLElement)
  const recent = part(root, 'recent', HTMLElement)
  const load = filesAt(
    new URL(root.dataset['index'] ?? '', location.href).href,
    root.dataset['tag'] ?? '',
  )

  let engine: Promise<Engine> | undefined
  const open = () => {
    engine ??= openEngine(indexReader(load), root.dataset['base'] ?? '/')
    return engine
  }
  // What fails here fails again, and is then told, when there is something to find.
  const prepare = () => void open().catch(() => {})

  const say = afterPause(pauses.voice, () => {
    voice.textContent = total.textContent
  })
  const face = (shown: 'start' | 'results' | 'nothing' | 'failure', text: string | null) => {
    start.hidden = shown !== 'start'
    results.hidden = shown !== 'results'
    nothing.hidden = shown !== 'nothing'
    failure.hidden = shown !== 'failure'
    if (shown !== 'results') {
      more.hidden = true
      near.hidden = true
      instead.hidden = true
    }
    if (shown === 'start') showRecent()
    total.textContent = text
    root.removeAttribute('aria-busy')
    say.soon()
  }

  const showRecent = () => {
    const queries = recentQueries()
    recent.hidden = queries.length === 0
    part(recent, 'recent-list', HTMLElement).replaceChildren(
      ...queries.map((query) => {
        const item = document.createElement('li')
        const link = document.createElement('a')
        link.href = `?${new URLSearchParams({ q: query })}`
        link.textContent = query
        link.dataset['example'] = ''
        item.append(link)
        return item
      }),
    )
  }
  const showRepair = (repaired: string | undefined, state: SearchState) => {
    instead.hidden = repaired === undefined
    part(instead, 'repaired', HTMLElement).textContent = repaired ?? ''
    const typed = part(instead, 'typed', HTMLAnchorElement)
    typed.textContent = state.query.trim()
    typed.href = writeState({ ...state, exact: true })
  }

  let turn = 0
  let extend: (() => Promise<void>) | undefined
  const show = async (state: SearchState, shown = portion) => {
    turn += 1
    const mine = turn
    if (!asks(state)) {
      form.count()
      results.replaceChildren()
      return face('start', welcome)
    }
    root.setAttribute('aria-busy', 'true')
    try {
      const answer = await (await open()).answer(state)
      const hits = await answer.load(0, shown)
      if (mine !== turn) return
      form.count(answer.counts)
      const isNear = answer.fit === 'near'
      results.replaceChildren(...hits.map((hit) => resultItem(template, hit, isNear)))
      near.hidden = !isNear || hits.length === 0
      showRepair(answer.repaired, state)
      more.hidden = hits.length >= answer.total
      face(answer.total > 0 ? 'results' : 'nothing', outcome(answer, state))
      extend = async () => {
        const from = results.childElementCount
        const next = await answer.load(from, from + portion)
        if (mine !== turn) return
        results.append(...next.map((hit) => resultItem(template, hit, isNear)))
        results.children[from]?.querySelector('a')?.focus()
        more.hidden = results.childElementCount >= answer.total
        timeline.show(results.childElementCount)
      }
    } catch (error) {
      if (mine !== turn) return
      console.error(error)
      engine = undefined
      face('failure', 'Search could not be loaded')
    }
  }

  const typed = afterPause(pauses.results, () => void show(form.read()))
  const address = afterPause(pauses.address, () => timeline.pass(form.read()))
  const settle = (note: (state: SearchState) => void) => {
    address.forget()
    typed.forget()
    const state = form.read()
    note(state)
    void show(state)
  }
  const emptied = () => {
    typed.now()
    address.soon()
  }

  form.field.addEventListener('focus', prepare, { once: true })
  form.element.addEventListener('pointerover', prepare, { once: true })
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
  const choose = (change: (state: SearchState) => SearchState) => {
    address.ifWaiting()
    form.write(change(form.read()))
    settle(timeline.choose)
  }
  root.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined
    if (target?.closest('[data-link]')) {
      address.ifWaiting()
      keepQuery(form.field.value)
    }
    if (target?.closest('[data-forget]')) {
      forgetQueries()
      showRecent()
      form.field.focus()
    }
    if (target?.closest('[data-clear]'))
      choose((state) => ({
        ...state,
        chosen: { topic: [], kind: [], year: [], venue: [], has: [] },
      }))
    if (target?.closest('[data-again]')) void show(form.read())
    const example = target?.closest('[data-example]')
    if (example && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      choose((state) => ({ ...state, query: example.textContent.trim() }))
      form.field.focus()
    }
  })
  more.addEventListener('click', () => {
    extend?.().catch(() => face('failure', 'Search could not be loaded'))
  })
  window.addEventListener('popstate', () => {
    typed.forget()
    address.forget()
    form.write(timeline.current())
    void show(timeline.current(), timeline.shown())
  })
  walkWithKeys(root, form.field, emptied)

  // A browser that restores a form's text after a reload does so before this; the address is the truth.
  form.write(timeline.current())
  form.count()
  showRecent()
  if (asks(timeline.current())) void show(timeline.current(), timeline.shown())
}
