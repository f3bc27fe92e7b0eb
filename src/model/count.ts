/** A number with its noun: `1 paper`, `2,000 papers`. */
export function papers(count: number): string {
  return count === 1 ? '1 paper' : `${count.toLocaleString('en')} papers`
}

/** A heading for a complete list: `All 98 papers`, `The one paper`, `No papers`. */
export function allPapers(count: number): string {
  if (count === 0) return 'No papers'
  return count === 1 ? 'The one paper' : `All ${papers(count)}`
}
