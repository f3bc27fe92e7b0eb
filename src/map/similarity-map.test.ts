import { expect, it } from 'vitest'
import { type MapItem, similarityMap } from './similarity-map.ts'

const subjects = ['dpo', 'safety', 'speech', 'code', 'honesty']
const items = Array.from({ length: 60 }, (_, place): MapItem => {
  const subject = subjects[place % subjects.length] ?? ''
  const own = 0.3 + 0.001 * place
  return {
    title: `${place}`,
    path: `/papers/${place}/`,
    papers: 1,
    tags: [subject],
    weights: new Map([
      [subject, Math.sqrt(1 - own * own)],
      [`own ${place % 7}`, own],
    ]),
  }
})
const name = (tag: string) => `${tag.toUpperCase()} (${tag})`

// A reader learns nothing from a map on which similar papers are far apart, or which changes with every build.
it('puts similar items close together, names each region after its tag, and is the same every time', () => {
  const map = similarityMap(items, name)
  const points = map?.points ?? []
  const isSimilar = (a: number, b: number) => items[a]?.tags[0] === items[b]?.tags[0]
  const nearestOf = (at: number) =>
    points
      .map((point, other) => ({
        other,
        far: Math.hypot(point.x - (points[at]?.x ?? 0), point.y - (points[at]?.y ?? 0)),
      }))
      .filter(({ other }) => other !== at)
      .reduce((a, b) => (b.far < a.far ? b : a)).other
  expect(points.filter((_, at) => isSimilar(at, nearestOf(at))).length).toBeGreaterThan(54)
  expect(
    points.every(({ neighbours }, at) => neighbours.every((other) => isSimilar(at, other))),
  ).toBe(true)
  expect(map?.regions.map((region) => region.name).sort()).toEqual(
    subjects.map((subject) => subject.toUpperCase()).sort(),
  )
  expect(similarityMap(items, name)).toEqual(map)
})

it('gives no map of a few items, and does not fail on items that share nothing', () => {
  expect(similarityMap(items.slice(0, 12), name)).toBeUndefined()
  const unrelated = items.map((item) => ({
    ...item,
    tags: [],
    weights: new Map([[item.title, 1]]),
  }))
  expect(similarityMap(unrelated, name)?.regions).toEqual([])
})
