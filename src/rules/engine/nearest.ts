const far = Number.POSITIVE_INFINITY

/**
 * How many single letters must be put in, left out, exchanged or swapped with their neighbour to turn one text into the
 * other; `limit + 1` when it is more than the limit.
 * @see https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance (optimal string alignment)
 */
export function editDistance(a: string, b: string, limit = far): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const here: number[] = []
    // Every cost further from the diagonal than the limit is above the limit.
    const [first, last] = [Math.max(1, row - limit), Math.min(b.length, row + limit)]
    here[first - 1] = first === 1 ? row : far
    let least = here[first - 1] ?? far
    for (let column = first; column <= last; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        (above[column] ?? far) + 1,
        (here[column - 1] ?? far) + 1,
        (above[column - 1] ?? far) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? far) + 1)
      }
      here[column] = cost
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = above
    above = here
  }
  return Math.min(above[b.length] ?? far, limit + 1)
}

/** The name that was most likely meant: the nearest one when it differs by at most about a third of its letters. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '-')
  const wanted = plain(written).slice(0, 100)
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    const limit = Math.max(1, Math.floor(name.length / 3))
    const distance = editDistance(wanted, plain(name), limit)
    if (distance <= limit && distance < least) [best, least] = [name, distance]
  }
  return best
}
