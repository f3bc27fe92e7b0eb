import type { Entry } from '../content/entry.ts'
import {
  loadAbsent,
  loadConcepts,
  loadEntries,
  loadSite,
  loadTopics,
  loadVocabulary,
} from '../content/read.ts'
import { compareDates } from '../model/partial-date.ts'
import { titleText } from '../text/title.ts'
import { wordsIn } from '../text/words.ts'
import type { ListWords, SearchedEntry } from './fields.ts'
import { phraseKey } from './tokens.ts'
import type { WordList } from './word-list.ts'

/** What is searched: every entry on the list, newest paper first and then by id, and the list's words. */
export interface Corpus extends Pick<WordList, 'absent'> {
  entries: readonly SearchedEntry[]
  listWords: ListWords
}

/** What is searched if these are all entries of a content folder. */
export function corpusOf(entries: readonly Entry[], content = 'content'): Corpus {
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
    const work = { name, is, like }
    const keys = [name, ...also].map(keyOf)
    return keys.some((key) => own.has(key)) ? [] : keys.map((key) => [key, work] as const)
  })
  return {
    entries: listed,
    listWords: {
      language: loadSite(content).language,
      topics: new Map(loadTopics(content).map(({ id, name }) => [id, name])),
      vocabulary: loadVocabulary(content),
      concepts: loadConcepts(content),
    },
    absent: new Map(absent),
  }
}

/** Loads what is searched from a content folder. */
export function loadCorpus(content = 'content'): Corpus {
  return corpusOf(loadEntries(content), content)
}
