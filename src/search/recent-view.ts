import { part } from './part.ts'
import { recentQueries } from './recent.ts'

/** Shows the recent queries in their part of a page, each as a link to the search page at `path`; hides the part when there are none. */
export function showRecent(root: HTMLElement, path: string): void {
  const queries = recentQueries()
  root.hidden = queries.length === 0
  part(root, 'recent-list', HTMLElement).replaceChildren(
    ...queries.map((query) => {
      const item = document.createElement('li')
      const link = document.createElement('a')
      link.href = `${path}?${new URLSearchParams({ q: query })}`
      link.textContent = query
      link.dataset['example'] = ''
      item.append(link)
      return item
    }),
  )
}
