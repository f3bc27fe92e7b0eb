import { parseBibtex } from '../intake/bibtex.ts'
import { entryFrom } from '../intake/entry.ts'
import { parseJson } from '../intake/json.ts'
import { papersFrom } from '../intake/record-to-paper.ts'
import { parseRis } from '../intake/ris.ts'
import { unsupportedFormat } from '../intake/unsupported.ts'
import type { Author } from '../model/person.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import type { ParsedPaste } from './draft.ts'

const parsers = { BibTeX: parseBibtex, RIS: parseRis, JSON: parseJson } as const

/** Parses the first paper of a pasted file, by the same rules as the commands. */
export function parsePastedFile(
  format: keyof typeof parsers,
  text: string,
  today: string,
  venues: Vocabulary['venues'],
): ParsedPaste {
  const unsupported = unsupportedFormat(text)
  if (unsupported) return { fields: {}, messages: [`Not read: ${unsupported}.`] }
  const { papers, skipped } = papersFrom(parsers[format](text), venues)
  const unused = skipped.filter(({ value }) => value !== undefined)
  const omissions = skipped
    .filter(({ value }) => value === undefined)
    .map(({ what, why }) => `Not read: ${what}, because ${why}.`)
  const [first] = papers
  if (!first) {
    const noPaper = [`Unexpected ${format} without a paper, expected at least one.`]
    return { fields: {}, messages: omissions.length > 0 ? omissions : noPaper }
  }
  const { facts } = entryFrom(first, today)
  const { title = first.title, authors, published, paper, venue, doi, links } = facts
  const abstract = first.abstract.join('\n\n')
  const fields = {
    title,
    ...(authors && { authors: authors.map(authorLine).join('\n') }),
    ...(published && { published }),
    ...(paper && { paper }),
    ...(venue && { venue }),
    ...(doi && { doi }),
    ...(abstract && { abstract }),
    ...links,
  }
  const names = [...new Set(unused.map(({ what }) => what))]
  const messages = [
    ...(papers.length > 1 ? [`The text has ${papers.length} papers; this is the first one.`] : []),
    ...omissions,
    ...(names.length > 0 ? [`Not used: ${names.join(', ')}.`] : []),
  ]
  return { fields, messages }
}

/** Writes an author as the form expects it: a name, or `Family, Given` if the family name would not be recognised. */
function authorLine(author: Author): string {
  return typeof author === 'string' ? author : `${author.family}, ${author.given}`
}
