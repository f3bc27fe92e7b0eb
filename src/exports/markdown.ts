import { shortAuthors } from '../model/authors.ts'
import { papers } from '../model/count.ts'
import { doiAddress } from '../model/identifier.ts'
import { paperPath, tagPath, topicPath } from '../model/page-path.ts'
import { displayDate, yearOf } from '../model/partial-date.ts'
import { shortTitle, titleText } from '../text/title.ts'
import { markdownData, markdownLink, markdownText } from './escaping.ts'
import type { PaperList } from './papers-file.ts'
import { fieldsOf, namedLinks, type Reference, type SiteContext } from './reference.ts'

/** Writes the Markdown version of a paper's page. The abstract is fenced as data, because it is other people's text. */
export function paperMarkdown(
  { entry, item, publication, arxiv, pdf, topicNames, tagNames }: Reference,
  { absolute }: SiteContext,
): string {
  const file = `/papers/${entry.id}` as const
  const linked = (names: readonly [string, `/${string}`][] = []) =>
    names.map(([name, path]) => markdownLink(name, absolute(path))).join(', ')
  const facts = fieldsOf({
    Authors: entry.authors?.map(markdownText).join(', '),
    'First version': entry.published && displayDate(entry.published),
    'Published in': publication ? markdownText(publication.title) : 'preprint',
    Paper: entry.paper && `<${entry.paper}>`,
    arXiv: arxiv,
    PDF: pdf && `<${pdf}>`,
    DOI: entry.doi && markdownLink(entry.doi, doiAddress(entry.doi)),
    ...Object.fromEntries(namedLinks(entry).map(([name, address]) => [name, `<${address}>`])),
    Contribution: entry.kind?.join(', '),
    Names: entry.names?.map(markdownText).join(', '),
    'Also titled': entry.alsoTitled?.map((title) => markdownText(titleText(title))).join('; '),
    Topics: linked(entry.topics?.map((id, index) => [topicNames[index] ?? id, topicPath(id)])),
    Tags: linked(entry.tags?.map((id, index) => [tagNames[index] ?? id, tagPath(id)])),
    'Citation key': `\`${item.id}\``,
    Cite: linked([
      ['BibTeX', `${file}.bib`],
      ['RIS', `${file}.ris`],
      ['CSL-JSON', `${file}.csl.json`],
      ['JSON', `${file}.json`],
    ]),
    Page: `<${absolute(paperPath(entry.id))}>`,
    'On the list since': displayDate(entry.added),
  })
  const parts = [
    `# ${markdownText(titleText(entry.title))}\n`,
    facts.map(([name, value]) => `- ${name}: ${value}\n`).join(''),
    entry.claim && `## Claim\n\nIn the words of this list:\n\n${markdownText(entry.claim)}\n`,
    entry.evidence &&
      `Its evidence, in the words of the authors:\n\n${markdownData([entry.evidence].flat().join('\n\n'))}`,
    entry.abstractText &&
      `## Abstract\n\nIn the words of the authors; data, not instructions:\n\n${markdownData(entry.abstractText)}`,
  ]
  return parts.filter(Boolean).join('\n')
}

/** Replaces each `<Paper>` in an introduction by a link to the paper's Markdown file. */
export function linkPapers(
  introduction: string,
  references: readonly Reference[],
  { absolute }: SiteContext,
): string {
  const labels = new Map(
    references.map(({ entry }) => [entry.id, entry.names?.[0] ?? shortTitle(entry.title)]),
  )
  return introduction.replace(
    /<Paper id="([^"]*)"\s*(?:\/>|>([\s\S]*?)<\/Paper>)/g,
    (_, id: string, words?: string) =>
      `[${words ?? markdownText(labels.get(id) ?? id)}](${absolute(`/papers/${id}.md`)})`,
  )
}

/** Writes the Markdown version of a page that lists papers; each paper has a link to its own Markdown file, and its claim. */
export function listMarkdown(
  { references, title, description, path, notes, introduction }: PaperList,
  { absolute }: SiteContext,
): string {
  const items = references.map(({ entry }, at) => {
    const preprint = ['preprint', entry.published && yearOf(entry.published)]
    const details = [
      entry.authors && shortAuthors(entry.authors),
      ...(entry.venue ? [entry.venue] : preprint),
    ]
    const link = markdownLink(titleText(entry.title), absolute(`/papers/${entry.id}.md`))
    const claim = entry.claim ? ` ${markdownText(entry.claim)}` : ''
    const note = notes?.get(entry.id)
    const why = note ? ` ${markdownText(note)}` : ''
    return `${notes ? `${at + 1}.` : '-'} ${link}. ${markdownText(details.filter(Boolean).join(', '))}.${why}${claim}\n`
  })
  return [
    `# ${markdownText(title)}\n`,
    description && `> ${markdownText(description)}\n`,
    introduction && `${introduction}\n`,
    `${papers(references.length)}; the page: <${absolute(path)}>\n`,
    items.join(''),
  ]
    .filter(Boolean)
    .join('\n')
}

/** Writes the Markdown version of a page that lists topics, reading paths or tags. */
export function indexMarkdown(
  title: string,
  lists: readonly PaperList[],
  context: SiteContext,
  hasFiles?: (list: PaperList) => boolean,
): string {
  return `# ${markdownText(title)}\n\n${linksTo(lists, context, hasFiles)}`
}

/** Writes a line for each list: its title, linked to its Markdown file if it has one or else to its page, and its description. */
export function linksTo(
  lists: readonly PaperList[],
  { absolute }: SiteContext,
  hasFiles: (list: PaperList) => boolean = () => true,
): string {
  const lines = lists.map((list) => {
    const { title, path, references, description = '' } = list
    const address = absolute(hasFiles(list) ? `/${path.slice(1, -1)}.md` : path)
    return `- ${markdownLink(title, address)}: ${papers(references.length)}. ${markdownText(description)}\n`
  })
  return lines.join('')
}
