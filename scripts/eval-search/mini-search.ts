import MiniSearch from 'minisearch'
import type { Corpus } from '../../src/search/corpus.ts'
import { fieldTexts } from '../../src/search/record.ts'
import type { Finder } from './finder.ts'
import { depth } from './measures.ts'

/** MiniSearch as its manual tunes it: weighted fields, prefixes, two letters in ten wrong; with a field of acronyms and other words for tags. */
export const miniSearchOptions = {
  index: {
    fields: [
      'title',
      'names',
      'also',
      'authors',
      'tags',
      'claim',
      'ids',
      'text',
      'venue',
      'other',
    ] as string[],
    storeFields: ['title'] as string[],
    idField: 'id',
  },
  search: {
    boost: { title: 6, names: 6, also: 4, authors: 3, tags: 2, ids: 3 },
    prefix: true,
    fuzzy: 0.2,
    combineWith: 'OR',
  },
} as const

/** MiniSearch's index of a list. */
export function miniSearchIndex({ entries, surroundings }: Corpus) {
  const { acronyms, tags } = surroundings.vocabulary
  const index = new MiniSearch<Record<string, string>>(miniSearchOptions.index)
  index.addAll(
    entries.map((entry) => {
      const texts = fieldTexts(entry, surroundings)
      const all = Object.values(texts).join(' ').toLowerCase()
      const long = Object.entries(acronyms).flatMap(([short, forms]) =>
        [short, ...forms].some((form) => all.includes(form.toLowerCase())) ? [short, ...forms] : [],
      )
      const aliases = (entry.facts.tags ?? []).flatMap((id) => tags[id]?.aliases ?? [])
      return { ...texts, id: entry.id, other: [...long, ...aliases].join('; ') }
    }),
  )
  return index
}

/** MiniSearch over a list. */
export function miniSearchFinder(corpus: Corpus): Finder {
  const index = miniSearchIndex(corpus)
  return {
    name: 'MiniSearch',
    find: async (query) =>
      index
        .search(query, miniSearchOptions.search)
        .slice(0, depth)
        .map(({ id }) => String(id)),
  }
}
