import { z } from 'zod'
import { isSafeAddress } from '../model/address.ts'
import { arxivIdOf, doiOf } from '../model/identifier.ts'
import { partialDate } from '../model/partial-date.ts'

const words = z.string().trim().min(1, 'expected a value')
const address = words.refine(isSafeAddress, 'expected an address that begins with `https://`')
const absent = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? undefined)

/** What a bibliography knows of one paper; `null` and absent both mean that there is no source for a fact. */
export const bibliographyItem = z.object({
  /** The title as the listing has it. */
  title: words,
  /** arXiv's identifier, with or without its address and version. */
  arxiv: absent(
    words.refine((text) => arxivIdOf(text) !== undefined, "expected arXiv's identifier"),
  ),
  /** Every author in the paper's order. */
  authors: absent(z.array(words)),
  /** The first public version: a day, a month or a year. */
  published: absent(partialDate),
  /** Where the paper was published, and when. */
  venue: absent(z.object({ name: words, year: absent(z.number().int().min(1900).max(2100)) })),
  /** The publisher's DOI. */
  doi: absent(words.refine((text) => doiOf(text) !== undefined, 'expected a DOI')),
  /** Where the paper's code is. */
  code: absent(address),
  /** Where the paper's project page is. */
  project: absent(address),
  /** Earlier or later titles of the same work. */
  alsoTitled: absent(z.array(words)),
})
export type BibliographyItem = z.infer<typeof bibliographyItem>
