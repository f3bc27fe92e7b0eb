import { expect, it } from 'vitest'
import { type MapItem, neighbourhood } from './neighbourhood.ts'

const subjects = ['dpo', 'safety', 'speech', 'code', 'honesty']
const things = Array.from({ length: 60 }, (_, place): MapItem => {
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

// A map on which similar papers are far apart, or which changes with every build, tells a reader nothing.
it('puts like things together, names each region after its tag, and is the same every time', () => {
  const map = neighbourhood(things, name)
  const points = map?.points ?? []
  const isLike = (a: number, b: number) => things[a]?.tags[0] === things[b]?.tags[0]
  const nearestOf = (at: number) =>
    points
      .map((point, other) => ({
        other,
        far: Math.hypot(point.x - (points[at]?.x ?? 0), point.y - (points[at]?.y ?? 0)),
      }))
      .filter(({ other }) => other !== at)
      .reduce((a, b) => (b.far < a.far ? b : a)).other
  expect(points.filter((_, at) => isLike(at, nearestOf(at))).length).toBeGreaterThan(54)
  expect(points.every(({ near }, at) => near.every((other) => isLike(at, other)))).toBe(true)
  expect(map?.regions.map((region) => region.name).sort()).toEqual(
    subjects.map((subject) => subject.toUpperCase()).sort(),
  )
  expect(neighbourhood(things, name)).toEqual(map)
})

it('is no map of a few things, nor fails on things that share nothing', () => {
  expect(neighbourhood(things.slice(0, 12), name)).toBeUndefined()
  const strangers = things.map((thing) => ({
    ...thing,
    tags: [],
    weights: new Map([[thing.title, 1]]),
  }))
  expect(neighbourhood(strangers, name)?.regions).toEqual([])
})
