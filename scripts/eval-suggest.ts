import { entryPaths, loadEntryFile, loadTopics, loadVocabulary } from '../src/content/read.ts'
import { judgedPaper, type SuggestionSources, suggestionsFrom } from '../src/suggest/suggestions.ts'
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
export function suggestionAccuracy(sources: SuggestionSources) {
  const judged = sources.entries.map((entry) => {
    const entries = sources.entries.filter(({ id }) => id !== entry.id)
    return { entry, suggested: suggestionsFrom({ ...sources, entries })(entry) }
  })
  const accuracy = (kind: 'topics' | 'tags'): Accuracy => {
    const counts = judged.map(({ entry, suggested: { [kind]: all } }) => {
      const right = all.filter(({ id }) => entry[kind].includes(id))
      return {
        first: Number(right.length > 0 && right[0] === all[0]),
        chosen: entry[kind].length,
        found: right.length,
        likely: all.filter(({ likely }) => likely).length,
        likelyFound: right.filter(({ likely }) => likely).length,
      }
    })
    const sum = (name: keyof (typeof counts)[number]) =>
      counts.reduce((total, count) => total + count[name], 0)
    return {
      first: sum('first') / counts.length,
      found: sum('found') / sum('chosen'),
      likelyRight: sum('likelyFound') / sum('likely'),
      likelyFound: sum('likelyFound') / sum('chosen'),
    }
  }
  return { topics: accuracy('topics'), tags: accuracy('tags') }
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
