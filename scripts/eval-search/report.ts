import { seededRandom } from '../bench/random.ts'
import { type Answered, answerable, figuresOf, unanswerable } from './evaluate.ts'
import { confidence } from './measures.ts'

/** How one finder answered all queries of a set. */
export interface Run {
  name: string
  answers: Answered[]
}

const figure = (value: number) => value.toFixed(3).padStart(7)
const percent = (share: number) => `${(100 * share).toFixed(0)} %`.padStart(6)

/** The 95 % interval of the mean nDCG of answers. */
export function intervalOf(answers: readonly Answered[]): [number, number] {
  return confidence(
    answers.map(({ ndcg }) => ndcg),
    seededRandom(1),
  )
}

/** A table by kind of query: for each finder nDCG@10 with its interval, MRR, recall@10 and how often nothing was found. */
export function table(runs: readonly Run[]): string {
  const kinds = [...new Set(runs.flatMap(({ answers }) => answers.map(({ query }) => query.kind)))]
  const width = Math.max(...kinds.map(({ length }) => length), 10)
  const column = 45
  const names = runs.map(({ name }) => `  ${name}`.padEnd(column)).join('')
  const head = runs.map(() => '     nDCG  (95 %)        MRR  recall  zero'.padEnd(column)).join('')
  const cells = (of: (answers: readonly Answered[]) => Answered[]) =>
    runs
      .map(({ answers }) => {
        const chosen = of(answers)
        const { ndcg, mrr, recall, zero } = figuresOf(chosen)
        const [low, high] = intervalOf(chosen)
        const parts = [
          figure(ndcg),
          ` ${low.toFixed(2)}–${high.toFixed(2)}`,
          figure(mrr),
          figure(recall),
          percent(zero),
        ]
        return `  ${parts.join(' ')}`.padEnd(column)
      })
      .join('')
  const line = (name: string, of: (answers: readonly Answered[]) => Answered[]) =>
    `${name.padEnd(width)} ${String(of(runs[0]?.answers ?? []).length).padStart(4)}${cells(of)}`
  const lines = kinds
    .filter((kind) => kind !== unanswerable)
    .map((kind) => line(kind, (answers) => answers.filter(({ query }) => query.kind === kind)))
  const none = runs.map(({ name, answers }) => {
    const { queries, zero } = figuresOf(answers.filter(({ query }) => query.kind === unanswerable))
    return `${name} ${Math.round(zero * queries)} of ${queries}`
  })
  return [
    `${''.padEnd(width)}     ${names}`,
    `${''.padEnd(width)}    n${head}`,
    ...lines,
    line('all', answerable),
    `\nSaid rightly that the list has nothing on it: ${none.join(', ')}`,
  ].join('\n')
}

/** The queries that were answered worst. */
export function worst({ answers }: Run, count: number): string {
  return answerable(answers)
    .toSorted((a, b) => a.ndcg - b.ndcg)
    .slice(0, count)
    .map(
      ({ query, ndcg, ids }) =>
        `${ndcg.toFixed(2)}  ${query.q}  (${query.kind})\n      ${ids.slice(0, 3).join('\n      ')}`,
    )
    .join('\n')
}
