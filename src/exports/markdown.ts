import { shortAuthors } from '../model/authors.ts'
import { papers } from '../model/count.ts'
import { doiAddress } from '../model/identifier.ts'
import { paperPath, tagPath, topicPath } from '../model/page-path.ts'
import { displayDate, yearOf } from '../model/partial-date.ts'
import { shortTitle, titleText } from '../text/title.ts'
import { markdownData, markdownLink, markdownText } from './escaping.ts'
import type { PaperList } from './papers-file.ts'
import { fieldsOf, namedLinks, type Reference, type Source } from './reference.ts'

/**
 * The Markdown twin of a paper's page: facts, claim, and the abstract fenced as data, because it is other people's text.
 */
export function paperMarkdown(
  { entry, item, publication, arxiv, pdf, topicNames, tagNames }: Reference,
  { absolute }: Source,
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
    Topics: linked(entry.topics?.map((id, place) => [topicNames[place] ?? id, topicPath(id)])),
    Tags: linked(entry.tags?.map((id, place) => [tagNames[place] ?? id, tagPath(id)])),
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

/** An introduction with the papers that it names as links to their twins, by the words that it gives them or else by a name. */
export function linkPapers(
  introduction: string,
  references: readonly Reference[],
  { absolute }: Source,
): string {
  const named = new Map(
    references.map(({ entry }) => [entry.id, entry.names?.[0] ?? shortTitle(entry.title)]),
  )
  return introduction.replace(
    /<Paper id="([^"]*)"\s*(?:\/>|>([\s\S]*?)<\/Paper>)/g,
    (_, id: string, words?: string) =>
      `[${words ?? markdownText(named.get(id) ?? id)}](${absolute(`/papers/${id}.md`)})`,
  )
}

/** The Markdown twin of a page that lists papers: each with a link to its own twin, and its claim. */
export function listMarkdown(
  { references, title, description, path, notes, introduction }: PaperList,
  { absolute }: Source,
): string {
  const items = references.map(({ entry }, at) => {
    const preprint = ['preprint', entry.published && yearOf(entry.published)]
    const source = [
      entry.authors && shortAuthors(entry.authors),
      ...(entry.venue ? [entry.venue] : preprint),
    ]
    const link = markdownLink(titleText(entry.title), absolute(`/papers/${entry.id}.md`))
    const claim = entry.claim ? ` ${markdownText(entry.claim)}` : ''
    const note = notes?.get(entry.id)
    const why = note ? ` ${markdownText(note)}` : ''
    return `${notes ? `${at + 1}.` : '-'} ${link}. ${markdownText(source.filter(Boolean).join(', '))}.${why}${claim}\n`
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

/** The Markdown twin of a page that lists topics or tags. */
export function indexMarkdown(
  title: string,
  lists: readonly PaperList[],
  source: Source,
  hasTwin?: (list: PaperList) => boolean,
): string {
  return `# ${markdownText(title)}\n\n${linksTo(lists, source, hasTwin)}`
}

/** A line for each list: a link to its own twin, or to its page where it has none, how many papers it has, and what it is. */
export function linksTo(
  lists: readonly PaperList[],
  { absolute }: Source,
  hasTwin: (list: PaperList) => boolean = () => true,
): string {
  const lines = lists.map((list) => {
    const { title, path, references, description = '' } = list
    const twin = absolute(hasTwin(list) ? `/${path.slice(1, -1)}.md` : path)
    return `- ${markdownLink(title, twin)}: ${papers(references.length)}. ${markdownText(description)}\n`
  })
  return lines.join('')
}
