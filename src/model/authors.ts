/**
 * A list of authors for a line in a list: all of them up to `most`, otherwise the first ones and how many more there
 * are, which is never only one or two. Of many authors the first ones and their `count` will do.
 */
export function shortAuthors(authors: readonly string[], most = 5, count = authors.length): string {
  if (count <= most) return authors.join(', ')
  const shown = authors.slice(0, most - 2)
  return `${shown.join(', ')} and ${count - shown.length} others`
}
