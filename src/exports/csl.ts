import { parsePerson } from '../model/person.ts'
import { titleText } from '../text/title.ts'
import { sentenceCase } from './capitals.ts'
import type { CitedEntry } from './cited-entry.ts'

/**
 * Makes the CSL-JSON item of an entry, from which its citations in all formats are written. Undefined fields are left out of
 * the JSON.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export function cslItemOf(key: string, cited: CitedEntry) {
  const { entry, titleTex, publication, types, arxiv, tagNames } = cited
  const { published } = entry
  const year = publication?.year?.toString()
  const preprint = publication ? undefined : arxiv
  return {
    id: key,
    type: types.csl,
    'citation-key': key,
    /** In sentence case, which styles can convert to title case but not back. */
    title: sentenceCase(titleText(titleTex), entry),
    author: (entry.publishedAuthors ?? entry.people ?? entry.authors)?.map(parsePerson),
    /** The venue's year, or the date of a preprint. */
    issued: dateOf(year ?? published),
    /** The date of the first public version of a paper that was published later. */
    'available-date': year ? dateOf(published) : undefined,
    /** The journal or the proceedings. */
    'container-title': publication?.title,
    volume: entry.volume,
    issue: entry.issue,
    /** The first and the last page: `172-180`. */
    page: entry.pages,
    /** The publisher of the proceedings, or the server of a preprint. */
    publisher: preprint ? 'arXiv' : publication?.publisher,
    /** The number of a preprint: `arXiv:2410.03227`. */
    number: preprint && `arXiv:${preprint}`,
    DOI: entry.doi ?? (preprint && `10.48550/arXiv.${preprint}`),
    URL: entry.paper,
    abstract: entry.abstractText || undefined,
    /** The names of the tags, separated by commas. */
    keyword: tagNames.join(', ') || undefined,
  }
}
type Item = ReturnType<typeof cslItemOf>

/** An item of CSL-JSON; it always has a key, a type and a title. */
export type CslItem = Pick<Item, 'id' | 'type' | 'title'> & Partial<Item>

/** A day, a month or a year as a CSL date. */
function dateOf(date: string | undefined): { 'date-parts': [number[]] } | undefined {
  return date ? { 'date-parts': [date.split('-').map(Number)] } : undefined
}

/** Returns the year, month and day of an item, as far as they are known, each with at least two digits. */
export function issuedParts({ issued }: Pick<CslItem, 'issued'>): string[] {
  return (issued?.['date-parts'][0] ?? []).map((part) => String(part).padStart(2, '0'))
}

/** Writes references as a CSL-JSON array, one item on each line. */
export function cslFile(references: readonly { item: CslItem }[]): string {
  return `[\n${references.map(({ item }) => JSON.stringify(item)).join(',\n')}\n]\n`
}
