import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCorpus } from '../src/search/corpus.ts'
import { writeIndex } from '../src/search/index-files.ts'
import {
  isAnswerable,
  meanNdcg,
  metricsOf,
  type QueryResult,
  runQueries,
  topResults,
} from './eval/evaluate.ts'
import { loadJudged, querySets, recordNdcg } from './eval/judged.ts'
import { openSearch } from './eval/open-in-node.ts'
import { relatedQuality } from './eval/related.ts'
import { createStockSearch } from './eval/stock-pagefind.ts'
import { suggestionQuality } from './eval/suggest.ts'
import { CommandFailed, runCommand } from './terminal/command.ts'

const help = `
npm run eval:search [-- --worst 10] [-- --record]
npm run eval:related
npm run eval:suggest

search   runs the judged queries of content/evaluation/searches.json, and prints for each set and each kind of query: nDCG@10
         with its 95 % confidence interval, MRR, recall@10, the share of queries without results (which should be high for
         unanswerable ones), and the nDCG@10 of stock Pagefind on the same records. Near misses are not results.
related  compares the five related papers of each page with content/evaluation/related.json, and prints precision and recall;
         also the share of relations that are mutual, and the share of papers that have the most common related paper.
suggest  suggests topics and tags for each entry from the other entries, and compares them with those that curators chose:
         how many papers have a right first suggestion; how many of the chosen ones are suggested; how many of the likely
         suggestions are right; how many of the chosen ones are likely suggestions.

  --worst N    print the N queries with the worst results
  --record     record the nDCG of search, so that the tests fail if it gets worse
  --help       show this
`

/** Prints metrics with three decimals, a row for each name. */
function print(rows: Record<string, Record<string, number>>): void {
  const rounded = (row: Record<string, number>) =>
    Object.fromEntries(Object.entries(row).map(([name, figure]) => [name, +figure.toFixed(3)]))
  console.table(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, rounded(row)])))
}

/** Evaluates search on each set of judged queries, and prints the metrics. Returns the nDCG of each set. */
async function evaluateSearch(worst: number): Promise<Record<string, number>> {
  const ndcgBySet: Record<string, number> = {}
  const folder = mkdtempSync(join(tmpdir(), 'search-'))
  try {
    const corpus = loadCorpus()
    await writeIndex(corpus, folder)
    const search = await openSearch(folder)
    const findStock = await createStockSearch(corpus, join(folder, 'stock'))
    for (const set of querySets) {
      const queries = loadJudged().filter((query) => query.set === set)
      const results = await runQueries((query) => topResults(search, query), queries)
      const stock = await runQueries(findStock, queries)
      const row = (filter: (answer: QueryResult) => boolean) => ({
        ...metricsOf(results.filter(filter)),
        stock: meanNdcg(stock.filter(filter)),
      })
      const kinds = [...new Set(queries.map(({ kind }) => kind))]
      const rows = kinds.map((kind) => [kind, row(({ query }) => query.kind === kind)] as const)
      console.log(`${set}: ${queries.length} queries; “all” are those with relevant papers`)
      print(Object.fromEntries([...rows, ['all', row(isAnswerable)]]))
      ndcgBySet[set] = Number(meanNdcg(results.filter(isAnswerable)).toFixed(4))
      const sorted = results.filter(isAnswerable).sort((a, b) => a.ndcg - b.ndcg)
      for (const { query, ndcg, ids } of sorted.slice(0, worst))
        console.log(`${ndcg.toFixed(2)}  ${query.q}  (${query.kind})`, ids.slice(0, 3))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return ndcgBySet
}

if (import.meta.main) {
  await runCommand({
    help,
    options: { worst: { type: 'string', default: '0' }, record: { type: 'boolean' } },
    async main({ worst, record }, [what]) {
      if (what === 'suggest') print(suggestionQuality())
      else if (what === 'related') {
        const quality = relatedQuality()
        if (!quality)
          throw new CommandFailed(
            'Unexpected list without content/evaluation/related.json, expected its judgements. Write them first.',
          )
        print({ related: quality })
      } else {
        const ndcgBySet = await evaluateSearch(Number(worst))
        if (record) recordNdcg(ndcgBySet)
      }
      return 0
    },
  })
}
