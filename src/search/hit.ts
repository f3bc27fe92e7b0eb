import { shortAuthors } from '../model/authors.ts'
import { excerpt, marked, type Piece } from './excerpt.ts'
import { listSeparator } from './field.ts'
import type { Lexicon } from './lexicon.ts'
import { matcherOf } from './matches.ts'
import { type Reason, reasonsOf, translationsOf } from './reasons.ts'
import type { PaperRecord } from './record.ts'
import type { Understood } from './understand.ts'

/** One result as it is shown. */
export interface Hit {
  /** The paper's page, with the base path. */
  url: string
  title: Piece[]
  /** The authors' names, shortened; empty when they are unknown. */
  authors: string
  /** Venue and year; empty for a preprint. */
  venue: string
  /** What is said in the venue's place where there is none. */
  preprint: string
  /** The claim; empty when there is none. */
  claim: Piece[]
  /** Where the abstract answers; empty when it doesn't. */
  excerpt: Piece[]
  /** Why it was found besides. */
  reasons: Reason[]
}

const mostReasons = 3

/** Makes results of records, for a query as it was understood. `base` is the site's base path. */
export function hitMaker(
  understood: Understood,
  lexicon: Lexicon,
  base: string,
): (record: PaperRecord) => Hit {
  const matches = matcherOf(understood, lexicon)
  return ({ url, fields }) => {
    const { title = '', authors, venue = '', year, claim = '', text = '' } = fields
    return {
      url: base + url.slice(1),
      title: marked(title, matches(title)),
      authors: shortAuthors(authors?.split(listSeparator) ?? []),
      venue,
      preprint: year ? `Preprint, ${year}` : 'Preprint',
      claim: marked(claim, matches(claim)),
      excerpt: excerpt(text, matches(text)),
      reasons: [
        ...translationsOf(fields, understood, lexicon),
        ...reasonsOf(fields, matches),
      ].slice(0, mostReasons),
    }
  }
}
