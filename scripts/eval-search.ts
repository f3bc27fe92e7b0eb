import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCorpus } from '../src/search/corpus.ts'
import { writeIndex } from '../src/search/index-files.ts'
import {
  answerable,
  answersOf,
  figuresOf,
  type QueryResult,
  resultsOf,
  unanswerable,
} from './eval/evaluate.ts'
import { judgedSets, loadJudged, recordFigures, rounded } from './eval/judged.ts'
import { searchAt } from './eval/open-in-node.ts'
import { stockFinder, writeStockIndex } from './eval/stock-pagefind.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'

const help = `
npm run eval:search [-- --set fresh] [-- --worst 10] [-- --record]

Asks this site's search every judged query over the index of the list, and says how well it answers, and how well Pagefind
does as it comes over the same records. Where the search says that no paper matches, what it shows as near counts as nothing.

  --set NAME   only this set: ${judgedSets.join(', ')}
  --worst N    name the N queries that were answered worst
  --record     keep the figures, so that the tests fail when search gets worse
  --help       show this
`

/** Prints a table by kind of query: nDCG@10 with the ends of its 95 % interval, MRR, recall@10 and how often nothing was found. */
function print(answers: readonly QueryResult[]): void {
  const row = (some: readonly QueryResult[]) => {
    const { queries, interval, ...figures } = figuresOf(some)
    const [nDCG, MRR, recall, zero] = [figures.ndcg, figures.mrr, figures.recall, figures.zero].map(
      rounded,
    )
    const [from, to] = interval.map(rounded)
    return { queries, nDCG, from, to, MRR, recall, zero }
  }
  const { [unanswerable]: none = [], ...kinds } = Object.groupBy(answers, ({ query }) => query.kind)
  const groups = [...Object.entries(kinds), ['all', answerable(answers)] as const]
  console.table(Object.fromEntries(groups.map(([kind, some = []]) => [kind, row(some)])))
  const empty = none.filter(({ ids }) => ids.length === 0).length
  console.log(`Said rightly that the list has nothing on it: ${empty} of ${none.length}\n`)
}

/** The queries that were answered worst. */
function worst(answers: readonly QueryResult[], count: number): string {
  return answerable(answers)
    .toSorted((a, b) => a.ndcg - b.ndcg)
    .slice(0, count)
    .map(
      ({ query, ndcg, ids }) =>
        `${ndcg.toFixed(2)}  ${query.q}  (${query.kind})\n      ${ids.slice(0, 3).join('\n      ')}`,
    )
    .join('\n')
}

if (import.meta.main) {
  await runCommand({
    help,
    options: {
      set: { type: 'string' },
      worst: { type: 'string' },
      record: { type: 'boolean', default: false },
    },
    async main({ set, worst: count, record }) {
      if (set !== undefined && !judgedSets.some((name) => name === set))
        throw new CommandFailed(
          `Unexpected set \`${set}\`, expected one of ${judgedSets.join(', ')}.`,
        )
      const judged = loadJudged()
      const figures: Record<string, number> = {}
      const folder = mkdtempSync(join(tmpdir(), 'search-'))
      try {
        const corpus = loadCorpus()
        await writeIndex(corpus, folder)
        const search = await searchAt(folder)
        const stock = join(folder, 'stock')
        await writeStockIndex(corpus, stock)
        const findStock = await stockFinder(stock)
        for (const name of judgedSets.filter((one) => set === undefined || one === set)) {
          const queries = judged.filter((query) => query.set === name)
          const answers = await answersOf((query) => resultsOf(search, query), queries)
          const others = await answersOf(findStock, queries)
          figures[name] = Number(figuresOf(answerable(answers)).ndcg.toFixed(4))
          console.log(`${name}: ${queries.length} queries`)
          print(answers)
          console.log('Pagefind as it comes, on the same records:')
          print(others)
          if (count) console.log(`${worst(answers, Number(count))}\n`)
        }
      } finally {
        rmSync(folder, { recursive: true })
      }
      if (record) recordFigures(figures)
      return 0
    },
  })
}
