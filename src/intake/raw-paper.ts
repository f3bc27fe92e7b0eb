import { isSafeAddress } from '../model/address.ts'
import { arxivIdOf, canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import { partialDate } from '../model/partial-date.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { shown } from '../rules/engine/words.ts'
import { foldSpace } from '../text/plain-letters.ts'
import { texTitle } from '../text/tex.ts'
import type { BibliographyItem } from './bibliography.ts'
import { addCommand } from './messages.ts'
import type { LeftOut, ReadRecord } from './reading.ts'
import { venueName } from './venue-name.ts'

/** One paper in a file's own words, before anything is judged. */
export interface RawPaper {
  /** Where it stands in the file, from 1. */
  line: number
  /** How the file calls it: a citation key, or nothing. */
  key?: string
  /** The title; TeX may stand in it. */
  title?: string | undefined
  /** The abstract; TeX may stand in it, and blank lines part its paragraphs. */
  abstract?: string | undefined
  /** Every author, first names first; `others` or `et al.` where the file leaves some out. */
  authors?: readonly string[]
  /** A date as ISO 8601 writes it, or as much of it as there is. */
  date?: string | undefined
  /** Addresses and identifiers that may be the paper's. */
  addresses: readonly (string | undefined)[]
  /** Where it was published, as the file writes it; with or without a year. */
  venue?: string | undefined
  code?: string | undefined
  project?: string | undefined
}

/** A record, and what of its facts did not come through. */
export interface Judged {
  record?: ReadRecord
  leftOut: LeftOut[]
}

// The longest title on arXiv has fewer; what is longer is a title and its description in one.
const longestTitle = 300

const paperHosts =
  /^https?:\/\/(?:[\w-]+\.)*(?:openreview\.net|aclanthology\.org|aclweb\.org|proceedings\.mlr\.press|jmlr\.org|neurips\.cc|nips\.cc|openaccess\.thecvf\.com|ojs\.aaai\.org|dl\.acm\.org|ieeexplore\.ieee\.org|link\.springer\.com|nature\.com|science\.org|isca-archive\.org|ecva\.net|papers\.ssrn\.com|semanticscholar\.org|usenix\.org|ndss-symposium\.org|biorxiv\.org|psyarxiv\.com|osf\.io|cdn\.openai\.com)\//i

/** Whether an address is a paper's: on arXiv, under a DOI, or on the site of a venue. */
export function isPaperAddress(address: string): boolean {
  return (
    arxivIdOf(address) !== undefined ||
    doiOf(address) !== undefined ||
    paperHosts.test(address) ||
    /^https?:\/\/\S+\.pdf$/i.test(address)
  )
}

/** arXiv's identifier in a text that says arXiv's name: `arXiv preprint arXiv:2112.09332 (2021)`. */
export function arxivIdIn(text: string): string | undefined {
  const found = /arxiv[^\d]{0,20}(\d{4}\.\d{4,5})(?!\d)/i.exec(text)?.[1]
  return arxivIdOf(text) ?? found
}

/** Makes a record of a paper as a file has it, by the same rules for every form of file. */
export function judged(raw: RawPaper, venues: Vocabulary['venues']): Judged {
  const leftOut: LeftOut[] = []
  const title = foldSpace(raw.title ?? '')
  const what = title ? shown(title) : raw.key ? `\`${raw.key}\`` : 'one item'
  const omit = (name: string, why: string) =>
    leftOut.push({ line: raw.line, what: name ? `${name} of ${what}` : what, why })
  if (!/[\p{Letter}\p{Number}]/u.test(title)) {
    omit('', 'it has no title')
    return { leftOut }
  }
  const addresses = raw.addresses.flatMap((address) => address?.trim() || [])
  const arxiv = addresses.map(arxivIdIn).find(Boolean)
  const doi = addresses.map(doiOf).find((found) => found && !/^10\.48550\//.test(found))
  if (title.length > longestTitle) {
    const id = arxiv ?? doi
    const cure = id === undefined ? '' : `; \`${addCommand(id)}\` asks for it`
    omit('', `its title has ${title.length} characters${cure}`)
    return { leftOut }
  }
  const paper = addresses.find((address) => /^https?:/i.test(address) && isSafeAddress(address))
  const published = publishedOf(raw.date, arxiv)
  if (raw.date && !published) omit('date', `\`${raw.date}\` is no date`)
  const authors = authorsOf(raw.authors ?? [])
  if (authors === 'incomplete') omit('authors', 'the file leaves some of them out')
  const year = raw.date ? Number(/\d{4}/.exec(raw.date)?.[0] ?? Number.NaN) || undefined : undefined
  const named = texTitle(raw.venue ?? '')
  const venue = /\b(?:arxiv|corr)\b/i.test(named) ? '' : named
  const known = venueName(venue, year, venues)
  if (venue && !known) {
    omit('venue', `${shown(venue)} is not among the venues of the vocabulary`)
  }
  const item: BibliographyItem = {
    title,
    arxiv,
    doi,
    published,
    authors: authors === 'incomplete' ? undefined : authors,
    venue: known ? { name: known, year: undefined } : undefined,
    code: safe(raw.code),
    project: safe(raw.project),
    alsoTitled: undefined,
  }
  const abstract = (raw.abstract ?? '').split(/\n\s*\n/).flatMap((part) => foldSpace(part) || [])
  return {
    leftOut,
    record: {
      title,
      line: raw.line,
      abstract,
      item,
      ...(!arxiv && !doi && paper && { paper: canonicalPaperAddress(paper) }),
    },
  }
}

function safe(address: string | undefined): string | undefined {
  return address !== undefined && isSafeAddress(address) ? address : undefined
}

function authorsOf(names: readonly string[]): string[] | 'incomplete' | undefined {
  const folded = names.map((name) => foldSpace(name)).filter(Boolean)
  if (folded.some((name) => /^(?:others|et\.? al\.?,?)$|\bet\.? al\b/i.test(name)))
    return 'incomplete'
  return folded.length > 0 ? folded : undefined
}

/** The first public version: the month that arXiv's identifier tells, unless the file's own date is a day of it. */
function publishedOf(date: string | undefined, arxiv: string | undefined): string | undefined {
  const own = partialDate.safeParse(date?.trim()).data
  const [, year, month] = /^(\d\d)(0[1-9]|1[0-2])\./.exec(arxiv ?? '') ?? []
  if (!year) return own
  const told = `20${year}-${month}`
  return own?.startsWith(told) ? own : told
}
