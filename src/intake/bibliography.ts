import { z } from 'zod'
import { isSafeAddress } from '../model/address.ts'
import type { Finding } from '../model/finding.ts'
import { arxivIdOf, doiOf, titleKey } from '../model/identifier.ts'
import { partialDate } from '../model/partial-date.ts'
import { author } from '../model/person.ts'
import { shown } from '../text/messages.ts'
import { placeAt, withoutBom } from '../text/place.ts'
import { listingFinding, type Paper } from './paper.ts'

const text = z.string().trim().min(1, 'expected a value')
const address = text.refine(isSafeAddress, 'expected an address that begins with `https://`')
const optional = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? undefined)
const venue = z
  .object({ name: text, year: optional(z.number().int().min(1900).max(2100)) })
  .transform(({ name, year }) =>
    year === undefined || /\b(?:19|20)\d\d\b/.test(name) ? name : `${name} ${year}`,
  )

/** The known facts of one paper. Facts without a source are `null` or absent. */
const bibliographyItem = z.object({
  /** The title in the listing. */
  title: text,
  /** With or without its address and version. */
  arxiv: optional(
    text
      .refine((value) => arxivIdOf(value) !== undefined, 'expected an arXiv identifier')
      .transform(arxivIdOf),
  ),
  authors: optional(z.array(author)),
  published: optional(partialDate),
  venue: optional(venue),
  doi: optional(
    text.refine((value) => doiOf(value) !== undefined, 'expected a DOI').transform(doiOf),
  ),
  code: optional(address),
  data: optional(address),
  model: optional(address),
  project: optional(address),
  alsoTitled: optional(z.array(text)),
})

/** The known facts of a paper other than its abstract. */
type BibliographyItem = Omit<Paper, 'line' | 'abstract'>

/** A bibliography: known facts of the papers in a listing. */
export interface Bibliography {
  items: readonly BibliographyItem[]
  findings: Finding[]
  /** Finds a paper by its title or another title of it, regardless of spelling details. */
  find(title: string): BibliographyItem | undefined
}

/** An empty bibliography, for listings without one. */
export const noBibliography: Bibliography = { items: [], findings: [], find: () => undefined }

/** Parses a bibliography: a JSON list of papers, in any order. */
export function parseBibliography(path: string, source: string): Bibliography {
  const findings: Finding[] = []
  let json: unknown
  try {
    json = JSON.parse(withoutBom(source))
  } catch (error) {
    const what = `text (${error instanceof Error ? error.message : error}), expected JSON`
    findings.push(listingFinding(path, `Unexpected ${what}. Write a list of papers in JSON.`))
    return { ...noBibliography, findings }
  }
  const lineOf = (index: unknown) => {
    const title = JSON.stringify(Object(Object(json)[String(index)]).title)
    return placeAt(source, Math.max(0, title ? source.indexOf(title) : 0)).line
  }
  const { data: items = [], error } = z.array(bibliographyItem).safeParse(json)
  for (const { path: within, message } of error?.issues ?? []) {
    const [index, ...field] = within
    const name = field.length > 0 ? ` of \`${field.join('.')}\`` : ''
    const place = index === undefined ? '' : ` in item ${Number(index) + 1}`
    const expected = message.replace(/^.*?(?=expected)/, '')
    const what = `Unexpected value${name}${place}, ${expected}. Write the value as the paper's source has it.`
    findings.push(listingFinding(path, what, lineOf(index)))
  }
  const byTitle = new Map<string, BibliographyItem>()
  for (const [index, item] of items.entries()) {
    const duplicate = `Unexpected second item ${shown(item.title)}, expected each paper once. Delete one of the two items.`
    if (byTitle.has(keyOf(item.title)))
      findings.push(listingFinding(path, duplicate, lineOf(index)))
    byTitle.set(keyOf(item.title), item)
  }
  for (const item of items)
    for (const key of (item.alsoTitled ?? []).map(keyOf))
      if (!byTitle.has(key)) byTitle.set(key, item)
  return { items, findings, find: (title) => byTitle.get(keyOf(title)) }
}

const keyOf = (title: string) => titleKey(title) || title
