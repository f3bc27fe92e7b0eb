import { distance } from 'fastest-levenshtein'

/**
 * The edit distance of two texts: insertions, deletions, substitutions, and a transposition of two
 * neighbouring letters, which counts once.
 * @see https://github.com/ka-weihe/fastest-levenshtein
 */
export function editDistance(a: string, b: string): number {
  const edits = distance(a, b)
  const swapped = edits === 2 && [...a].sort().join() === [...b].sort().join()
  return swapped ? 1 : edits
}

/** The nearest name, if at most about a third of its letters differ; for “Did you mean …?”. */
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
