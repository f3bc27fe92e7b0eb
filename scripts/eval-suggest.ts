import { entryPaths, loadEntryFile, loadTopics, loadVocabulary } from '../src/content/read.ts'
import { type Accuracy, suggestionAccuracy } from '../src/suggest/accuracy.ts'
import { judgedPaper } from '../src/suggest/judged-paper.ts'
import { runCommand } from './terminal/command.ts'

const help = `
npm run eval:suggest

Says how well suggested topics and tags meet what curators chose: each entry is taken off the list, suggested for from
its title and abstract alone, and compared.

  --help   show this
`

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
