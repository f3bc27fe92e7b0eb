/** What an entry says, in the parts that search tells apart. */
export const fields = [
  'title',
  'names',
  'also',
  'authors',
  'claim',
  'asks',
  'kind',
  'topics',
  'tags',
  'venue',
  'series',
  'year',
  'ids',
  'text',
] as const
export type Field = (typeof fields)[number]

/** What parts the items of a field that holds a list; no item contains it. */
export const listSeparator = '; '

/** The texts of an entry by field; a field without text is absent. `text` is the abstract and the notes. */
export type FieldTexts = Partial<Record<Field, string>>

/** How much a word counts in each field. Rounded to what changes nothing when it is doubled or halved. */
export const fieldWeights: Readonly<Record<Field, number>> = {
  title: 5,
  names: 5,
  also: 3,
  authors: 4,
  claim: 1.5,
  asks: 2,
  kind: 1,
  topics: 1,
  tags: 1.5,
  venue: 2,
  series: 1,
  year: 1,
  ids: 3,
  text: 1,
}

/** The fields that a reader can ask for by name, `author:munos`, each with the bit that marks a word found there. */
export const scopes = { title: 1, author: 2, tag: 4, name: 8 } as const
export type Scope = keyof typeof scopes

const scopeOfField: Partial<Record<Field, Scope>> = {
  title: 'title',
  also: 'title',
  authors: 'author',
  tags: 'tag',
  names: 'name',
}

/** The bit that marks words of a field; 0 for a field that has no name for readers. */
export function scopeBit(field: Field): number {
  const scope = scopeOfField[field]
  return scope ? scopes[scope] : 0
}
