import { displayDate } from '../../model/partial-date.ts'
import { guardRules } from '../../rules/engine/guard.ts'
import { soundFacts } from '../../rules/engine/sound-facts.ts'
import { proseHtml } from '../../text/html.ts'
import { titleHtml } from '../../text/title.ts'
import type { Judgement } from '../judge.ts'
import type { KnownList } from '../known.ts'
import { safeNodes } from './safe-nodes.ts'

const guarded = new Set(guardRules.map(({ name }) => name))

function element(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}

/**
 * The entry as its page will show it; undefined as long as the guard would not load it, or there is nothing to show.
 */
export function lookOf(
  { file, findings }: Judgement,
  { topics, vocabulary }: KnownList,
): Node[] | undefined {
  if (file.excess || findings.some(({ rule }) => guarded.has(rule))) return undefined
  const facts = soundFacts(file)
  const { title, authors, published, venue, claim, evidence } = facts
  if (!title) return undefined
  const nodes: Node[] = [element('p', 'look-title', safeNodes(titleHtml(title)))]
  if (authors) nodes.push(element('p', 'paper-authors', authors.join(', ')))
  const date = published && displayDate(published)
  const source = venue ? element('cite', '', venue) : 'Preprint'
  const when = date ? `${venue ? '; first version' : ','} ${date}` : ''
  nodes.push(element('p', 'paper-source', source, when))
  if (claim) nodes.push(element('div', 'claim', element('p', '', claim)))
  if (file.abstract.children.length > 0) {
    nodes.push(element('div', 'prose', safeNodes(proseHtml(file.abstract, evidence))))
  }
  const named = (ids: readonly string[] = [], nameOf: (id: string) => string | undefined) =>
    ids.map((id) => nameOf(id) ?? id).join(', ')
  const rows: [string, string][] = [
    ['Topics', named(facts.topics, (id) => topics.find((topic) => topic.id === id)?.name)],
    ['Tags', named(facts.tags, (id) => vocabulary.tags[id]?.name)],
    ['Kind', named(facts.kind, (id) => id)],
    ['Names', named(facts.names, (id) => id)],
  ]
  const list = element('dl', 'facts')
  for (const [term, words] of rows) {
    if (words) list.append(element('div', '', element('dt', '', term), element('dd', '', words)))
  }
  if (list.childElementCount > 0) nodes.push(list)
  return nodes
}
