/** A number of papers in words: `1 paper`, `2,000 papers`. */
export function papers(count: number): string {
  return count === 1 ? '1 paper' : `${count.toLocaleString('en')} papers`
}

/** All of a number of papers: `All 98 papers`, `The one paper`. */
export function allPapers(count: number): string {
  if (count === 0) return 'No papers'
  return count === 1 ? 'The one paper' : `All ${papers(count)}`
}
