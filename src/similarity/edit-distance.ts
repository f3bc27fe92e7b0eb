import { distance } from 'fastest-levenshtein'

/**
 * How many letters must be put in, left out or exchanged to turn one text into the other. Two letters that have changed
 * places count once.
 * @see https://github.com/ka-weihe/fastest-levenshtein
 */
export function editDistance(a: string, b: string): number {
  const edits = distance(a, b)
  const swapped = edits === 2 && [...a].sort().join() === [...b].sort().join()
  return swapped ? 1 : edits
}

/** The name that was most likely meant: the nearest one when it differs by at most about a third of its letters. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '-')
  const wanted = plain(written).slice(0, 100)
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    const edits = editDistance(wanted, plain(name))
    if (edits < least && edits <= Math.max(1, Math.floor(name.length / 3)))
      [best, least] = [name, edits]
  }
  return best
}
