import { shortAuthors } from '../model/authors.ts'
import { markdownLink, markdownText } from './escaping.ts'
import { formats } from './formats.ts'

/**
 * The formats in which a reader takes the papers that a page shows, with the endings of the files of the list from which
 * they are cut: what a browser gives is, byte for byte, what was tested, and it needs no writer of its own.
 */
export const selectable = {
  bib: { ...formats.bib, file: 'bib' },
  ris: { ...formats.ris, file: 'ris' },
  'csl.json': { ...formats['csl.json'], file: 'csl.json' },
  csv: { ...formats.csv, file: 'csv' },
  'table.md': { name: 'Markdown table', type: formats.md.type, file: 'csv' },
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
      return markdownTable(csvLines(file, keys))
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

/** The lines of a table of papers as one that Markdown shows: title with its link, authors, year, venue and claim. */
function markdownTable([head = '', ...lines]: string[]): string {
  const names = csvCells(head)
  const rows = lines.map((line) => {
    const cells = csvCells(line)
    // The apostrophe keeps a spreadsheet from running a cell.
    const value = (name: string) => (cells[names.indexOf(name)] ?? '').replace(/^'(?=[=+\-@])/, '')
    const shown = [
      value('paper') ? markdownLink(value('title'), value('paper')) : markdownText(value('title')),
      markdownText(shortAuthors(value('authors').split('; ').filter(Boolean))),
      value('published').slice(0, 4),
      markdownText(value('venue') || 'preprint'),
      markdownText(value('claim')),
    ]
    return `| ${shown.join(' | ')} |\n`
  })
  return `| Title | Authors | Year | Venue | Claim |\n| --- | --- | --- | --- | --- |\n${rows.join('')}`
}
