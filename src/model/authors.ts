/**
 * A list of authors for a line in a list: all of them up to `most`, otherwise the first ones and how many more there
 * are, which is never only one or two.
 */
export function shortAuthors(authors: readonly string[], most = 5): string {
  if (authors.length <= most) return authors.join(', ')
  const shown = authors.slice(0, most - 2)
  return `${shown.join(', ')} and ${authors.length - shown.length} others`
}
