import { UMAP } from 'umap-js'
import { cosine, type Weights } from '../similarity/tf-idf.ts'
import { type Point, width } from './pictures.ts'

/** An item on the map: a paper, or a tag with its papers. */
export interface MapItem extends Pick<Point, 'title' | 'path'> {
  /** Its terms with their weights; see `paperVectors`. */
  weights: Weights
  tags: readonly string[]
  /** How many papers it represents. */
  papers: number
}

const height = 420
const margin = 12
const nearest = 10
const fewest = 20

/**
 * The map of similar items: a position for each, so that similar ones are close, and names for the regions. Equal input
 * gives equal output. Undefined if there are too few items for regions.
 */
export function neighbourhood(things: readonly MapItem[], tagName: (id: string) => string) {
  if (things.length < fewest) return undefined
  const near = things.map(({ weights }) =>
    things
      .map((other, at) => ({ at, distance: 1 - cosine(weights, other.weights) }))
      .sort((a, b) => a.distance - b.distance || a.at - b.at)
      .slice(0, nearest),
  )
  const umap = new UMAP({
    nNeighbors: nearest,
    minDist: 0.4,
    spread: 1.2,
    nEpochs: 500,
    random: seeded(),
  })
  umap.setPrecomputedKNN(
    near.map((all) => all.map(({ at }) => at)),
    near.map((all) => all.map(({ distance }) => distance)),
  )
  const places = umap.fit(things.map((_, at) => [at]))
  const xs = fitted(places, 0, width)
  const ys = fitted(places, 1, height)
  const spots = things.map((thing, at) => ({ ...thing, x: xs[at] ?? 0, y: ys[at] ?? 0 }))
  const most = Math.max(...things.map(({ papers }) => papers))
  const points = spots.map(({ x, y, title, path, papers }, at) => ({
    x,
    y,
    radius: most === 1 ? 4.5 : Math.round(3 + 9 * Math.sqrt(papers / most)),
    title,
    path,
    /** The indexes of its nearest neighbours. */
    near: (near[at] ?? []).flatMap((other) => (other.at === at ? [] : other.at)).slice(0, 5),
  }))
  return { height, points, regions: named(spots, tagName) }
}

/** A seeded generator of pseudo-random numbers from 0 to 1 (the constants of Numerical Recipes). */
function seeded() {
  let state = 42
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

type Spot = Pick<Point, 'x' | 'y'>

/** One coordinate of all positions, scaled to the picture. */
function fitted(places: readonly number[][], axis: 0 | 1, length: number): number[] {
  const all = places.map((place) => place[axis] ?? 0)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const scale = (length - 2 * margin) / (most - least || 1)
  return all.map((value) => Math.round(margin + scale * (value - least)))
}

/** The radius of a region. */
const reach = 50
const mostNames = 10

/**
 * Names for the regions of the picture: the tags whose papers are close together with few others among them, best first
 * until all regions are named. A name is placed at its papers, or a line higher or lower if that hides fewer points.
 */
function named(spots: readonly (MapItem & Spot)[], tagName: (id: string) => string) {
  const weigh = (all: readonly MapItem[]) => all.reduce((sum, { papers }) => sum + papers, 0)
  const around = ({ x, y }: Spot) => spots.filter((one) => Math.hypot(one.x - x, one.y - y) < reach)
  const regions = [...new Set(spots.flatMap(({ tags }) => tags))].map((tag) => {
    const ofTag = <T extends MapItem>(all: readonly T[]) =>
      all.filter(({ tags }) => tags.includes(tag))
    const own = ofTag(spots)
    // The densest spot of the tag.
    const [core = own] = own.map((spot) => ofTag(around(spot))).sort((a, b) => weigh(b) - weigh(a))
    const mean = (axis: 'x' | 'y') =>
      core.reduce((sum, spot) => sum + spot[axis] * spot.papers, 0) / weigh(core)
    const middle = { x: mean('x'), y: mean('y') }
    const all = around(middle)
    // The F1 score: the harmonic mean of the share of the region that has the tag, and the share of the tag that is in the region.
    const telling = (2 * weigh(ofTag(all))) / (weigh(all) + weigh(own))
    return { name: tagName(tag).replace(/ \(.*/, ''), middle, all, own: ofTag(all), telling }
  })
  const unnamed = new Set<MapItem>(spots)
  const names: (Spot & { name: string })[] = []
  while (names.length < mostNames) {
    const gain = ({ own, telling }: (typeof regions)[number]) =>
      telling * weigh(own.filter((one) => unnamed.has(one)))
    const [best] = regions.toSorted((a, b) => gain(b) - gain(a))
    if (!best || gain(best) < 1) break
    for (const one of best.all) unnamed.delete(one)
    const half = best.name.length * 3
    const x = Math.round(Math.max(half, Math.min(width - half, best.middle.x)))
    const hidden = (y: number, all: readonly Spot[], reach: number, height: number) =>
      all.filter((one) => Math.abs(one.x - x) < half + reach && Math.abs(one.y - y) < height).length
    const hides = (y: number) => hidden(y - 4, spots, 4, 9) + 9 * hidden(y, names, half, 14)
    const [y = 0] = [0, 8, -8, 16, -16]
      .map((by) => Math.max(12, Math.round(best.middle.y) + by))
      .sort((a, b) => hides(a) - hides(b))
    names.push({ name: best.name, x, y })
  }
  return names
}
