import { part } from '../browser/dom.ts'
import { element } from '../browser/element.ts'
import { shortAuthors } from '../model/authors.ts'
import { yearPrefix } from '../model/venue.ts'
import type { Piece } from './excerpt.ts'
import type { Hit } from './search.ts'
import { headingOf, type Order } from './url-state.ts'

/** The content of an element, or only whether it is shown. */
export type Content = boolean | readonly (string | Node)[]

/** Fills the elements with the attributes `data-<name>` below `root`, and hides those without content. */
export function fill(root: ParentNode, contents: Readonly<Record<string, Content>>): void {
  for (const [name, content] of Object.entries(contents))
    for (const place of root.querySelectorAll<HTMLElement>(`[data-${name}]`)) {
      if (typeof content !== 'boolean') place.replaceChildren(...content)
      place.hidden = typeof content === 'boolean' ? !content : content.join('') === ''
    }
}

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
      // Results by relevance need no heading but for screen readers.
      const [className, look] = order === 'relevance' ? ['', 'visually-hidden'] : ['group', '']
      const title = element('h2', { className: look }, heading)
      group = element('section', { className }, title, element('ol', { className: 'entries' }))
      list.append(group)
    }
    const item = part(document.importNode(template.content, true), 'item', HTMLElement)
    fillItem(item, hit)
    if (!near) part(item, 'link', HTMLElement).dataset['result'] = ''
    group.lastElementChild?.append(item)
  }
}

function fillItem(item: HTMLElement, { url, paper, marked }: Hit): void {
  const { title, authors, authorCount, venue, year, address = '', coins = '' } = paper
  item.dataset['entry'] = url.split('/').at(-2)
  const link = part(item, 'link', HTMLAnchorElement)
  link.href = url
  const preprint = year ? `Preprint, ${year}` : 'Preprint'
  fill(item, {
    link: markedNodes(marked.title),
    authors: [authors.length > 0 ? `${shortAuthors(authors, undefined, authorCount)}.` : ''],
    year: [venue ? yearPrefix(venue, year) : preprint],
    venue: markedNodes(marked.source),
    claim: markedNodes(marked.claim),
    excerpt: markedNodes(marked.excerpt),
    reasons: marked.reasons.map(({ label, pieces }) =>
      element('span', { className: 'search-reason' }, `${label}: `, ...markedNodes(pieces)),
    ),
    address: [address],
  })
  const record = item.querySelector<HTMLElement>('.Z3988')
  if (record) record.title = coins
  const report = item.querySelector<HTMLAnchorElement>('[data-report]')
  const facts = { title: `Correct: ${title}`, entry: link.href }
  if (report) report.search += `&${new URLSearchParams(facts)}`
}

function markedNodes(pieces: readonly Piece[]): (string | HTMLElement)[] {
  return pieces.map(({ text, marked }) => (marked ? element('mark', {}, text) : text))
}
