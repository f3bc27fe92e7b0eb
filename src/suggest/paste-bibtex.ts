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
    const nothing = ['Unexpected BibTeX without a paper, expected one.']
    return { fields: {}, said: omissions.length > 0 ? omissions : nothing }
  }
  const { facts } = entryOf(record, record.item, today)
  const { title = record.title, authors, published, venue, doi, links } = facts
  const paper = facts.paper ?? record.paper
  const abstract = record.abstract.join('\n\n')
  const fields: Partial<Draft> = {
    title,
    ...(authors && { authors: authors.join('\n') }),
    ...(published && { published }),
    ...(paper && { paper }),
    ...(venue && { venue }),
    ...(doi && { doi }),
    ...(abstract && { abstract }),
    ...links,
  }
  const others =
    records.length > 1 ? [`The text has ${records.length} papers; this is the first one.`] : []
  const wish = abstract ? [] : ['It has no abstract: please paste that, too.']
  return { fields, said: [sayOfFields(fields), ...others, ...omissions, ...wish] }
}
