import { type LoadedList, loadAbsent, loadConcepts, loadList, loadSite } from '../content/read.ts'
import { compareDates } from '../model/partial-date.ts'
import type { Concepts } from '../model/vocabulary.ts'
import { titleText } from '../text/title.ts'
import { wordsIn } from '../text/words.ts'
import type { ListWords, SearchedEntry } from './fields.ts'
import { readingPaths } from './reading-paths.ts'
import { phraseKey } from './tokens.ts'
import type { PackedList } from './word-list.ts'

/** Everything that search indexes: every entry on the list, newest paper first and then by id, and the vocabulary. */
export interface Corpus extends ListWords, Pick<PackedList, 'absent' | 'paths'> {
  entries: readonly SearchedEntry[]
  /** BCP 47 language of the list. */
  language: string
  concepts: Concepts
}

/** The corpus of a list that was loaded from a content folder, which has more words for search. */
export function corpusOf(
  { entries, topics, paths, vocabulary }: LoadedList & { entries: readonly SearchedEntry[] },
  content = 'content',
): Corpus {
  const listed = entries
    .filter(({ withdrawn }) => !withdrawn)
    .sort((a, b) => compareDates(b.published, a.published) || (a.id < b.id ? -1 : 1))
  const keyOf = (name: string) => phraseKey(wordsIn(name))
  const own = new Set(
    listed.flatMap(({ title, names = [], alsoTitled = [] }) =>
      [...names, ...[title, ...alsoTitled].map(titleText)].map(keyOf),
    ),
  )
  const absent = Object.entries(loadAbsent(content)).flatMap(([name, { is, like, also }]) => {
    const names = [name, ...also].map(keyOf)
    return names.some((key) => own.has(key)) ? [] : [[{ name, is, like }, ...names] as const]
  })
  return {
    entries: listed,
    language: loadSite(content).language,
    topics: new Map(topics.map(({ id, name }) => [id, name])),
    vocabulary,
    concepts: loadConcepts(content),
    absent,
    paths: readingPaths(paths),
  }
}

/** Loads the corpus from a content folder. */
export function loadCorpus(content = 'content'): Corpus {
  return corpusOf(loadList(content), content)
}
