import { entryPaths, loadEntryFile, loadTopics, loadVocabulary } from '../src/content/read.ts'
import {
  type JudgedPaper,
  judgedPaper,
  type Suggestion,
  type SuggestionSources,
  suggestionsFrom,
} from '../src/suggest/suggestions.ts'
import { runCommand } from './terminal/command.ts'

const help = `
npm run eval:suggest

Says how well suggested topics and tags meet what curators chose: each entry is taken off the list, suggested for from
its title and abstract alone, and compared.

  --help   show this
`

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
  for (const entry of sources.entries) {
    const others = sources.entries.filter(({ id }) => id !== entry.id)
    const suggested = suggestionsFrom({ ...sources, entries: others })(entry)
    topics.add(entry, suggested.topics)
    tags.add(entry, suggested.tags)
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

const percent = (share: number) => `${(100 * share).toFixed(0)} %`.padStart(6)

function line(name: string, { first, found, likelyRight, likelyFound }: Accuracy): string {
  return name.padEnd(8) + [first, found, likelyRight, likelyFound].map(percent).join('   ')
}

if (import.meta.main) {
  await runCommand({
    help,
    options: {},
    async main() {
      const paths = entryPaths('content/papers')
      const entries = paths.flatMap((path) => judgedPaper(loadEntryFile(path)) ?? [])
      const sources = { entries, topics: loadTopics(), tags: loadVocabulary().tags }
      const { topics, tags } = suggestionAccuracy(sources)
      console.log(`${entries.length} entries, each left out once\n`)
      console.log('         first    found   likely:   likely:')
      console.log('         right             right     found')
      console.log(line('topics', topics))
      console.log(line('tags', tags))
      return 0
    },
  })
}
