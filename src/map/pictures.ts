import { papers as countOf } from '../model/count.ts'
import { displayDate } from '../model/partial-date.ts'

/** The facts of a paper that the pictures use. */
export interface PicturedPaper {
  title: string
  path: `/${string}`
  published?: string | undefined
  topics?: readonly string[] | undefined
  kind?: readonly string[] | undefined
}

/** A topic or a kind. */
export interface Named {
  id: string
  name: string
}

/** A point of a picture, which links to one or more papers. */
export interface Point {
  x: number
  y: number
  radius: number
  title: string
  path: `/${string}`
}

/** A row of a picture: the name of a topic, and the line below it. */
export interface Row extends Named {
  y: number
}

/** The width of each picture. All lengths have the same unit. */
export const width = 360
/** With more papers than this, a point stands for several papers. */
export const maxPoints = 500

const headingHeight = 22
const round = (length: number) => Math.round(length * 10) / 10

/** The path of the whole list with filters. */
const filteredPath = (values: Record<string, string>): `/${string}` =>
  `/papers/?${new URLSearchParams(values)}`

/**
 * The timeline, with a row for each topic and a column for each month, or for each quarter or year if there are too many months.
 * Gives undefined if no paper has both a date and one of the topics.
 */
export function timelinePicture(papers: readonly PicturedPaper[], topics: readonly Named[]) {
  const dated = papers.flatMap((paper) => {
    const [year, month = 1] = paper.published?.split('-').map(Number) ?? []
    const topic = topics.find(({ id }) => id === paper.topics?.[0])
    return year && topic ? [{ ...paper, topic, month: 12 * year + month - 1 }] : []
  })
  if (dated.length === 0) return undefined
  const months = dated.map(({ month }) => month)
  const [first, last] = [Math.min(...months), Math.max(...months)]
  const span = ([1, 3] as const).find((months) => (last - first) / months < 36) ?? 12
  const column = (month: number) => Math.floor(month / span) - Math.floor(first / span)
  const columnWidth = Math.min(width / (column(last) + 1), 18)
  const radius = Math.min(columnWidth / 2 - 0.5, 5)
  const grouped = papers.length > maxPoints
  const sizes = Map.groupBy(dated, ({ topic, month }) => `${topic.id} ${column(month)}`)
  const largest = Math.max(...[...sizes.values()].map(({ length }) => length))
  const rows: Row[] = []
  const points: Point[] = []
  let y = 0
  for (const topic of topics) {
    y += headingHeight
    rows.push({ ...topic, y })
    const own = dated.filter((paper) => paper.topic === topic)
    const cells = [...Map.groupBy(own, ({ month }) => column(month))]
    const most = Math.max(1, ...cells.map(([, { length }]) => length))
    const height = grouped ? 2 * columnWidth : most * (2 * radius + 1) + 4
    for (const [at, all] of cells) {
      const x = round((at + 0.5) * columnWidth)
      const month = all[0]?.month ?? 0
      if (grouped)
        points.push({
          x,
          y: round(y + columnWidth),
          radius: round(Math.max(1.5, columnWidth * 0.9 * Math.sqrt(all.length / largest))),
          title: `${topic.name}, ${periodName(month, span)}: ${countOf(all.length)}`,
          path: filteredPath({ topic: topic.id, year: `${Math.floor(month / 12)}` }),
        })
      else
        for (const [nth, { title, published = '', path }] of all.entries())
          points.push({
            x,
            y: round(y + height - (nth + 0.5) * (2 * radius + 1)),
            radius: round(radius),
            title: `${title}, ${displayDate(published)}`,
            path,
          })
    }
    y += height
  }
  const from = Math.ceil(first / 12)
  const ticks = Array.from({ length: Math.floor(last / 12) - from + 1 }, (_, nth) => ({
    x: round(column(12 * (from + nth)) * columnWidth),
    year: from + nth,
  }))
  const period = { 1: 'month', 3: 'quarter', 12: 'year' }[span]
  return { height: round(y + headingHeight), rows, points, ticks, period }
}

/** The name of the month, quarter or year of a month; months are counted from the year 0. */
function periodName(month: number, span: 1 | 3 | 12): string {
  const nameOf = (month: number) =>
    displayDate(`${Math.floor(month / 12)}-${`${(month % 12) + 1}`.padStart(2, '0')}`)
  const first = month - (month % span)
  if (span === 12) return `${first / 12}`
  return span === 1 ? nameOf(first) : `${nameOf(first).split(' ')[0]} to ${nameOf(first + 2)}`
}

/** The gaps: how many papers of each kind a topic has. A paper with two topics counts in both. */
export function gapPicture(
  papers: readonly PicturedPaper[],
  topics: readonly Named[],
  kinds: readonly Named[],
) {
  const columnWidth = width / kinds.length
  const radius = Math.min(columnWidth / 2 - 2, 15)
  const rowHeight = headingHeight + 2 * radius + 6
  const cells = topics.flatMap((topic, row) =>
    kinds.map((kind, at) => ({
      topic,
      kind,
      count: papers.filter(
        (paper) => paper.topics?.includes(topic.id) && paper.kind?.includes(kind.id),
      ).length,
      x: round((at + 0.5) * columnWidth),
      y: round(headingHeight + (row + 1) * rowHeight - radius - 4),
    })),
  )
  const most = Math.max(1, ...cells.map(({ count }) => count))
  const longest = Math.max(...kinds.map(({ name }) => name.length))
  return {
    height: round(headingHeight + topics.length * rowHeight + 4),
    rows: topics.map((topic, row): Row => ({ ...topic, y: round((row + 1) * rowHeight - 14) })),
    columns: kinds.map(({ name }, at) => ({ name, x: round((at + 0.5) * columnWidth) })),
    /** The font size of the columns' names, at which the longest fits. */
    fontSize: round(Math.min(11, (1.8 * columnWidth) / longest)),
    points: cells
      .filter(({ count }) => count > 0)
      .map(({ topic, kind, count, x, y }) => ({
        x,
        y,
        count,
        radius: round(Math.max(7, radius * Math.sqrt(count / most))),
        title: `${topic.name}, ${kind.name.toLowerCase()}: ${countOf(count)}`,
        path: filteredPath({ topic: topic.id, kind: kind.id }),
      })),
    gaps: cells.filter(({ count }) => count === 0),
  }
}
