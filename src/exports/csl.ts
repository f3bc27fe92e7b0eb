import type { Person } from '../model/person.ts'

/** A person or a group, as CSL-JSON holds names. */
export type CslName = Person

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
  title: string
  author?: CslName[]
  /** When this version appeared: the venue's year, or a preprint's day. */
  issued?: CslDate
  /** The day of the first public version, where a later publication is what is cited. */
  'available-date'?: CslDate
  /** The journal or the proceedings. */
  'container-title'?: string
  /** A preprint's server. */
  publisher?: string
  /** A preprint's number: `arXiv:2410.03227`. */
  number?: string
  /** `Preprint`. */
  genre?: string
  DOI?: string
  URL?: string
  abstract?: string
  /** The tags' names, parted by commas. */
  keyword?: string
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
