import type { Entry } from '../content/entry.ts'
import { type Person, parsePerson } from '../model/person.ts'
import { titleText } from '../text/title.ts'
import { sentenceCase } from './capitals.ts'
import type { Publication } from './publication.ts'

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

const types = {
  conference: 'paper-conference',
  workshop: 'paper-conference',
  journal: 'article-journal',
  other: 'document',
} as const satisfies Record<Publication['kind'], CslItem['type']>

/** The CSL-JSON of an entry, from what is derived of it. */
export function itemOf(
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

/** References as CSL-JSON, one a line: always an array, as reference managers and citeproc read it. */
export function cslFile(references: readonly { item: CslItem }[]): string {
  return `[\n${references.map(({ item }) => JSON.stringify(item)).join(',\n')}\n]\n`
}
