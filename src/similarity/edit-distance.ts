import { distance } from 'fastest-levenshtein'

/**
 * The edit distance of two texts in insertions, deletions and substitutions. A single transposition counts as one edit.
 * @see https://github.com/ka-weihe/fastest-levenshtein
 */
export function editDistance(a: string, b: string): number {
  const edits = distance(a, b)
  const isTransposition = edits === 2 && [...a].sort().join() === [...b].sort().join()
  return isTransposition ? 1 : edits
}

/** The name that was probably meant, for “Did you mean …?”; undefined if each differs in more than a third of its letters. */
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
