import { element } from '../browser/element.ts'

const key = 'recent-searches'
const most = 8

/** The recent queries of this device, latest first; none if storage is unavailable. */
function recentQueries(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.map(String) : []
  } catch {
    return []
  }
}

/** Stores a query on this device. */
export function keepQuery(query: string): void {
  const text = query.trim().slice(0, 100)
  if (!text) return
  const queries = [text, ...recentQueries().filter((kept) => kept !== text)]
  try {
    localStorage.setItem(key, JSON.stringify(queries.slice(0, most)))
  } catch {
    // Search works without storage.
  }
}

/** Deletes all stored queries. */
export const forgetQueries = () => localStorage.removeItem(key)

/** Lists the recent queries as links to the search page at `path`. */
export function showRecent(list: HTMLElement, path: string): void {
  const links = recentQueries().map((query) => {
    const link = element('a', { href: `${path}?${new URLSearchParams({ q: query })}` }, query)
    link.dataset['example'] = ''
    return element('li', {}, link)
  })
  list.replaceChildren(...links)
}
