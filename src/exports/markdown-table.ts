import { shortAuthors } from '../model/authors.ts'
import { markdownLink, markdownText } from './markdown-text.ts'

/** What a row says of a paper. */
export interface TableRow {
  /** In plain characters, without TeX. */
  title: string
  authors?: readonly string[] | undefined
  published?: string | undefined
  venue?: string | undefined
  paper?: string | undefined
  claim?: string | undefined
}

/** Papers as a table that Markdown shows: title with its link, authors, year, venue and claim. */
export function markdownTable(rows: readonly TableRow[]): string {
  const head = '| Title | Authors | Year | Venue | Claim |\n| --- | --- | --- | --- | --- |\n'
  const lines = rows.map(({ title, authors = [], published = '', venue, paper, claim = '' }) => {
    const cells = [
      paper ? markdownLink(title, paper) : markdownText(title),
      markdownText(shortAuthors(authors)),
      published.slice(0, 4),
      markdownText(venue ?? 'preprint'),
      markdownText(claim),
    ]
    return `| ${cells.join(' | ')} |\n`
  })
  return head + lines.join('')
}
