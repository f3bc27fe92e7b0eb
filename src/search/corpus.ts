import {
  entryPaths,
  loadAbsent,
  loadConcepts,
  loadEntryFile,
  loadSite,
  loadTopics,
  loadVocabulary,
  papersFolder,
} from '../library.ts'
import { entryFacts } from '../model/entry.ts'
import { compareDates } from '../model/partial-date.ts'
import { type PlainEntry, plainEntryOf } from '../text/plain-entry.ts'
import { wordsIn } from '../text/words.ts'
import type { ListWords } from './fields.ts'
import { phraseKey } from './tokens.ts'
import type { WordList } from './word-list.ts'

/** What is searched: every entry on the list, newest paper first and then by id, and the list's words. */
export interface Corpus extends Pick<WordList, 'absent'> {
  entries: readonly PlainEntry[]
  listWords: ListWords
}

/** What is searched when these are all entries of a content folder. */
export function corpusOf(entries: readonly PlainEntry[], content = 'content'): Corpus {
  const listed = entries.filter(({ facts }) => !facts.withdrawn)
  listed.sort(
    (a, b) => compareDates(b.facts.published, a.facts.published) || (a.id < b.id ? -1 : 1),
  )
  const keyOf = (name: string) => phraseKey(wordsIn(name))
  const own = new Set(listed.flatMap(({ facts }) => (facts.names ?? []).map(keyOf)))
  const absent = Object.entries(loadAbsent(content)).flatMap(([name, work]) => {
    const keys = [name, ...work.also].map(keyOf)
    return keys.some((key) => own.has(key))
      ? []
      : keys.map((key) => [key, { ...work, name }] as const)
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
  const entries = entryPaths(`${content}/${papersFolder}`).map((path) => {
    const file = loadEntryFile(path)
    return plainEntryOf(file, entryFacts.parse(file.frontMatter.values))
  })
  return corpusOf(entries, content)
}
