import { entryPaths, loadEntryFile, loadTopics, loadVocabulary } from '../src/content/read.ts'
import { judgedPaper, suggestionsFrom } from '../src/suggest/suggestions.ts'
import { rounded } from './eval/judged.ts'
import { runCommand } from './terminal/command.ts'

const help = `
npm run eval:suggest

Compares suggested topics and tags with those that curators chose: topics and tags are suggested for each entry from
its title and abstract, with the entry left out of the list. Each figure is a share: of papers whose first suggestion is right; of chosen ones that
are suggested; of likely suggestions that are right; of chosen ones that are likely suggestions.

  --help   show this
`

/**
 * Evaluates suggestions by leave-one-out: topics and tags are suggested for each entry from its title and abstract
 * and the other entries, and compared with those that its curators chose.
 */
export function suggestionAccuracy() {
  const paths = entryPaths('content/papers')
  const sources = {
    entries: paths.flatMap((path) => judgedPaper(loadEntryFile(path)) ?? []),
    topics: loadTopics(),
    tags: loadVocabulary().tags,
  }
  const judged = sources.entries.map((entry) => {
    const entries = sources.entries.filter(({ id }) => id !== entry.id)
    return { entry, suggested: suggestionsFrom({ ...sources, entries })(entry) }
  })
  const accuracy = (kind: 'topics' | 'tags') => {
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
      /** How many papers have the first suggestion. */
      first: sum('first') / counts.length,
      /** How many of the chosen ones are among all that are suggested. */
      found: sum('found') / sum('chosen'),
      /** How many of the suggestions called likely were chosen. */
      likelyRight: sum('likelyFound') / sum('likely'),
      /** How many of the chosen ones were suggested and called likely. */
      likelyFound: sum('likelyFound') / sum('chosen'),
    }
  }
  return { entries: judged.length, topics: accuracy('topics'), tags: accuracy('tags') }
}

if (import.meta.main) {
  await runCommand({
    help,
    options: {},
    async main() {
      const { entries, ...kinds } = suggestionAccuracy()
      console.log(`${entries} entries, each left out once`)
      const rows = Object.entries(kinds).map(([kind, accuracy]) => {
        const shares = Object.entries(accuracy).map(([name, share]) => [name, rounded(share)])
        return [kind, Object.fromEntries(shares)]
      })
      console.table(Object.fromEntries(rows))
      return 0
    },
  })
}
