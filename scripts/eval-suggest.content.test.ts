import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { entryPaths, loadEntryFile, loadTopics, loadVocabulary } from '../src/content/read.ts'
import { judgedPaper } from '../src/suggest/suggestions.ts'
import { type Accuracy, suggestionAccuracy } from './eval-suggest.ts'

// A contributor would be led to the wrong shelf: suggestions would have fallen well below the figures in the README.

// The least that a list's suggestions should give is measured on its own papers.
const floorsFile = 'content/evaluation/suggestion-figures.json'
const accuracy = z.strictObject({
  first: z.number(),
  found: z.number(),
  likelyRight: z.number(),
  likelyFound: z.number(),
})

test('suggestions for each entry, made without it, meet what its curators chose', () => {
  const measured = suggestionAccuracy({
    entries: entryPaths('content/papers').flatMap((path) => judgedPaper(loadEntryFile(path)) ?? []),
    topics: loadTopics(),
    tags: loadVocabulary().tags,
  })
  const floors = existsSync(floorsFile)
    ? z
        .strictObject({ topics: accuracy, tags: accuracy })
        .parse(JSON.parse(readFileSync(floorsFile, 'utf8')))
    : undefined
  for (const kind of floors ? (['topics', 'tags'] as const) : []) {
    for (const [figure, floor] of Object.entries(floors?.[kind] ?? {}))
      expect(measured[kind][figure as keyof Accuracy], `${kind} ${figure}`).toBeGreaterThan(floor)
  }
})
