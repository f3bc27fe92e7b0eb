import { UMAP } from 'umap-js'
import { cosine, type Weights } from '../similarity/tf-idf.ts'
import { type Point, width } from './pictures.ts'

/** An item on the map: a paper, or a tag with its papers. */
export interface MapItem extends Pick<Point, 'title' | 'path'> {
  /** Its terms with their weights; see `paperVectors`. */
  weights: Weights
  tags: readonly string[]
  /** How many papers it stands for. */
  papers: number
}

const height = 420
const margin = 12
/** How many nearest neighbours of each item UMAP gets. */
const neighbourCount = 10
/** Fewer items form no regions. */
const minItems = 20

/**
 * Places items so that similar ones are close together, and names the regions. Equal input gives equal output. Gives undefined
 * if there are too few items for regions.
 */
export function similarityMap(items: readonly MapItem[], tagName: (id: string) => string) {
  if (items.length < minItems) return undefined
  const neighbours = items.map(({ weights }) =>
    items
      .map((other, at) => ({ at, distance: 1 - cosine(weights, other.weights) }))
      .sort((a, b) => a.distance - b.distance || a.at - b.at)
      .slice(0, neighbourCount),
  )
  const umap = new UMAP({
    nNeighbors: neighbourCount,
    minDist: 0.4,
    spread: 1.2,
    nEpochs: 500,
    random: seededRandom(),
  })
  umap.setPrecomputedKNN(
    neighbours.map((all) => all.map(({ at }) => at)),
    neighbours.map((all) => all.map(({ distance }) => distance)),
  )
  const positions = umap.fit(items.map((_, at) => [at]))
  const xs = scaled(positions, 0, width)
  const ys = scaled(positions, 1, height)
  const placed = items.map((item, at) => ({ ...item, x: xs[at] ?? 0, y: ys[at] ?? 0 }))
  const most = Math.max(...items.map(({ papers }) => papers))
  const points = placed.map(({ x, y, title, path, papers }, at) => ({
    x,
    y,
    radius: most === 1 ? 4.5 : Math.round(3 + 9 * Math.sqrt(papers / most)),
    title,
    path,
    /** The indexes of the most similar items. */
    neighbours: (neighbours[at] ?? [])
      .flatMap((other) => (other.at === at ? [] : other.at))
      .slice(0, 5),
  }))
  return { height, points, regions: nameRegions(placed, tagName) }
}

/** A seeded generator of pseudo-random numbers between 0 and 1, with the constants of Numerical Recipes. */
function seededRandom() {
  let state = 42
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

type Position = Pick<Point, 'x' | 'y'>

/** Scales one coordinate of all positions to the picture. */
function scaled(positions: readonly number[][], axis: 0 | 1, length: number): number[] {
  const all = positions.map((position) => position[axis] ?? 0)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const scale = (length - 2 * margin) / (most - least || 1)
  return all.map((value) => Math.round(margin + scale * (value - least)))
}

/** The radius of a region. */
const regionRadius = 50
const maxNames = 10

/**
 * Names the regions of the picture by tags whose papers are close together with few others among them. Picks the best tag for the
 * items without a name, until no tag is left that describes them. A name is placed in the middle of its region, or a line higher
 * or lower if it hides fewer points there.
 */
function nameRegions(items: readonly (MapItem & Position)[], tagName: (id: string) => string) {
  const countPapers = (all: readonly MapItem[]) => all.reduce((sum, { papers }) => sum + papers, 0)
  const around = ({ x, y }: Position) =>
    items.filter((one) => Math.hypot(one.x - x, one.y - y) < regionRadius)
  const regions = [...new Set(items.flatMap(({ tags }) => tags))].map((tag) => {
    const ofTag = <T extends MapItem>(all: readonly T[]) =>
      all.filter(({ tags }) => tags.includes(tag))
    const own = ofTag(items)
    // The surroundings in which most papers have the tag.
    const [core = own] = own
      .map((item) => ofTag(around(item)))
      .sort((a, b) => countPapers(b) - countPapers(a))
    const mean = (axis: 'x' | 'y') =>
      core.reduce((sum, item) => sum + item[axis] * item.papers, 0) / countPapers(core)
    const middle = { x: mean('x'), y: mean('y') }
    const all = around(middle)
    // The harmonic mean of precision (the share of the region that has the tag) and recall (the share of the tag that is in it).
    const f1 = (2 * countPapers(ofTag(all))) / (countPapers(all) + countPapers(own))
    return { name: tagName(tag).replace(/ \(.*/, ''), middle, all, own: ofTag(all), f1 }
  })
  const unnamed = new Set<MapItem>(items)
  const names: (Position & { name: string })[] = []
  while (names.length < maxNames) {
    const gain = ({ own, f1 }: (typeof regions)[number]) =>
      f1 * countPapers(own.filter((one) => unnamed.has(one)))
    const [best] = regions.toSorted((a, b) => gain(b) - gain(a))
    if (!best || gain(best) < 1) break
    for (const one of best.all) unnamed.delete(one)
    const half = best.name.length * 3
    const x = Math.round(Math.max(half, Math.min(width - half, best.middle.x)))
    const hidden = (y: number, all: readonly Position[], margin: number, height: number) =>
      all.filter((one) => Math.abs(one.x - x) < half + margin && Math.abs(one.y - y) < height)
        .length
    const hides = (y: number) => hidden(y - 4, items, 4, 9) + 9 * hidden(y, names, half, 14)
    const [y = 0] = [0, 8, -8, 16, -16]
      .map((by) => Math.max(12, Math.round(best.middle.y) + by))
      .sort((a, b) => hides(a) - hides(b))
    names.push({ name: best.name, x, y })
  }
  return names
}
