import { shortAuthors } from '../model/authors.ts'
import { markdownLink, markdownText } from './escaping.ts'

/**
 * The formats in which a reader takes the papers that a page shows, with the endings of the files of the list from which
 * they are cut: what a browser gives is, byte for byte, what was tested, and it needs no writer of its own.
 */
export const selectable = {
  bib: { name: 'BibTeX', file: 'bib', type: 'application/x-bibtex' },
  ris: { name: 'RIS', file: 'ris', type: 'application/x-research-info-systems' },
  'csl.json': { name: 'CSL-JSON', file: 'csl.json', type: 'application/json' },
  csv: { name: 'CSV', file: 'csv', type: 'text/csv' },
  'table.md': { name: 'Markdown table', file: 'csv', type: 'text/markdown' },
} as const
export type Selectable = keyof typeof selectable

/** The records of some papers, by their citation keys, cut out of a file of the list; in the order of the file. */
export function selectRecords(format: Selectable, file: string, keys: ReadonlySet<string>): string {
  switch (format) {
    case 'bib':
      return kept(file.split(/\n(?=@)/), /^@\w+\{([^,]+),/, keys).join('\n')
    case 'ris':
      return kept(file.split(/(?<=ER {2}- \r\n)\r\n/), /^ID {2}- (.+)\r$/m, keys).join('\r\n')
    case 'csl.json': {
      const items = file.split(/,?\n/).filter((line) => line.startsWith('{'))
      return `[\n${kept(items, /^\{"id":"([^"]+)"/, keys).join(',\n')}\n]\n`
    }
    case 'csv':
      // A browser takes the byte-order mark away from what it fetches.
      return `\uFEFF${csvLines(file, keys).join('\r\n')}\r\n`.replace('\uFEFF\uFEFF', '\uFEFF')
    case 'table.md':
      return markdownTable(tableRows(csvLines(file, keys)))
  }
}

function kept(records: string[], shape: RegExp, keys: ReadonlySet<string>): string[] {
  return records.filter((record) => keys.has(shape.exec(record)?.[1] ?? ''))
}

/** The line of names, and the lines of the chosen papers: the key is the second cell, and none before it is quoted. */
function csvLines(file: string, keys: ReadonlySet<string>): string[] {
  const [names = '', ...lines] = file.split('\r\n')
  return [names, ...lines.filter((line) => keys.has(line.split(',', 2)[1] ?? ''))]
}

function csvCells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  )
}

function tableRows([head = '', ...lines]: string[]): TableRow[] {
  const names = csvCells(head)
  return lines.map((line) => {
    const cells = csvCells(line)
    const value = (name: string) => plain(cells[names.indexOf(name)] ?? '') || undefined
    return {
      title: value('title') ?? '',
      authors: value('authors')?.split('; '),
      published: value('published'),
      venue: value('venue'),
      paper: value('paper'),
      claim: value('claim'),
    }
  })
}

/** A cell without the apostrophe that keeps a spreadsheet from running it. */
function plain(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, '')
}

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
