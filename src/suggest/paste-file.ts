import { bibtexItems } from '../intake/bibtex.ts'
import { entryFrom } from '../intake/entry.ts'
import { foreignForm } from '../intake/foreign.ts'
import { papersFrom } from '../intake/item.ts'
import { jsonItems } from '../intake/json.ts'
import { risItems } from '../intake/ris.ts'
import type { Author } from '../model/person.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { type Draft, type Pasted, sayOfFields } from './draft.ts'

const readers = { BibTeX: bibtexItems, RIS: risItems, JSON: jsonItems } as const

/** Reads the first paper of a pasted file, by the same rules as the commands do. */
export function readFile(
  form: keyof typeof readers,
  text: string,
  today: string,
  venues: Vocabulary['venues'],
): Pasted {
  const foreign = foreignForm(text)
  if (foreign) return { fields: {}, said: [`Not read: ${foreign}.`] }
  const { papers, left } = papersFrom(readers[form](text), venues)
  const [first] = papers
  const names = new Set(left.flatMap(({ what, value }) => (value === undefined ? [] : what)))
  const rest = names.size > 0 ? [`Not used: ${[...names].join(', ')}.`] : []
  const omissions = left.flatMap(({ what, why, value }) =>
    value === undefined ? `Not read: ${what}, because ${why}.` : [],
  )
  if (!first) {
    const nothing = [`Unexpected ${form} without a paper, expected one.`]
    return { fields: {}, said: omissions.length > 0 ? omissions : nothing }
  }
  const { facts } = entryFrom(first, today)
  const { title = first.title, authors, published, paper, venue, doi, links } = facts
  const abstract = first.abstract.join('\n\n')
  const fields: Pasted['fields'] = {
    title,
    ...(authors && { authors: authors.map(authorLine).join('\n') }),
    ...(published && { published }),
    ...(paper && { paper }),
    ...(venue && { venue }),
    ...(doi && { doi }),
    ...(abstract && { abstract }),
    ...links,
  } satisfies Partial<Draft>
  const others =
    papers.length > 1 ? [`The text has ${papers.length} papers; this is the first one.`] : []
  return { fields, said: [sayOfFields(fields), ...others, ...omissions, ...rest] }
}

/** An author as the form takes one: a name, or `Family, Given` where the family name would be taken for another. */
function authorLine(author: Author): string {
  return typeof author === 'string' ? author : `${author.family}, ${author.given}`
}
