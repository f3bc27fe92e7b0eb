import { papers } from '../../model/count.ts'

/** What the export panel says of what it would export. */
export interface ExportWords {
  /** The name of the panel. */
  summary: string
  /** Which papers the formats below it take. */
  legend: string
}

/**
 * The words for the papers that a page lists and those that a reader has ticked, of which some are `away`: not in the page
 * now. Where the reader is `hiding` what they have read, the page lists fewer.
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
