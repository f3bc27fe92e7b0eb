import { part } from '../browser/dom.ts'
import { element } from '../browser/element.ts'

const key = 'recent-searches'
const most = 8

/** The recent queries of this device, latest first; empty if storage is unavailable. */
function recentQueries(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((item) => typeof item === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

/** Stores a query on this device. */
export function keepQuery(query: string): void {
  const text = query.trim().slice(0, 100)
  if (text) keep([text, ...recentQueries().filter((kept) => kept !== text)].slice(0, most))
}

/** Deletes all stored queries. */
export function forgetQueries(): void {
  keep([])
}

function keep(queries: readonly string[]): void {
  try {
    if (queries.length > 0) localStorage.setItem(key, JSON.stringify(queries))
    else localStorage.removeItem(key)
  } catch {
    // Search works without storage.
  }
}

/** Shows the recent queries as links to the search page at `path`; hides the section when there are none. */
export function showRecent(root: HTMLElement, path: string): void {
  const links = recentQueries().map((query) => {
    const href = `${path}?${new URLSearchParams({ q: query })}`
    const link = element('a', { href }, query)
    link.dataset['example'] = ''
    return element('li', {}, link)
  })
  root.hidden = links.length === 0
  part(root, 'recent-list', HTMLElement).replaceChildren(...links)
}
