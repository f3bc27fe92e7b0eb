import { readBibtex } from '../intake/bibtex.ts'
import { entryOf } from '../intake/entry.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import type { Draft } from './draft.ts'
import { type Reading, sayOfFields } from './paste.ts'

/** Reads the first paper of pasted BibTeX by the same rules as the commands do. */
export function readPastedBibtex(
  text: string,
  today: string,
  venues: Vocabulary['venues'],
): Reading {
  const { records, leftOut } = readBibtex(text, venues)
  const [record] = records
  const omissions = leftOut.map(({ what, why }) => `Not read: ${what}, because ${why}.`)
  if (!record) {
    const why =
      omissions.length > 0 ? omissions : ['Unexpected BibTeX without a paper, expected one.']
    return { fields: {}, said: why }
  }
  const {
    title = record.title,
    authors,
    published,
    paper,
    venue,
    doi,
    links = {},
  } = entryOf(record, record.item, today).facts
  const address = paper ?? record.paper
  const fields: Partial<Draft> = {
    title,
    ...(authors && { authors: authors.join('\n') }),
    ...(published && { published }),
    ...(address && { paper: address }),
    ...(venue && { venue }),
    ...(doi && { doi }),
    ...(record.abstract.length > 0 && { abstract: record.abstract.join('\n\n') }),
    ...links,
  }
  const others =
    records.length > 1 ? [`The text has ${records.length} papers; this is the first one.`] : []
  const wish = record.abstract.length > 0 ? [] : ['It has no abstract: please paste that, too.']
  return { fields, said: [sayOfFields(fields), ...others, ...omissions, ...wish] }
}
