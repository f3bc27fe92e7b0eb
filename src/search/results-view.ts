import type { Piece } from './excerpt.ts'
import type { Hit } from './hit.ts'
import { part } from './part.ts'
import type { Reason } from './reasons.ts'

function marked(pieces: readonly Piece[]): (string | HTMLElement)[] {
  return pieces.map(({ text, marked }) => {
    if (!marked) return text
    const mark = document.createElement('mark')
    mark.textContent = text
    return mark
  })
}

/** Fills a part of the item, if its template has it. */
function fill(item: ParentNode, name: string, content: readonly (string | HTMLElement)[]): void {
  const element = item.querySelector<HTMLElement>(`[data-${name}]`)
  if (!element) return
  element.replaceChildren(...content)
  element.hidden = content.length === 0 || content[0] === ''
}

/**
 * Makes the list item of a result from a template, which shows as much of it as it has parts for. Texts are only ever
 * inserted as text. What is only near is no result: its link doesn't say that it is one.
 */
export function resultItem(
  template: HTMLTemplateElement,
  hit: Hit,
  near: boolean,
): DocumentFragment {
  const item = document.importNode(template.content, true)
  const link = part(item, 'link', HTMLAnchorElement)
  link.href = hit.url
  if (!near) link.dataset['result'] = ''
  link.replaceChildren(...marked(hit.title))
  fill(item, 'authors', [hit.authors && `${hit.authors}.`])
  fill(item, 'venue', [hit.venue])
  fill(item, 'preprint', [hit.venue ? '' : hit.preprint])
  fill(item, 'claim', marked(hit.claim))
  fill(item, 'excerpt', marked(hit.excerpt))
  fill(item, 'reasons', hit.reasons.map(reasonLine))
  return item
}

function reasonLine({ label, pieces }: Reason): HTMLElement {
  const line = document.createElement('span')
  line.className = 'search-reason'
  line.append(`${label}: `, ...marked(pieces))
  return line
}
