import { shortAuthors } from '../model/authors.ts'
import { yearOf } from '../model/partial-date.ts'
import { titleText } from '../text/title.ts'
import { markdownLink, markdownText } from './markdown-text.ts'
import type { PapersHead } from './papers-file.ts'
import type { Reference } from './reference.ts'
import type { Source } from './source.ts'

/** The Markdown twin of a page that lists papers: each with a link to its own twin, and its claim. */
export function listMarkdown(
  references: readonly Reference[],
  { title, description, path }: PapersHead,
  { absolute }: Source,
): string {
  const items = references.map(({ entry }) => {
    const preprint = ['preprint', entry.published && yearOf(entry.published)]
    const source = [
      entry.authors && shortAuthors(entry.authors),
      ...(entry.venue ? [entry.venue] : preprint),
    ]
    const link = markdownLink(titleText(entry.title), absolute(`/papers/${entry.id}.md`))
    const claim = entry.claim ? ` ${markdownText(entry.claim)}` : ''
    return `- ${link}. ${markdownText(source.filter(Boolean).join(', '))}.${claim}\n`
  })
  return [
    `# ${markdownText(title)}\n`,
    description && `> ${markdownText(description)}\n`,
    `${references.length} ${references.length === 1 ? 'paper' : 'papers'}; the page: <${absolute(path)}>\n`,
    items.join(''),
  ]
    .filter(Boolean)
    .join('\n')
}

/** The Markdown twin of a page that lists topics or tags: each with a link to its own twin, and what it is. */
export function indexMarkdown(
  title: string,
  lists: readonly (PapersHead & { references: readonly Reference[] })[],
  { absolute }: Source,
): string {
  const items = lists.map((list) => {
    const twin = absolute(`${list.path.replace(/\/$/, '')}.md` as `/${string}`)
    const count = `${list.references.length} ${list.references.length === 1 ? 'paper' : 'papers'}`
    return `- ${markdownLink(list.title, twin)}: ${count}. ${markdownText(list.description ?? '')}\n`
  })
  return `# ${markdownText(title)}\n\n${items.join('')}`
}
