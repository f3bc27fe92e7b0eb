import { z } from 'zod'
import { isSafeAddress } from '../model/address.ts'
import type { Finding } from '../model/finding.ts'
import { arxivIdOf, doiOf, titleKey } from '../model/identifier.ts'
import { partialDate } from '../model/partial-date.ts'
import { author } from '../model/person.ts'
import { shown } from '../text/messages.ts'
import { placeAt, withoutMark } from '../text/place.ts'
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
  const items: KnownPaper[] = []
  const findings: Finding[] = []
  const byTitle = new Map<string, KnownPaper>()
  const raw = listIn(text)
  if (typeof raw === 'string')
    return { ...noBibliography, findings: [fault(path, `${raw}. Write a list of papers in JSON.`)] }
  for (const [at, value] of raw.entries()) {
    const { data: item, error } = bibliographyItem.safeParse(value)
    const refuse = (message: string) => findings.push(fault(path, message, lineOf(text, value)))
    for (const { path: within, message } of error?.issues ?? []) {
      const name = [`item ${at + 1}`, ...within].join(', ')
      const wish = message.startsWith('expected') ? message : `a valid value: ${message}`
      refuse(`Unexpected value in ${name}, ${wish}. Write the value as the paper's source has it.`)
    }
    if (!item) continue
    if (byTitle.has(keyOf(item.title)))
      refuse(
        `Unexpected second item ${shown(item.title)}, expected each paper once. Delete one of the two items.`,
      )
    items.push(item)
    byTitle.set(keyOf(item.title), item)
  }
  for (const item of items)
    for (const key of (item.alsoTitled ?? []).map(keyOf))
      if (!byTitle.has(key)) byTitle.set(key, item)
  return { items, findings, itemOf: (title) => byTitle.get(keyOf(title)) }
}

const keyOf = (title: string) => titleKey(title) || title

/** The list in a JSON text; what else it is, as the first half of a message. */
function listIn(text: string): unknown[] | string {
  try {
    const value: unknown = JSON.parse(withoutMark(text))
    return Array.isArray(value) ? value : 'Unexpected JSON, expected a list'
  } catch (error) {
    return `Unexpected text (${error instanceof Error ? error.message : error}), expected JSON`
  }
}

function lineOf(text: string, value: unknown): number {
  const { title } = Object(value)
  const at = typeof title === 'string' ? text.indexOf(JSON.stringify(title)) : -1
  return at < 0 ? 1 : placeAt(text, at).line
}
