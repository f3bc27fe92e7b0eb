import { displayDate } from '../model/partial-date.ts'
import { authorName } from '../model/person.ts'
import { guard } from '../rules/engine/guard.ts'
import { validFacts } from '../rules/engine/rule.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { escapeMarkup } from '../text/escapes.ts'
import { proseHtml } from '../text/html.ts'
import { titleHtml } from '../text/title.ts'
import type { KnownList } from './check-draft.ts'

/** The HTML of an entry as its page will show it. Empty if the guard refuses the file, or if it has no title. */
export function previewHtml(file: EntryFile, { topics, vocabulary }: KnownList): string {
  const { title, authors, published, venue, claim, evidence, ...facts } = validFacts(file)
  if (!title || file.excess || guard(file).length > 0) return ''
  const date = published && displayDate(published)
  const source = venue ? `<cite>${escapeMarkup(venue)}</cite>` : 'Preprint'
  const when = date ? `${venue ? '; first version' : ','} ${date}` : ''
  const names = (ids: readonly string[] | undefined, words: Record<string, { name: string }>) =>
    ids?.map((id) => words[id]?.name ?? id)
  const rows = Object.entries({
    Topics: facts.topics?.map((id) => topics.find((topic) => topic.id === id)?.name ?? id),
    Tags: names(facts.tags, vocabulary.tags),
    Kind: names(facts.kind, vocabulary.kinds),
    Names: facts.names,
  }).flatMap(([term, words]) =>
    words ? `<div><dt>${term}</dt><dd>${escapeMarkup(words.join(', '))}</dd></div>` : [],
  )
  return [
    `<p class="preview-title">${titleHtml(title)}</p>`,
    authors && `<p class="paper-authors">${escapeMarkup(authors.map(authorName).join(', '))}</p>`,
    `<p class="paper-source">${source}${when}</p>`,
    claim && `<div class="claim"><p>${escapeMarkup(claim)}</p></div>`,
    file.abstract.children.length > 0 &&
      `<div class="prose">${proseHtml(file.abstract, evidence)}</div>`,
    rows.length > 0 && `<dl class="facts">${rows.join('')}</dl>`,
  ]
    .filter(Boolean)
    .join('')
}
