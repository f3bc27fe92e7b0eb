import { papers } from '../../search/wording.ts'

/** What the export panel says of what it would export. */
export interface ExportWords {
  /** The name of the panel. */
  summary: string
  /** Which papers the formats below it take. */
  legend: string
}

/** The words for the papers that a page shows and those of the list that a reader has ticked, by their ids. */
export function exportWords(shown: ReadonlySet<string>, chosen: ReadonlySet<string>): ExportWords {
  if (chosen.size === 0)
    return { summary: 'Export these papers', legend: wordsForShown(shown.size) }
  const away = [...chosen].filter((id) => !shown.has(id)).length
  const one = chosen.size === 1
  if (one) {
    return {
      summary: 'Export 1 selected paper',
      legend: away > 0 ? 'Save it as (the page does not show it now)' : 'Save it as',
    }
  }
  return {
    summary: `Export ${chosen.size} selected papers`,
    legend: away > 0 ? `Save them as (the page does not show ${away} of them now)` : 'Save them as',
  }
}

function wordsForShown(count: number): string {
  if (count === 0) return 'This page shows no paper now'
  if (count === 1) return 'The paper that this page shows'
  return `The ${papers(count)} that this page shows; tick some to take only those`
}
