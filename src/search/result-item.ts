import { part } from '../browser/dom.ts'
import { element } from '../browser/element.ts'
import { shortAuthors } from '../model/authors.ts'
import { firstYear } from '../model/venue.ts'
import type { Marked, Piece } from './excerpt.ts'
import type { Hit } from './search.ts'
import { headingOf, type Order } from './url-state.ts'

/**
 * Appends results to a list, each under the heading of its order. A template makes the items and decides how much of
 * a result is shown. The link of a near miss is not marked as a result.
 */
export function addResults(
  list: HTMLElement,
  hits: readonly Hit[],
  template: HTMLTemplateElement,
  order: Order,
  near: boolean,
): void {
  for (const hit of hits) {
    const heading = headingOf(order, hit.paper)
    let group = list.lastElementChild
    if (group?.firstElementChild?.textContent !== heading) {
      group = groupOf(heading, order === 'relevance')
      list.append(group)
    }
    const item = part(document.importNode(template.content, true), 'item', HTMLElement)
    fillItem(item, hit)
    if (!near) part(item, 'link', HTMLElement).dataset['result'] = ''
    group.lastElementChild?.append(item)
  }
}

/** Results under one heading, which is for screen readers only when results are sorted by relevance. */
function groupOf(heading: string, unseen: boolean): HTMLElement {
  return element(
    'section',
    { className: unseen ? '' : 'group' },
    element('h2', { className: unseen ? 'unseen' : '' }, heading),
    element('ol', { className: 'entries' }),
  )
}

function fillItem(item: HTMLElement, { url, paper, marked }: Hit): void {
  item.dataset['entry'] = url.split('/').at(-2)
  const link = part(item, 'link', HTMLAnchorElement)
  link.href = url
  link.replaceChildren(...markedNodes(marked.title))
  const { title, authors, authorCount, venue, year, address = '', coins = '' } = paper
  const fill = (name: string, ...content: (string | HTMLElement)[]) => {
    const place = item.querySelector<HTMLElement>(`[data-${name}]`)
    place?.replaceChildren(...content)
    if (place) place.hidden = content.join('') === ''
  }
  fill('authors', authors.length > 0 ? `${shortAuthors(authors, undefined, authorCount)}.` : '')
  fill('venue', ...markedNodes(marked.source))
  const preprint = year ? `Preprint, ${year}` : 'Preprint'
  fill('year', venue ? firstYear(venue, year) : preprint)
  fill('claim', ...markedNodes(marked.claim))
  fill('excerpt', ...markedNodes(marked.excerpt))
  fill('reasons', ...marked.reasons.map(reasonLine))
  fill('address', address)
  const record = item.querySelector<HTMLElement>('.Z3988')
  if (record) record.title = coins
  const report = item.querySelector<HTMLAnchorElement>('[data-report]')
  if (report) {
    const address = new URL(report.href)
    address.searchParams.set('title', `Correct: ${title}`)
    address.searchParams.set('entry', link.href)
    report.href = address.href
  }
}

function markedNodes(pieces: readonly Piece[]): (string | HTMLElement)[] {
  return pieces.map(({ text, marked }) => (marked ? element('mark', {}, text) : text))
}

function reasonLine({ label, pieces }: Marked['reasons'][number]): HTMLElement {
  return element('span', { className: 'search-reason' }, `${label}: `, ...markedNodes(pieces))
}
