import { expect, it } from 'vitest'
import { gapPicture, type PicturedPaper, timelinePicture, width } from './pictures.ts'

const topics = [
  { id: 'safety', name: 'Safety' },
  { id: 'evaluation', name: 'Evaluation' },
]
const paper = (place: number, facts: Partial<PicturedPaper> = {}): PicturedPaper => ({
  title: `Paper ${place}`,
  path: `/papers/${place}/`,
  topics: ['safety'],
  kind: ['method'],
  published: `${2019 + (place % 5)}-${`${1 + (place % 12)}`.padStart(2, '0')}`,
  ...facts,
})
const many = (count: number) => Array.from({ length: count }, (_, place) => paper(place))

// A reader can't click a point that is covered by another or lies outside the picture.
it.each([1, 500])('each of %i papers has its own point in the row of its first topic', (count) => {
  const picture = timelinePicture(many(count), topics)
  const places = new Set(picture?.points.map(({ x, y }) => `${x} ${y}`))
  expect(places.size).toBe(count)
  const [safety, evaluation] = picture?.rows ?? []
  for (const { x, y } of picture?.points ?? []) {
    expect(x > 0 && x < width).toBe(true)
    expect(y > (safety?.y ?? 0) && y < (evaluation?.y ?? 0)).toBe(true)
  }
})

it('with more than 500 papers, a point stands for those of some months and links to them', () => {
  const points = timelinePicture(many(5000), topics)?.points ?? []
  expect(points.length).toBeLessThan(40)
  expect(points[0]?.title).toMatch(
    /^Safety, (?:January|April|July|October) to \w+ 20\d\d: \d+ papers$/,
  )
  expect(points[0]?.path).toMatch(/^\/papers\/\?topic=safety&year=20\d\d$/)
})

it('leaves out papers without a date, and puts those with only a year into January', () => {
  expect(timelinePicture([paper(1, { published: undefined })], topics)).toBeUndefined()
  const dated = [paper(1, { published: '2020' }), paper(2, { published: '2020-01-31' })]
  expect(new Set(timelinePicture(dated, topics)?.points.map(({ x }) => x)).size).toBe(1)
})

// A curator would see a gap where the list has papers, or overlook a real one.
it('counts a paper in each of its topics and kinds, and names the gaps', () => {
  const kinds = [
    { id: 'method', name: 'Method' },
    { id: 'survey', name: 'Survey' },
  ]
  const papers = [
    paper(1),
    paper(2, { topics: ['evaluation', 'safety'], kind: ['method', 'survey'] }),
  ]
  const { points, gaps } = gapPicture([...papers, paper(3)], topics, kinds)
  expect(points.map(({ title, path }) => [title, path])).toEqual([
    ['Safety, method: 3 papers', '/papers/?topic=safety&kind=method'],
    ['Safety, survey: 1 paper', '/papers/?topic=safety&kind=survey'],
    ['Evaluation, method: 1 paper', '/papers/?topic=evaluation&kind=method'],
    ['Evaluation, survey: 1 paper', '/papers/?topic=evaluation&kind=survey'],
  ])
  expect(gaps).toEqual([])
  const alone = gapPicture(papers.slice(0, 1), topics, kinds).gaps
  expect(alone.map(({ topic, kind }) => `${topic.name} ${kind.name}`)).toEqual([
    'Safety Survey',
    'Evaluation Method',
    'Evaluation Survey',
  ])
})
