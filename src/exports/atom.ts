import type { Feed, FeedItem } from './feed.ts'
import { xmlElement, xmlText } from './xml.ts'

const instant = (day: string) => `${day}T00:00:00Z`
const author = (name: string) => `<author>${xmlElement('name', name).trim()}</author>\n`

/**
 * A feed as Atom 1.0.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function atomOf(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.language)}">\n`,
    xmlElement('id', feed.id),
    xmlElement('title', feed.title),
    xmlElement('subtitle', feed.description),
    `<link rel="alternate" type="text/html" href="${xmlText(feed.page)}"/>\n`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(feed.folder)}feed.xml"/>\n`,
    xmlElement('updated', instant(feed.updated)),
    author(feed.keeper),
    ...feed.items.map(entryOf),
    '</feed>\n',
  ].join('')
}

function entryOf(item: FeedItem): string {
  return [
    '<entry>\n',
    xmlElement('id', item.id),
    xmlElement('title', item.title),
    `<link rel="alternate" type="text/html" href="${xmlText(item.page)}"/>\n`,
    item.paper ? `<link rel="related" href="${xmlText(item.paper)}"/>\n` : '',
    xmlElement('published', instant(item.added)),
    xmlElement('updated', instant(item.added)),
    ...item.authors.map(author),
    ...item.words.map((word) => `<category term="${xmlText(word)}"/>\n`),
    xmlElement('summary', item.summary),
    xmlElement('content', item.html, ' type="html"'),
    '</entry>\n',
  ].join('')
}
