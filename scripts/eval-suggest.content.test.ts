import { expect, test } from 'vitest'
import { entryPaths, loadEntryFile, loadTopics, loadVocabulary } from '../src/content/read.ts'
import { judgedPaper } from '../src/suggest/suggestions.ts'
import { type Accuracy, suggestionAccuracy } from './eval-suggest.ts'

// A contributor would be led to the wrong shelf: suggestions would have fallen well below the figures in the README.

const floors: { topics: Accuracy; tags: Accuracy } = {
  topics: { first: 0.85, found: 0.84, likelyRight: 0.65, likelyFound: 0.7 },
  tags: { first: 0.9, found: 0.78, likelyRight: 0.66, likelyFound: 0.53 },
}

test('suggestions for each entry, made without it, meet what its curators chose', () => {
  const measured = suggestionAccuracy({
    entries: entryPaths('content/papers').flatMap((path) => judgedPaper(loadEntryFile(path)) ?? []),
    topics: loadTopics(),
    tags: loadVocabulary().tags,
  })
  for (const kind of ['topics', 'tags'] as const) {
    for (const figure of Object.keys(floors[kind]) as (keyof Accuracy)[]) {
      expect(measured[kind][figure], `${kind} ${figure}`).toBeGreaterThan(floors[kind][figure])
    }
  }
}, 60_000)
