import { parsePerson } from '../model/person.ts'
import { titleText } from '../text/title.ts'
import { sentenceCase } from './capitals.ts'
import type { CitedEntry } from './cited-entry.ts'

/**
 * One item of CSL-JSON under a citation key, with the fields that an entry can fill. Every citation of a paper, in whatever
 * format, is written from this. JSON leaves out what is undefined.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export function itemOf(key: string, cited: CitedEntry) {
  const { entry, titleTex, publication, types, arxiv, tagNames } = cited
  const { published } = entry
  const year = publication?.year?.toString()
  const preprint = publication ? undefined : arxiv
  return {
    id: key,
    type: types.csl,
    'citation-key': key,
    /** In sentence case, which styles can raise but not lower. */
    title: sentenceCase(titleText(titleTex), entry),
    author: (entry.publishedAuthors ?? entry.people ?? entry.authors)?.map(parsePerson),
    /** When this version appeared: the venue's year, or a preprint's day. */
    issued: dateOf(year ?? published),
    /** The day of the first public version, where a later publication is what is cited. */
    'available-date': year ? dateOf(published) : undefined,
    /** The journal or the proceedings. */
    'container-title': publication?.title,
    volume: entry.volume,
    issue: entry.issue,
    /** First and last: `172-180`. */
    page: entry.pages,
    /** Who published the proceedings; a preprint's server. */
    publisher: preprint ? 'arXiv' : publication?.publisher,
    /** A preprint's number: `arXiv:2410.03227`. */
    number: preprint && `arXiv:${preprint}`,
    DOI: entry.doi ?? (preprint && `10.48550/arXiv.${preprint}`),
    URL: entry.paper,
    abstract: entry.abstractText || undefined,
    /** The tags' names, parted by commas. */
    keyword: tagNames.join(', ') || undefined,
  }
}
type Item = ReturnType<typeof itemOf>

/** An item of CSL-JSON. Every item has a key, a type and a title. */
export type CslItem = Pick<Item, 'id' | 'type' | 'title'> & Partial<Item>

/** A day, a month or a year as CSL has it. */
function dateOf(date: string | undefined): { 'date-parts': [number[]] } | undefined {
  return date ? { 'date-parts': [date.split('-').map(Number)] } : undefined
}

/** The year, month and day of an item, as far as they are known, each with at least two digits. */
export function issuedParts({ issued }: Pick<CslItem, 'issued'>): string[] {
  return (issued?.['date-parts'][0] ?? []).map((part) => String(part).padStart(2, '0'))
}

/** References as CSL-JSON, one a line: always an array, as reference managers and citeproc read it. */
export function cslFile(references: readonly { item: CslItem }[]): string {
  return `[\n${references.map(({ item }) => JSON.stringify(item)).join(',\n')}\n]\n`
}
