import { papers } from '../../model/count.ts'

/** The words of the export panel. */
export interface ExportWords {
  /** The summary of the panel. */
  summary: string
  /** Which papers are exported. */
  legend: string
}

/**
 * The words for the listed papers and those that a reader has ticked. `away` counts the ticked ones that are not in the page
 * now. With `hiding`, the page hides papers that the reader has read.
 */
export function exportWords(
  listed: number,
  chosen: number,
  away: number,
  hiding = false,
): ExportWords {
  if (chosen === 0)
    return { summary: 'Export these papers', legend: wordsForListed(listed, hiding) }
  if (chosen === 1)
    return {
      summary: 'Export 1 selected paper',
      legend: away > 0 ? 'Save it as (the page does not show it now)' : 'Save it as',
    }
  return {
    summary: `Export ${chosen} selected papers`,
    legend: away > 0 ? `Save them as (the page does not show ${away} of them now)` : 'Save them as',
  }
}

function wordsForListed(count: number, hiding: boolean): string {
  if (hiding)
    return `Of the ${papers(count)} found, those that you have not read; tick some to take only those`
  if (count === 1) return 'The paper that this page lists'
  return `The ${papers(count)} that this page lists; tick some to take only those`
}
