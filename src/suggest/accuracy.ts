import { type JudgedPaper, type SuggestionSources, suggestionCorpus } from './corpus.ts'
import type { Suggestion } from './suggestion.ts'
import { suggestTags } from './tags.ts'
import { suggestTopics } from './topics.ts'

/** How well suggestions meet what curators chose; each from 0 to 1. */
export interface Accuracy {
  /** How many papers have the first suggestion. */
  first: number
  /** How many of the chosen ones are among all that are suggested. */
  found: number
  /** How many of the suggestions called likely were chosen. */
  likelyRight: number
  /** How many of the chosen ones were suggested and called likely. */
  likelyFound: number
}

/**
 * Judges suggestions by leave-one-out: each entry is taken off the list, suggested for from its title and abstract
 * alone, and compared with what its curators chose.
 */
export function suggestionAccuracy(sources: SuggestionSources): {
  topics: Accuracy
  tags: Accuracy
} {
  const topics = tally(({ topics }) => topics)
  const tags = tally(({ tags }) => tags)
  const all = suggestionCorpus(sources)
  for (const entry of sources.entries) {
    const corpus = all.without(entry.id)
    topics.add(entry, suggestTopics(entry, corpus))
    tags.add(entry, suggestTags(entry, corpus))
  }
  return { topics: topics.accuracy(), tags: tags.accuracy() }
}

function tally(chosenOf: (entry: JudgedPaper) => readonly string[]) {
  const counts = { papers: 0, first: 0, chosen: 0, found: 0, likely: 0, likelyFound: 0 }
  return {
    add(entry: JudgedPaper, suggestions: readonly Suggestion[]) {
      const chosen = chosenOf(entry)
      const right = suggestions.filter(({ id }) => chosen.includes(id))
      counts.papers += 1
      counts.first += Number(right.length > 0 && right[0] === suggestions[0])
      counts.chosen += chosen.length
      counts.found += right.length
      counts.likely += suggestions.filter(({ likely }) => likely).length
      counts.likelyFound += right.filter(({ likely }) => likely).length
    },
    accuracy: (): Accuracy => ({
      first: counts.first / counts.papers,
      found: counts.found / counts.chosen,
      likelyRight: counts.likelyFound / counts.likely,
      likelyFound: counts.likelyFound / counts.chosen,
    }),
  }
}
