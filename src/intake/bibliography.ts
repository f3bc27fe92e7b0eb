import { z } from 'zod'
import { isSafeAddress } from '../model/address.ts'
import type { Finding } from '../model/finding.ts'
import { arxivIdOf, doiOf, titleKey } from '../model/identifier.ts'
import { partialDate } from '../model/partial-date.ts'
import { author } from '../model/person.ts'
import { shown } from '../text/messages.ts'
import { placeAt, withoutBom } from '../text/place.ts'
import { fault, type Paper } from './paper.ts'

const words = z.string().trim().min(1, 'expected a value')
const address = words.refine(isSafeAddress, 'expected an address that begins with `https://`')
const absent = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? undefined)
const venue = z
  .object({ name: words, year: absent(z.number().int().min(1900).max(2100)) })
  .transform(({ name, year }) =>
    year === undefined || /\b(?:19|20)\d\d\b/.test(name) ? name : `${name} ${year}`,
  )

/** What a bibliography knows of one paper; `null` and absent both mean that there is no source for a fact. */
const bibliographyItem = z.object({
  /** The title as the listing has it. */
  title: words,
  /** With or without its address and version. */
  arxiv: absent(
    words
      .refine((text) => arxivIdOf(text) !== undefined, "expected arXiv's identifier")
      .transform(arxivIdOf),
  ),
  authors: absent(z.array(author)),
  published: absent(partialDate),
  venue: absent(venue),
  doi: absent(words.refine((text) => doiOf(text) !== undefined, 'expected a DOI').transform(doiOf)),
  code: absent(address),
  data: absent(address),
  model: absent(address),
  project: absent(address),
  alsoTitled: absent(z.array(words)),
})

/** What is known of a paper beside its abstract. */
type KnownPaper = Omit<Paper, 'line' | 'abstract'>

/** A bibliography whose papers are found by title. */
export interface Bibliography {
  items: readonly KnownPaper[]
  findings: Finding[]
  /** What is known of a paper, by its title or another title of it, however it is written. */
  itemOf(title: string): KnownPaper | undefined
}

/** The bibliography of a listing that has none. */
export const noBibliography: Bibliography = { items: [], findings: [], itemOf: () => undefined }

/** Reads a bibliography in JSON: a list of papers in any order. */
export function parseBibliography(path: string, text: string): Bibliography {
  const findings: Finding[] = []
  let json: unknown
  try {
    json = JSON.parse(withoutBom(text))
  } catch (error) {
    const what = `text (${error instanceof Error ? error.message : error}), expected JSON`
    findings.push(fault(path, `Unexpected ${what}. Write a list of papers in JSON.`))
    return { ...noBibliography, findings }
  }
  const lineOf = (at: unknown) => {
    const title = JSON.stringify(Object(Object(json)[String(at)]).title)
    return placeAt(text, Math.max(0, title ? text.indexOf(title) : 0)).line
  }
  const { data: items = [], error } = z.array(bibliographyItem).safeParse(json)
  for (const { path: within, message } of error?.issues ?? []) {
    const [at, ...field] = within
    const place = at === undefined ? 'JSON' : [`item ${Number(at) + 1}`, ...field].join(', ')
    const wish = message.startsWith('expected') ? message : `a valid value: ${message}`
    const what = `Unexpected value in ${place}, ${wish}. Write the value as the paper's source has it.`
    findings.push(fault(path, what, lineOf(at)))
  }
  const byTitle = new Map<string, KnownPaper>()
  for (const [at, item] of items.entries()) {
    const twin = `Unexpected second item ${shown(item.title)}, expected each paper once. Delete one of the two items.`
    if (byTitle.has(keyOf(item.title))) findings.push(fault(path, twin, lineOf(at)))
    byTitle.set(keyOf(item.title), item)
  }
  for (const item of items)
    for (const key of (item.alsoTitled ?? []).map(keyOf))
      if (!byTitle.has(key)) byTitle.set(key, item)
  return { items, findings, itemOf: (title) => byTitle.get(keyOf(title)) }
}

const keyOf = (title: string) => titleKey(title) || title
