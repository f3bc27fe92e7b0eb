import { element } from '../../browser/element.ts'
import { displayDate } from '../../model/partial-date.ts'
import { authorName } from '../../model/person.ts'
import { guard } from '../../rules/engine/guard.ts'
import { validFacts } from '../../rules/engine/rule.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import { proseHtml } from '../../text/html.ts'
import { titleHtml } from '../../text/title.ts'
import type { KnownList } from '../judge.ts'

/** The entry as its page will show it; empty as long as the guard would not load it, or there is nothing to show. */
export function lookOf(file: EntryFile, { topics, vocabulary }: KnownList): Node[] {
  const facts = validFacts(file)
  const { title, authors, published, venue, claim, evidence } = facts
  if (!title || file.excess || guard(file).length > 0) return []
  const date = published && displayDate(published)
  const source = venue ? element('cite', {}, venue) : 'Preprint'
  const when = date ? `${venue ? '; first version' : ','} ${date}` : ''
  const rows = Object.entries({
    Topics: facts.topics?.map((id) => topics.find((topic) => topic.id === id)?.name ?? id),
    Tags: facts.tags?.map((id) => vocabulary.tags[id]?.name ?? id),
    Kind: facts.kind?.map((id) => vocabulary.kinds[id]?.name ?? id),
    Names: facts.names,
  }).flatMap(([term, words]) =>
    words ? [element('div', {}, element('dt', {}, term), element('dd', {}, words.join(', ')))] : [],
  )
  return [
    element('p', { className: 'look-title' }, nodesOf(titleHtml(title))),
    ...(authors
      ? [element('p', { className: 'paper-authors' }, authors.map(authorName).join(', '))]
      : []),
    element('p', { className: 'paper-source' }, source, when),
    ...(claim ? [element('div', { className: 'claim' }, element('p', {}, claim))] : []),
    ...(file.abstract.children.length > 0
      ? [element('div', { className: 'prose' }, nodesOf(proseHtml(file.abstract, evidence)))]
      : []),
    ...(rows.length > 0 ? [element('dl', { className: 'facts' }, ...rows)] : []),
  ]
}

/** HTML of our own writers as nodes: what the entry's page will hold, since the guard has let the file through. */
function nodesOf(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}
