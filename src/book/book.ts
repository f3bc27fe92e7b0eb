import { xmlCharacters, xmlText } from '../exports/escaping.ts'
import { linkPapers } from '../exports/markdown.ts'
import type { Reference, SiteContext } from '../exports/reference.ts'
import { shortAuthors } from '../model/authors.ts'
import { displayDate } from '../model/partial-date.ts'
import type { ReadingPath } from '../model/path.ts'
import type { Topic } from '../model/topic.ts'
import { proseHtml } from '../text/html.ts'
import { parseProse } from '../text/processor.ts'
import { titleHtml, titleText } from '../text/title.ts'
import { type Chapter, epubOf } from './epub.ts'

/** The content of the book. */
export interface BookContent extends SiteContext {
  /** All papers, in the order of the list. */
  references: readonly Reference[]
  topics: readonly Topic[]
  paths: readonly ReadingPath[]
  /** The day of the last change; undefined for a list without papers or history. */
  modified: string | undefined
}

/** E-readers open chapters with more papers slowly. */
const chapterSize = 60
const maxAuthors = 8

/** Makes a book of the whole list: the reading paths, then the topics with their introductions, and each paper once, under its first topic. */
export function bookOf(content: BookContent): Uint8Array<ArrayBuffer> {
  const { site, absolute, references, topics, paths, modified } = content
  const firstTopic = ({ entry }: Reference) => topics.find(({ id }) => id === entry.topics?.[0])
  const shelves = [...topics, undefined].flatMap((topic) => {
    const { id, name } = topic ?? { id: 'none', name: 'Other papers' }
    const own = references.filter((reference) => firstTopic(reference) === topic)
    const parts = Math.ceil(own.length / chapterSize) || (topic ? 1 : 0)
    return Array.from({ length: parts }, (_, nth) => ({
      topic: nth === 0 ? topic : undefined,
      file: `topic-${id}${nth > 0 ? `-${nth + 1}` : ''}`,
      title: nth > 0 ? `${name}, part ${nth + 1}` : name,
      papers: own.slice(nth * chapterSize, (nth + 1) * chapterSize),
    }))
  })
  const linkTargets = new Map(
    shelves.flatMap(({ file, papers }) =>
      papers.map(
        ({ entry }) => [entry.id, { href: `${file}.xhtml#${anchor(entry.id)}`, entry }] as const,
      ),
    ),
  )
  const link = (id: string) => {
    const { href, entry } = linkTargets.get(id) ?? {}
    return href && entry ? [`<a href="${href}">${xhtml(titleHtml(entry.title))}</a>`] : []
  }
  const introductionHtml = (introduction = '') => {
    const linked = linkPapers(introduction, references, {
      site,
      absolute: (path) =>
        linkTargets.get(path.replace(/^\/papers\/|\.md$/g, ''))?.href ?? absolute(path),
    })
    return xhtml(proseHtml(parseProse(linked)), absolute)
  }
  const pathSection = ({ id, name, for: readers, steps, introduction }: ReadingPath) => {
    const items = steps.flatMap(({ paper, why }) =>
      link(paper).map((to) => `<li>${to}. ${xmlText(why)}</li>`),
    )
    return `<section id="${anchor(id)}"><h2>${xmlText(name)}</h2>
<p>${xmlText(readers)}</p>
${introductionHtml(introduction)}
${items.length > 0 ? `<ol>\n${items.join('\n')}\n</ol>` : ''}</section>`
  }
  const topicIntroduction = ({ id, description, introduction }: Topic) => {
    const also = references.flatMap(({ entry }) =>
      entry.topics?.slice(1).includes(id) ? link(entry.id) : [],
    )
    return `<p>${xmlText(description)}</p>\n${introductionHtml(introduction)}
${also.length > 0 ? `<p>In other chapters: ${also.join('; ')}.</p>` : ''}`
  }
  const pathChapter: Chapter = {
    file: 'paths',
    title: 'Reading paths',
    body: ['<h1>Reading paths</h1>', ...paths.map(pathSection)].join('\n'),
    parts: paths.map(({ id, name }) => ({ id: anchor(id), title: name })),
  }
  const home = absolute('/')
  const chapters: Chapter[] = [
    {
      file: 'title',
      title: site.title,
      body: `<h1>${xmlText(site.title)}</h1>
<p>${xmlText(site.description)}</p>
<p>${modified ? `As of ${displayDate(modified)}. ` : ''}Abstracts belong to their authors; claims and introductions are ours. The list itself: <a href="${home}">${home}</a></p>`,
      parts: [],
    },
    ...(paths.length > 0 ? [pathChapter] : []),
    ...shelves.map(({ topic, file, title, papers }) => ({
      file,
      title,
      body: [
        `<h1>${xmlText(title)}</h1>`,
        ...(topic ? [topicIntroduction(topic)] : []),
        ...papers.map(({ entry }) => paperSection(entry, absolute)),
      ].join('\n'),
      parts: papers.map(({ entry }) => ({ id: anchor(entry.id), title: titleText(entry.title) })),
    })),
  ]
  const identifier = absolute('/list.epub')
  return epubOf(chapters, { ...site, identifier, modified: modified ?? '2025-01-01' })
}

/** The id of an element. XML ids must start with a letter. */
const anchor = (id: string) => `p-${id}`

function paperSection(entry: Reference['entry'], absolute: SiteContext['absolute']): string {
  const { id, title, authors, venue, published, claim, paper } = entry
  const source = [
    authors && shortAuthors(authors, maxAuthors),
    venue ?? 'Preprint',
    published && displayDate(published),
  ]
  return `<section id="${anchor(id)}"><h2>${xhtml(titleHtml(title))}</h2>
<p class="source">${xmlText(source.filter(Boolean).join('. '))}</p>
${claim ? `<p class="claim">${xmlText(claim)}</p>` : ''}
${xhtml(entry.abstractHtml, absolute)}
${entry.notesHtml ? xhtml(entry.notesHtml, absolute) : ''}
${paper ? `<p class="source"><a href="${xmlText(paper)}">${xmlText(paper)}</a></p>` : ''}
</section>`
}

/** Converts the site's HTML to XML. That HTML has no other void elements and no named character references. */
function xhtml(html: string, absolute?: SiteContext['absolute']): string {
  return xmlCharacters(html)
    .replaceAll(']]>', ']]&gt;')
    .replace(/<(br|hr)>/g, '<$1/>')
    .replace(/<math(?=[ >])/g, '<math xmlns="http://www.w3.org/1998/Math/MathML"')
    .replace(/ href="(\/[^"]*)"/g, (_, path: `/${string}`) => ` href="${absolute?.(path) ?? path}"`)
}
