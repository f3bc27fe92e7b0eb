import { doiAddress } from '../model/identifier.ts'
import { paperPath } from '../model/page-path.ts'
import { displayDate } from '../model/partial-date.ts'
import { titleText } from '../text/title.ts'
import { firstId } from './citation-key.ts'
import { xmlElement, xmlText } from './escaping.ts'
import { latest } from './modified-days.ts'
import type { PaperList } from './papers-file.ts'
import { namedLinks, type Reference, type SiteContext } from './reference.ts'

/** The most papers in a feed. */
export const longestFeed = 50

/** A feed, in the shape of JSON Feed and with an id. */
export type Feed = ReturnType<typeof feedOf>

/**
 * Makes a feed of a list of papers, with the latest addition first. The id of an item comes from the entry's first id, so that
 * readers don't show a renamed paper twice. All dates come from the entries or from git, so that builds are reproducible.
 */
export function feedOf(
  { references, title, description = '', path }: PaperList,
  context: SiteContext,
) {
  const { site, absolute } = context
  return {
    /** The permanent id, which doesn't depend on the address. */
    id: permanentId(path, context),
    /** @see https://www.jsonfeed.org/version/1.1/ */
    json: {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: absolute(path),
      feed_url: `${absolute(path)}feed.json`,
      description,
      language: site.language,
      authors: [{ name: site.curators.join(', ') || site.title }],
      items: latestAdded(references).map((reference) => {
        const { entry, topicNames, tagNames } = reference
        const words = [...topicNames, ...tagNames]
        return {
          id: permanentId(paperPath(firstId(entry)), context),
          url: absolute(paperPath(entry.id)),
          external_url: entry.paper,
          title: titleText(entry.title),
          content_html: contentOf(reference, words, context),
          summary: entry.claim,
          date_published: reference.added,
          date_modified: reference.updated,
          authors: entry.authors?.map((name) => ({ name })),
          tags: words.length > 0 ? words : undefined,
        }
      }),
    },
  }
}

/** Returns the latest additions, as many as a feed has. */
export function latestAdded(references: readonly Reference[]): Reference[] {
  return references
    .toSorted((a, b) => Number(a.added < b.added) - Number(a.added > b.added))
    .slice(0, longestFeed)
}

/** Writes a feed as JSON Feed 1.1. */
export function jsonFeedOf({ json }: Feed): string {
  return `${JSON.stringify(json)}\n`
}

/**
 * Writes a feed as Atom 1.0.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function atomOf({ id, json }: Feed): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(json.language)}">\n`,
    xmlElement('id', id),
    xmlElement('title', json.title),
    xmlElement('subtitle', json.description),
    `<link rel="alternate" type="text/html" href="${xmlText(json.home_page_url)}"/>\n`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(json.home_page_url)}feed.xml"/>\n`,
    xmlElement('updated', latest(json.items.map((item) => item.date_modified)) ?? fallbackTime(id)),
    ...json.authors.map(atomAuthor),
    ...json.items.map(atomEntry),
    '</feed>\n',
  ].join('')
}

/** The `updated` time of a feed without papers: the start of the year in its `tag:` URI. */
function fallbackTime(id: string): string {
  return `${/,(\d{4})/.exec(id)?.[1]}-01-01T00:00:00Z`
}

function atomEntry(item: Feed['json']['items'][number]): string {
  return [
    '<entry>\n',
    xmlElement('id', item.id),
    xmlElement('title', item.title),
    `<link rel="alternate" type="text/html" href="${xmlText(item.url)}"/>\n`,
    item.external_url ? `<link rel="related" href="${xmlText(item.external_url)}"/>\n` : '',
    xmlElement('published', item.date_published),
    xmlElement('updated', item.date_modified),
    ...(item.authors ?? []).map(atomAuthor),
    ...(item.tags ?? []).map((word) => `<category term="${xmlText(word)}"/>\n`),
    xmlElement('summary', item.summary),
    xmlElement('content', item.content_html, ' type="html"'),
    '</entry>\n',
  ].join('')
}

function atomAuthor({ name }: { name: string }): string {
  return `<author>${xmlElement('name', name).trim()}</author>\n`
}

/** A `tag:` URI (RFC 4151). If the site has no `idAuthority`, its address is used. */
function permanentId(path: string, { site }: SiteContext): string {
  const authority = site.idAuthority ?? `${new URL(site.url).hostname},2025`
  const base = site.idAuthority ? '' : site.base.slice(0, -1)
  return `tag:${authority}:${base}${path}`
}

const link = (text: string, address: string) => `<a href="${xmlText(address)}">${xmlText(text)}</a>`

function contentOf(
  { entry, pdf }: Reference,
  words: readonly string[],
  { absolute }: SiteContext,
): string {
  const links = [
    entry.paper && link('Paper', entry.paper),
    pdf && link('PDF', pdf),
    entry.doi && link('DOI', doiAddress(entry.doi)),
    ...namedLinks(entry).map(([name, address]) => link(name, address)),
    link('On the list', absolute(paperPath(entry.id))),
  ]
  const venue =
    entry.venue ??
    ['Preprint', entry.published && displayDate(entry.published)].filter(Boolean).join(', ')
  return [
    `<p>${xmlText([entry.authors?.join(', '), venue].filter(Boolean).join('. '))}.</p>`,
    entry.claim && `<p><strong>${xmlText(entry.claim)}</strong></p>`,
    entry.abstractHtml,
    `<p>${links.filter(Boolean).join(' · ')}</p>`,
    words.length > 0 && `<p>${xmlText(words.join(' · '))}</p>`,
  ]
    .filter(Boolean)
    .join('\n')
}
