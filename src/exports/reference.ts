import type { z } from 'zod'
import type { Entry } from '../content/entry.ts'
import type { LinkKind } from '../model/entry.ts'
import { arxivIdOf } from '../model/identifier.ts'
import { authorName, type Person, parsePerson } from '../model/person.ts'
import type { Site } from '../model/site.ts'
import { venueSeries, venueYear } from '../model/venue.ts'
import type { Vocabulary, venueKind } from '../model/vocabulary.ts'
import { titleText } from '../text/title.ts'
import { sentenceCase } from './capitals.ts'
import { citationKeys } from './citation-key.ts'

/** Year, or year and month, or year, month and day. */
export interface CslDate {
  'date-parts': [number[]]
}

/**
 * One item of CSL-JSON, with the fields that an entry can fill. Every citation of a paper, in whatever format, is
 * written from this.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export interface CslItem {
  /** The citation key. */
  id: string
  type: 'article' | 'article-journal' | 'paper-conference' | 'document'
  'citation-key': string
  /** In sentence case, which styles can raise but not lower. */
  title: string
  author?: Person[]
  /** When this version appeared: the venue's year, or a preprint's day. */
  issued?: CslDate
  /** The day of the first public version, where a later publication is what is cited. */
  'available-date'?: CslDate
  /** The journal or the proceedings. */
  'container-title'?: string
  volume?: string
  issue?: string
  /** First and last: `172-180`. */
  page?: string
  /** Who published the proceedings; a preprint's server. */
  publisher?: string
  /** A preprint's number: `arXiv:2410.03227`. */
  number?: string
  DOI?: string
  URL?: string
  abstract?: string
  /** The tags' names, parted by commas. */
  keyword?: string
}

/** An entry with all that citing it needs, derived once. */
export interface Reference {
  entry: Entry
  /** Its title as it is cited, with its mathematics as TeX. */
  titleTex: string
  /** The same in plain characters. */
  title: string
  /** Its authors as they are cited, each name as it is printed. */
  authors: string[]
  /** Where it was published; absent for a preprint. */
  publication?: Publication
  item: CslItem
  /** When it joined the list, as feeds say it: `2025-03-13T00:04:00Z`. */
  added: string
  /** When its entry last changed, as feeds say it: no earlier than `added`. */
  updated: string
  /** Its tags as readers see them. */
  tagNames: string[]
  /** Its arXiv identifier, where its paper is on arXiv. */
  arxiv?: string
  /** The address of its PDF, where the paper's address tells it. */
  pdf?: string
}

/** Where a paper was published. */
export interface Publication {
  /** `other`: a venue that the vocabulary does not know. */
  kind: z.infer<typeof venueKind> | 'other'
  /** The journal, or the proceedings with their year: what a citation names. */
  title: string
  year?: number
  /** Who published the proceedings, where the vocabulary says it. */
  publisher?: string
}

/** What an export says of the site that it comes from. */
export interface Source {
  site: Site
  /** The absolute address of a page or file, from its path below the base. */
  absolute(path: `/${string}`): string
}

/** The names by which topics are shown, by id. */
export type TopicNames = Readonly<Record<string, string>>

/** What the links of an entry are called, in the order in which readers want them. */
const linkNames: Readonly<Record<LinkKind, string>> = {
  code: 'Code',
  data: 'Data',
  model: 'Model',
  project: 'Project',
}

/** The names and addresses of an entry's links, in the order in which readers want them. */
export function linksOf({ links = {} }: Pick<Entry, 'links'>): [name: string, address: string][] {
  return Object.entries(linkNames).flatMap(([kind, name]): [string, string][] => {
    const address = links[kind as LinkKind]
    return address ? [[name, address]] : []
  })
}

const types = {
  conference: 'paper-conference',
  workshop: 'paper-conference',
  journal: 'article-journal',
  other: 'document',
} as const satisfies Record<Publication['kind'], CslItem['type']>

/**
 * A reference for each entry, in the order given. Keys are unique among all of them, so give the whole list. `days` says
 * when the entries' files last changed, where that is known.
 */
export function referencesOf(
  entries: readonly Entry[],
  { tags, venues }: Pick<Vocabulary, 'tags' | 'venues'>,
  days: ReadonlyMap<string, string> = new Map(),
): Reference[] {
  const keys = citationKeys(entries)
  const times = addedTimes(entries)
  return entries.map((entry) => {
    const key = keys.get(entry.id) ?? entry.id
    const publication = entry.venue ? publicationOf(entry.venue, venues) : undefined
    const arxiv = entry.paper ? arxivIdOf(entry.paper) : undefined
    const pdf = entry.paper && pdfAddress(entry.paper)
    const added = times.get(entry.id) ?? entry.added
    const changed = days.get(entry.path) ?? ''
    const titleTex = entry.publishedTitle ?? entry.title
    const tagNames = (entry.tags ?? []).map((tag) =>
      Object.hasOwn(tags, tag) ? (tags[tag]?.name ?? tag) : tag,
    )
    return {
      entry,
      titleTex,
      title: titleText(titleTex),
      authors: entry.publishedAuthors?.map(authorName) ?? entry.authors ?? [],
      added,
      updated: changed > entry.added ? `${changed}T00:00:00Z` : added,
      ...(publication && { publication }),
      item: itemOf(entry, titleTex, key, publication, arxiv, tagNames),
      tagNames,
      ...(arxiv && { arxiv }),
      ...(pdf && { pdf }),
    }
  })
}

/**
 * The time at which each entry joined the list, by its id. Entries of one day are a minute apart, the last one in the list
 * first, because feed readers sort by time and would shuffle what has the same.
 */
function addedTimes(entries: readonly Entry[]): Map<string, string> {
  const minutes = new Map<string, number>()
  return new Map(
    entries.toReversed().map(({ id, added }) => {
      const minute = minutes.get(added) ?? 0
      // A day has 1,440 minutes; what is more shares the last one.
      minutes.set(added, Math.min(minute + 1, 1439))
      return [id, new Date(Date.parse(added) + minute * 60_000).toISOString().replace('.000', '')]
    }),
  )
}

function itemOf(
  entry: Entry,
  titleTex: string,
  key: string,
  publication: Publication | undefined,
  arxiv: string | undefined,
  tagNames: readonly string[],
): CslItem {
  const { authors, people = authors, publishedAuthors, published, paper, doi, abstractText } = entry
  const { volume, issue, pages } = entry
  const named = publishedAuthors ?? people
  const first = published ? dateOf(published) : undefined
  const year = publication?.year
  return {
    id: key,
    type: publication ? types[publication.kind] : 'article',
    'citation-key': key,
    title: sentenceCase(titleText(titleTex), entry),
    ...(named && { author: named.map(parsePerson) }),
    ...(year ? { issued: { 'date-parts': [[year]] } } : first && { issued: first }),
    ...(year && first && { 'available-date': first }),
    ...(publication && { 'container-title': publication.title }),
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(pages && { page: pages }),
    ...(publication?.publisher && { publisher: publication.publisher }),
    ...(!publication && arxiv && { publisher: 'arXiv', number: `arXiv:${arxiv}` }),
    ...(doi ? { DOI: doi } : !publication && arxiv && { DOI: `10.48550/arXiv.${arxiv}` }),
    ...(paper && { URL: paper }),
    ...(abstractText && { abstract: abstractText }),
    ...(tagNames.length > 0 && { keyword: tagNames.join(', ') }),
  }
}

function dateOf(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] }
}

/**
 * What an entry's venue stands for: its kind and full name from the vocabulary. Proceedings are named with the venue as
 * people say it, `Conference on … (EMNLP 2024)`, a journal without its year.
 */
function publicationOf(venue: string, venues: Vocabulary['venues']): Publication {
  const series = venueSeries(venue)
  const known = Object.hasOwn(venues, series) ? venues[series] : undefined
  const year = venueYear(venue)
  return {
    kind: known?.kind ?? 'other',
    title: titleOf(venue, series, year, known),
    ...(year && { year: Number(year) }),
    ...(known?.publisher && { publisher: known.publisher }),
  }
}

function titleOf(
  venue: string,
  series: string,
  year: string | undefined,
  known: Vocabulary['venues'][string] | undefined,
): string {
  if (!known || (known.name === series && known.kind !== 'journal')) return venue
  if (known.kind === 'journal') return known.name
  // A name that ends as the venue does (`Findings of …: ACL`, `Findings of ACL 2024`) needs only its year, if that.
  const ending = (text: string) => text.split(' ').at(-1)
  if (ending(known.name) === ending(series))
    return year && venue.endsWith(year) ? `${known.name} ${year}` : known.name
  return `${known.name} (${venue})`
}

/** The address of a paper's PDF, where its page's address tells it: arXiv, the ACL Anthology and OpenReview. */
function pdfAddress(paper: string): string | undefined {
  const arxiv = arxivIdOf(paper)
  if (arxiv) return `https://arxiv.org/pdf/${arxiv}`
  if (paper.startsWith('https://aclanthology.org/')) return `${paper.replace(/\/$/, '')}.pdf`
  if (paper.startsWith('https://openreview.net/forum?id=')) return paper.replace('/forum?', '/pdf?')
  return undefined
}

/** One item of CSL-JSON, on one line. */
export function cslOf({ item }: { item: CslItem }): string {
  return JSON.stringify(item)
}

/**
 * CSL-JSON of references, each written by `record` on a line of its own. It is always an array, as reference managers and
 * citeproc read it.
 */
export function cslFile<T extends { item: CslItem }>(
  references: readonly T[],
  record: (reference: T) => string = cslOf,
): string {
  return `[\n${references.map(record).join(',\n')}\n]\n`
}
