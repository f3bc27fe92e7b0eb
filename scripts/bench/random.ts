/** A source of numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 to below 1. */
  next(): number
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  /** One of the items. Throws when there is none. */
  pick<T>(items: readonly T[]): T
  /** `count` different items, or all when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[]
}

/** Mulberry32: small, fast and good enough to shuffle sentences. @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    sample(items, count) {
      const rest = [...items]
      const taken = Math.min(count, rest.length)
      return Array.from({ length: taken }, () => rest.splice(below(rest.length), 1)).flat()
    },
  }
}
