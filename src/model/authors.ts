/**
 * Authors on one line: all of them up to `most`, otherwise the first `most - 2` and the number of the others. A caller that
 * has only the first authors of a paper gives the full `count`.
 */
export function shortAuthors(authors: readonly string[], most = 5, count = authors.length): string {
  if (count <= most) return authors.join(', ')
  const shown = authors.slice(0, most - 2)
  return `${shown.join(', ')} and ${count - shown.length} others`
}
