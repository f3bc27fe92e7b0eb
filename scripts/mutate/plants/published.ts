import { arxivIdOf } from '../../../src/model/identifier.ts'
import { withFact, withValue } from '../edits.ts'
import type { Plant, Soil } from '../plant.ts'

/** The day that is recorded for the entry's arXiv id. */
function recorded({ facts: { paper = '' }, ground }: Soil): string | undefined {
  const id = arxivIdOf(paper)
  return id ? (ground.around.identities?.byArxiv.get(id)?.published ?? undefined) : undefined
}

const other = (what: string, change: (day: string) => string): Plant => ({
  what,
  plant(soil) {
    const day = recorded(soil)
    return day?.length === 10 ? withValue(soil.file, ['published'], change(day)) : undefined
  },
})

const shifted = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Dates that cannot be true. */
export const published: readonly Plant[] = [
  other('a day early', (day) => shifted(day, -1)),
  other('a day late', (day) => shifted(day, 1)),
  other('a year early', (day) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`),
  other('another month', (day) => shifted(day, -62).slice(0, 7)),
  other('another year alone', (day) => String(Number(day.slice(0, 4)) - 1)),
  { what: 'in the future', plant: ({ file }) => withValue(file, ['published'], '2199-01-01') },
  { what: 'added in the future', plant: ({ file }) => withValue(file, ['added'], '2199-01-01') },
  {
    what: 'withdrawn in the future',
    plant: ({ file }) =>
      withFact(file, 'withdrawn', 'withdrawn: {date: 2199-01-01, reason: "It was wrong."}'),
  },
]
