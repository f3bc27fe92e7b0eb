import {
  entryPaths,
  loadConcepts,
  loadEntryFile,
  loadSite,
  loadTopics,
  loadVocabulary,
  papersFolder,
} from '../library.ts'
import { entryFacts } from '../model/entry.ts'
import { compareDates } from '../model/partial-date.ts'
import { plainText } from '../text/plain.ts'
import type { Searchable, Surroundings } from './record.ts'

/** Loads what is searched from the content folder: every entry on the list, newest paper first and then by id, and the list's words. */
export function loadCorpus(content = 'content'): {
  entries: Searchable[]
  surroundings: Surroundings
} {
  const entries = entryPaths(`${content}/${papersFolder}`).map((path): Searchable => {
    const file = loadEntryFile(path)
    return {
      id: file.id,
      facts: entryFacts.parse(file.frontMatter.values),
      abstract: plainText(file.abstract),
      ...(file.notes && { notes: plainText(file.notes) }),
    }
  })
  const listed = entries.filter(({ facts }) => !facts.withdrawn)
  listed.sort(
    (a, b) => compareDates(b.facts.published, a.facts.published) || (a.id < b.id ? -1 : 1),
  )
  return {
    entries: listed,
    surroundings: {
      language: loadSite(content).language,
      topics: new Map(loadTopics(content).map(({ id, name }) => [id, name])),
      vocabulary: loadVocabulary(content),
      concepts: loadConcepts(content),
    },
  }
}
