import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCorpus } from '../src/search/corpus.ts'
import { writeIndex } from '../src/search/index-files.ts'
import { answerable, answersOf, figuresOf } from './eval-search/evaluate.ts'
import { judgedSets, loadJudged } from './eval-search/judged.ts'
import { inFolder, searchAt } from './eval-search/open-in-node.ts'
import { ownFinder } from './eval-search/own.ts'
import { recordedFile } from './eval-search/recorded.ts'
import { type Run, table, worst } from './eval-search/report.ts'
import { stockFinder, writeStockIndex } from './eval-search/stock-pagefind.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'

const help = `
npm run eval:search [-- --set fresh] [-- --worst 10] [-- --json] [-- --record]

Asks this site's search every judged query over the index of the list, and says how well it answers, beside Pagefind as it
comes over the same records. Where the search says that no paper matches, what it
shows as near counts as nothing.

  --set NAME   only this set: tune, held-out or fresh
  --worst N    name the N queries that were answered worst
  --json       print the figures as JSON
  --record     keep the figures, so that the tests fail when search gets worse
  --help       show this
`

if (import.meta.main) {
  await runCommand({
    help,
    options: {
      set: { type: 'string' },
      worst: { type: 'string' },
      json: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
    },
    async main({ set, worst: count, json, record }) {
      if (set !== undefined && !judgedSets.some((name) => name === set))
        throw new CommandFailed(
          `Unexpected set \`${set}\`, expected one of ${judgedSets.join(', ')}.`,
        )
      const judged = loadJudged()
      const corpus = loadCorpus()
      const recorded: Record<string, number> = {}
      await inFolder(async (folder) => {
        await writeIndex(corpus, folder)
        const stock = join(folder, 'stock')
        await writeStockIndex(corpus, stock)
        const finders = [ownFinder(await searchAt(folder)), await stockFinder(stock)]
        for (const name of judgedSets.filter((one) => set === undefined || one === set)) {
          const queries = judged.filter((query) => query.set === name)
          const runs: Run[] = []
          for (const finder of finders)
            runs.push({ name: finder.name, answers: await answersOf(finder, queries) })
          const [own] = runs
          if (!own) continue
          recorded[name] = Number(figuresOf(answerable(own.answers)).ndcg.toFixed(4))
          if (json) {
            const figures = runs.map(({ name, answers }) => [name, figuresOf(answerable(answers))])
            console.log(
              JSON.stringify({ set: name, figures: Object.fromEntries(figures) }, null, 2),
            )
          } else console.log(`${name}: ${queries.length} queries\n\n${table(runs)}\n`)
          if (count) console.log(`${worst(own, Number(count))}\n`)
        }
      })
      if (record) writeFileSync(recordedFile, `${JSON.stringify(recorded, null, 2)}\n`)
      return 0
    },
  })
}
