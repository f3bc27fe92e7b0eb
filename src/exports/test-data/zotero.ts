import type { Person } from '../../model/person.ts'
import type { CslItem } from '../csl.ts'
import type { MetaTag } from '../page-metadata.ts'

// A model of how Zotero reads our files and pages, and of the items that it passes to a citation style.
// @see https://github.com/zotero/translators (Embedded Metadata.js, RIS.js), https://github.com/zotero/utilities (openurl.js)
// @see https://api.zotero.org/schema for the CSL fields of each type

/** An item as Zotero passes it to citeproc; only an import has the type `report`. */
export type ZoteroItem = Omit<CslItem, 'type'> & { type: CslItem['type'] | 'report' }

const types: Record<string, ZoteroItem['type']> = {
  preprint: 'article',
  journalArticle: 'article-journal',
  conferencePaper: 'paper-conference',
  document: 'document',
  RPRT: 'report',
  JOUR: 'article-journal',
  CONF: 'paper-conference',
}

/** Splits a name at its comma, or else at its last space. */
function personOf(name: string): Person {
  const [family = '', given] = name.split(/\s*,\s*/)
  if (given) return { family, given }
  const end = name.lastIndexOf(' ')
  return end < 0 || name.endsWith(',')
    ? { literal: family }
    : { family: name.slice(end + 1), given: name.slice(0, end) }
}

const pagesOf = (...pages: (string | undefined)[]) => pages.filter(Boolean).join('-')

function itemOf(fields: Record<string, string | undefined>, authors: string[]): ZoteroItem {
  const { type = 'document', date, ...rest } = fields
  const present = Object.entries(rest).filter(([, value]) => value)
  return {
    id: 'saved',
    'citation-key': 'saved',
    title: '',
    ...Object.fromEntries(present),
    type: types[type] ?? 'document',
    author: authors.map(personOf),
    ...(date && { issued: { 'date-parts': [date.split(/[/-]/).filter(Boolean).map(Number)] } }),
  }
}

/** Returns the item that Zotero saves from a page with these meta tags. */
export function savedFromPage(tags: readonly MetaTag[]): ZoteroItem {
  const all = (name: string) => tags.flatMap((tag) => (tag.name === name ? tag.content : []))
  const one = (name: string) => all(name)[0]
  const journal = one('citation_journal_title')
  return itemOf(
    {
      type: journal ? 'journalArticle' : one('DC.type'),
      title: one('citation_title'),
      date: one('citation_publication_date'),
      'container-title': journal ?? one('prism.publicationName'),
      volume: one('citation_volume'),
      issue: one('citation_issue'),
      page: pagesOf(one('citation_firstpage'), one('citation_lastpage')),
      publisher: one('citation_publisher'),
      number: one('citation_technical_report_number'),
      DOI: one('citation_doi'),
      URL: one('citation_public_url'),
    },
    all('citation_author'),
  )
}

/** Returns the item that Zotero saves from a COinS span. */
export function savedFromSpan(span: string): ZoteroItem {
  const pairs = span.split('&').map((pair) => pair.split('=').map(decodeURIComponent))
  const all = (name: string) => pairs.flatMap(([key, value]) => (key === name ? (value ?? '') : []))
  return itemOf(
    {
      type: all('rft.type')[0],
      title: all('rft.title')[0],
      date: all('rft.date')[0],
      'container-title': all('rft.source')[0],
      publisher: all('rft.publisher')[0],
      DOI: all('rft_id')[0]?.replace('info:doi/', ''),
      URL: all('rft.identifier')[0],
    },
    all('rft.creator'),
  )
}

/** Returns the item that Zotero imports from a RIS record. */
export function importedFromRis(record: string): ZoteroItem {
  const lines = [...record.matchAll(/^(\w\w) {2}- (.*)\r$/gm)]
  const all = (name: string) => lines.flatMap(([, tag, value]) => (tag === name ? value : []))
  const conference = all('TY')[0] === 'CONF'
  return itemOf(
    {
      type: all('TY')[0],
      title: all('TI')[0],
      date: all('DA')[0] ?? all('PY')[0],
      // For a conference, T2 would be the name of the event.
      'container-title': all(conference ? 'C3' : 'T2')[0],
      volume: all('VL')[0],
      issue: all('IS')[0],
      page: pagesOf(all('SP')[0], all('EP')[0]),
      publisher: all('PB')[0],
      number: all('SN')[0],
      DOI: all('DO')[0],
      URL: all('UR')[0],
    },
    all('AU').filter((name) => name !== undefined),
  )
}
