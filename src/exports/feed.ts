import type { LinkKind } from '../model/entry.ts'
import { paperPath, tagPath, topicPath } from '../model/page-path.ts'
import { displayDate } from '../model/partial-date.ts'
import { titleText } from '../text/title.ts'
import { firstId } from './citation-key.ts'
import { linkNames } from './link-names.ts'
import type { TopicNames } from './markdown-paper.ts'
import { pdfAddress } from './pdf-address.ts'
import type { Reference } from './reference.ts'
import type { Source } from './source.ts'
import { xmlText } from './xml.ts'

/** The most papers that a feed holds, the latest ones. */
export const longestFeed = 100

/** A list of what was added, as feed readers follow it; written as Atom and as JSON Feed. */
export interface Feed {
  /** Permanent, also when the address changes. */
  id: string
  title: string
  description: string
  /** The address of the page that shows these papers. */
  page: string
  /** The address of the feed's folder; the files are `feed.xml` and `feed.json`. */
  folder: string
  language: string
  /** Who speaks where an entry names no authors. */
  keeper: string
  /** The day of the latest addition; the site's beginning where there is none. */
  updated: string
  items: FeedItem[]
}

/** One addition to the list. */
export interface FeedItem {
  id: string
  title: string
  page: string
  /** The paper's own address. */
  paper?: string
  /** The day on which it was added. */
  added: string
  authors: readonly string[]
  /** The claim. */
  summary?: string
  html: string
  /** Topics and tags, as readers see them. */
  words: string[]
}

/** What a feed is of: the whole list (`/`), a topic (`/topics/safety/`) or a tag. */
export interface FeedHead {
  title: string
  description: string
  path: `/${string}`
}

/**
 * A feed of entries, the latest addition first. Ids come from each entry's first id, so that a rename shows nobody a paper
 * twice; every date is one of the entries', so that two builds say the same.
 */
export function feedOf(
  references: readonly Reference[],
  { title, description, path }: FeedHead,
  topicNames: TopicNames,
  source: Source,
): Feed {
  const latest = latestAdded(references)
  return {
    id: permanentId(path, source),
    title,
    description,
    page: source.absolute(path),
    folder: source.absolute(path),
    language: source.site.language,
    keeper: source.site.curators.join(', ') || source.site.title,
    updated: latest[0]?.entry.added ?? '1970-01-01',
    items: latest.map((reference) => itemOf(reference, topicNames, source)),
  }
}

/** The latest additions, as many as a feed holds; those of one day in the order given. */
export function latestAdded(references: readonly Reference[]): Reference[] {
  return references
    .toSorted(({ entry: a }, { entry: b }) => Number(a.added < b.added) - Number(a.added > b.added))
    .slice(0, longestFeed)
}

/** A `tag:` URI of RFC 4151; where the site names no authority, its address stands for one. */
function permanentId(path: string, { site }: Source): string {
  const authority = site.idAuthority ?? `${new URL(site.url).hostname},2025`
  const base = site.idAuthority ? '' : site.base.slice(0, -1)
  return `tag:${authority}:${base}${path}`
}

function itemOf(reference: Reference, topicNames: TopicNames, source: Source): FeedItem {
  const { entry, tagNames } = reference
  return {
    id: permanentId(paperPath(firstId(entry)), source),
    title: titleText(entry.title),
    page: source.absolute(paperPath(entry.id)),
    ...(entry.paper && { paper: entry.paper }),
    added: entry.added,
    authors: entry.authors ?? [],
    ...(entry.claim && { summary: entry.claim }),
    html: contentOf(reference, topicNames, source),
    words: [...(entry.topics ?? []).map((id) => topicNames[id] ?? id), ...tagNames],
  }
}

const link = (text: string, address: string) => `<a href="${xmlText(address)}">${xmlText(text)}</a>`

function contentOf(
  { entry, tagNames }: Reference,
  topicNames: TopicNames,
  { absolute }: Source,
): string {
  const pdf = entry.paper && pdfAddress(entry.paper)
  const links = [
    entry.paper && link('Paper', entry.paper),
    pdf && link('PDF', pdf),
    entry.doi && link('DOI', `https://doi.org/${entry.doi}`),
    ...Object.entries(linkNames).map(([kind, name]) => {
      const address = entry.links?.[kind as LinkKind]
      return address && link(name, address)
    }),
    link('On the list', absolute(paperPath(entry.id))),
  ]
  const filed = [
    ...(entry.topics ?? []).map((id) => link(topicNames[id] ?? id, absolute(topicPath(id)))),
    ...(entry.tags ?? []).map((id, place) => link(tagNames[place] ?? id, absolute(tagPath(id)))),
  ]
  const source =
    entry.venue ??
    ['Preprint', entry.published && displayDate(entry.published)].filter(Boolean).join(', ')
  return [
    `<p>${xmlText([entry.authors?.join(', '), source].filter(Boolean).join('. '))}.</p>`,
    entry.claim && `<p><strong>${xmlText(entry.claim)}</strong></p>`,
    entry.abstractHtml,
    `<p>${links.filter(Boolean).join(' · ')}</p>`,
    filed.length > 0 && `<p>${filed.join(' · ')}</p>`,
  ]
    .filter(Boolean)
    .join('\n')
}
