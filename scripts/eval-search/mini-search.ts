import MiniSearch from 'minisearch'
import type { Corpus } from '../../src/search/corpus.ts'
import { fieldTexts } from '../../src/search/record.ts'
import type { Finder } from './finder.ts'
import { depth } from './measures.ts'

/** MiniSearch as its manual tunes it: weighted fields, prefixes, two letters in ten wrong; with a field of acronyms and other words for tags. */
export function miniSearchFinder({ entries, surroundings }: Corpus): Finder {
  const { acronyms, tags } = surroundings.vocabulary
  const fields = [
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
  ]
  const index = new MiniSearch<Record<string, string>>({ fields, idField: 'id' })
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
  const options = {
    boost: { title: 6, names: 6, also: 4, authors: 3, tags: 2, ids: 3 },
    prefix: true,
    fuzzy: 0.2,
    combineWith: 'OR',
  } as const
  return {
    name: 'MiniSearch',
    find: async (query) =>
      index
        .search(query, options)
        .slice(0, depth)
        .map(({ id }) => String(id)),
  }
}
