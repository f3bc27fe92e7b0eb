import { type Person, parsePerson } from '../model/person.ts'
import { titleText } from '../text/title.ts'
import { sentenceCase } from './capitals.ts'
import type { typesOfKind } from './publication.ts'
import type { Reference } from './reference.ts'

/** Year, or year and month, or year, month and day. */
interface CslDate {
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
  type: (typeof typesOfKind)[keyof typeof typesOfKind]['csl']
  'citation-key': string
  /** In sentence case, which styles can raise but not lower. */
  title: string
  author?: Person[] | undefined
  /** When this version appeared: the venue's year, or a preprint's day. */
  issued?: CslDate | undefined
  /** The day of the first public version, where a later publication is what is cited. */
  'available-date'?: CslDate | undefined
  /** The journal or the proceedings. */
  'container-title'?: string | undefined
  volume?: string | undefined
  issue?: string | undefined
  /** First and last: `172-180`. */
  page?: string | undefined
  /** Who published the proceedings; a preprint's server. */
  publisher?: string | undefined
  /** A preprint's number: `arXiv:2410.03227`. */
  number?: string | undefined
  DOI?: string | undefined
  URL?: string | undefined
  abstract?: string | undefined
  /** The tags' names, parted by commas. */
  keyword?: string | undefined
}

/** The CSL-JSON of a reference under a citation key. JSON leaves out what is undefined. */
export function itemOf(key: string, reference: Omit<Reference, 'item'>): CslItem {
  const { entry, titleTex, publication, types, arxiv, tagNames } = reference
  const first = entry.published ? dateOf(entry.published) : undefined
  const year = publication?.year
  const preprint = publication ? undefined : arxiv
  return {
    id: key,
    type: types.csl,
    'citation-key': key,
    title: sentenceCase(titleText(titleTex), entry),
    author: (entry.publishedAuthors ?? entry.people ?? entry.authors)?.map(parsePerson),
    issued: year ? { 'date-parts': [[year]] } : first,
    'available-date': year ? first : undefined,
    'container-title': publication?.title,
    volume: entry.volume,
    issue: entry.issue,
    page: entry.pages,
    publisher: preprint ? 'arXiv' : publication?.publisher,
    number: preprint && `arXiv:${preprint}`,
    DOI: entry.doi ?? (preprint && `10.48550/arXiv.${preprint}`),
    URL: entry.paper,
    abstract: entry.abstractText || undefined,
    keyword: tagNames.join(', ') || undefined,
  }
}

/** The year, month and day of an item, as far as they are known, each with at least two digits. */
export function issuedParts({ issued }: CslItem): string[] {
  return (issued?.['date-parts'][0] ?? []).map((part) => String(part).padStart(2, '0'))
}

function dateOf(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] }
}

/** References as CSL-JSON, one a line: always an array, as reference managers and citeproc read it. */
export function cslFile(references: readonly { item: CslItem }[]): string {
  return `[\n${references.map(({ item }) => JSON.stringify(item)).join(',\n')}\n]\n`
}
