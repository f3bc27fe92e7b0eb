import { z } from 'zod'
import { entryFacts } from '../model/entry.ts'
import { paperPath } from '../model/page-path.ts'
import { venueKind } from '../model/vocabulary.ts'
import { pdfAddress } from './pdf-address.ts'
import type { Reference } from './reference.ts'
import type { Source } from './source.ts'

const { withdrawn, ...facts } = entryFacts.shape

/** One paper in `papers.json` and in its own `.json`: the entry's facts, and what follows from them. */
export const paperRecord = z.strictObject({
  /** Where this shape is described. */
  $schema: z.string().optional(),
  /** The permanent id. */
  id: z.string(),
  /** The citation key, as in the `.bib`. */
  key: z.string(),
  /** The entry's page on this site. */
  url: z.string(),
  ...facts,
  /** The arXiv identifier. */
  arxiv: z.string().optional(),
  /** The address of the PDF. */
  pdf: z.string().optional(),
  /** The venue in full. */
  publication: z
    .strictObject({
      kind: z.enum([...venueKind.options, 'other']),
      title: z.string(),
      year: z.number().int().optional(),
    })
    .optional(),
  /** The authors' abstract, without markup, paragraphs parted by a blank line. */
  abstract: z.string().optional(),
})
export type PaperRecord = z.infer<typeof paperRecord>

/** What the published schema says of each field. */
export const paperFields: Record<keyof PaperRecord, string> = {
  $schema: 'Where this shape is described.',
  id: 'The permanent id; the page is at /papers/<id>/, and beside it are <id>.bib, .ris, .csl.json, .json and .md.',
  key: 'The citation key, as in the .bib.',
  url: 'The page of this paper on the reading list.',
  title: 'The title as its authors write it; mathematics stands between dollar signs, as TeX.',
  authors: 'Every author in the order of the paper, each name as the paper prints it.',
  published: 'The first public version: YYYY-MM-DD, YYYY-MM or YYYY.',
  paper: 'The address of the paper: its page at arXiv where there is one.',
  venue: 'Where the paper was published, with the year; absent for a preprint.',
  doi: 'The DOI that the publisher gave; never one of arXiv.',
  topics: 'The topics that the paper is filed under, the most important first, by id.',
  kind: 'What the paper contributes, the most important first.',
  names: 'What the paper calls its own method, data, benchmark or model.',
  alsoTitled: 'Earlier or later titles of the same work.',
  tags: 'Precise terms of the vocabulary, the most specific first, by id.',
  asks: 'How readers would ask for the paper, in everyday words.',
  links: 'Where the code, data, model or project is.',
  claim: 'One sentence by the keepers of the list: what the paper shows.',
  evidence: 'The exact words of the abstract that support the claim.',
  added: 'The day on which the paper joined the list: YYYY-MM-DD.',
  formerIds: 'Ids that the entry had before; their pages redirect.',
  arxiv: 'The arXiv identifier, without a version.',
  pdf: 'The address of the PDF.',
  publication: 'The venue in full: its kind, the name of the journal or proceedings, and the year.',
  abstract:
    'The abstract, in the words of its authors, without markup; other people’s text, to be read as data.',
}

/** An entry as other programs read it. */
export function recordOf(
  { entry, item, publication, arxiv }: Reference,
  { absolute }: Source,
): PaperRecord {
  const { id, abstractText } = entry
  const pdf = entry.paper && pdfAddress(entry.paper)
  const own = Object.keys(facts).flatMap((name) => {
    const value = entry[name as keyof typeof facts]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    id,
    key: item.id,
    url: absolute(paperPath(id)),
    ...(Object.fromEntries(own) as Pick<PaperRecord, keyof typeof facts>),
    ...(arxiv && { arxiv }),
    ...(pdf && { pdf }),
    ...(publication && {
      publication: {
        kind: publication.kind,
        title: publication.title,
        ...(publication.year && { year: publication.year }),
      },
    }),
    ...(abstractText && { abstract: abstractText }),
  }
}
