import { parseBibtex } from '../intake/bibtex.ts'
import { entryFrom } from '../intake/entry.ts'
import { parseJson } from '../intake/json.ts'
import { papersFrom } from '../intake/record-to-paper.ts'
import { parseRis } from '../intake/ris.ts'
import { unsupportedFormat } from '../intake/unsupported.ts'
import type { Author } from '../model/person.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import type { Pasted } from './draft.ts'

const readers = { BibTeX: parseBibtex, RIS: parseRis, JSON: parseJson } as const

/** Reads the first paper of a pasted file, by the same rules as the commands do. */
export function readFile(
  form: keyof typeof readers,
  text: string,
  today: string,
  venues: Vocabulary['venues'],
): Pasted {
  const foreign = unsupportedFormat(text)
  if (foreign) return { fields: {}, said: [`Not read: ${foreign}.`] }
  const { papers, skipped } = papersFrom(readers[form](text), venues)
  const unused = skipped.filter(({ value }) => value !== undefined)
  const omissions = skipped
    .filter(({ value }) => value === undefined)
    .map(({ what, why }) => `Not read: ${what}, because ${why}.`)
  const [first] = papers
  if (!first) {
    const nothing = [`Unexpected ${form} without a paper, expected one.`]
    return { fields: {}, said: omissions.length > 0 ? omissions : nothing }
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
  const said = [
    ...(papers.length > 1 ? [`The text has ${papers.length} papers; this is the first one.`] : []),
    ...omissions,
    ...(names.length > 0 ? [`Not used: ${names.join(', ')}.`] : []),
  ]
  return { fields, said }
}

/** An author as the form takes one: a name, or `Family, Given` where the family name would be taken for another. */
function authorLine(author: Author): string {
  return typeof author === 'string' ? author : `${author.family}, ${author.given}`
}
