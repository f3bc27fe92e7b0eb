import { shortAuthors } from '../model/authors.ts'
import { markdownLink, markdownText } from './escaping.ts'
import { formats } from './formats.ts'

/**
 * The formats in which readers save some of the papers of a page, each with the extension of the list's file from which the
 * papers are cut, so that the browser needs no writers.
 */
export const selectable = {
  bib: { ...formats.bib, file: 'bib' },
  ris: { ...formats.ris, file: 'ris' },
  'csl.json': { ...formats['csl.json'], file: 'csl.json' },
  csv: { ...formats.csv, file: 'csv' },
  'table.md': { name: 'Markdown table', type: formats.md.type, file: 'csv' },
} as const
export type Selectable = keyof typeof selectable

/** Returns a file with only the papers that have the given citation keys, in the order of the original file. */
export function selectRecords(format: Selectable, file: string, keys: ReadonlySet<string>): string {
  switch (format) {
    case 'bib':
      return recordsWith(file.split(/\n(?=@)/), /^@\w+\{([^,]+),/, keys).join('\n')
    case 'ris':
      return recordsWith(file.split(/(?<=ER {2}- \r\n)\r\n/), /^ID {2}- (.+)\r$/m, keys).join(
        '\r\n',
      )
    case 'csl.json': {
      const items = file.split(/,?\n/).filter((line) => line.startsWith('{'))
      return `[\n${recordsWith(items, /^\{"id":"([^"]+)"/, keys).join(',\n')}\n]\n`
    }
    case 'csv':
      // `fetch` removes the byte order mark from a response.
      return `\uFEFF${csvLines(file, keys).join('\r\n')}\r\n`.replace('\uFEFF\uFEFF', '\uFEFF')
    case 'table.md':
      return markdownTable(csvLines(file, keys))
  }
}

function recordsWith(records: string[], keyPattern: RegExp, keys: ReadonlySet<string>): string[] {
  return records.filter((record) => keys.has(keyPattern.exec(record)?.[1] ?? ''))
}

/** The header and the lines of the given papers. The key is in the second cell, and the first one is never quoted. */
function csvLines(file: string, keys: ReadonlySet<string>): string[] {
  const [names = '', ...lines] = file.split('\r\n')
  return [names, ...lines.filter((line) => keys.has(line.split(',', 2)[1] ?? ''))]
}

function csvCells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  )
}

/** Converts lines of CSV to a Markdown table: title with its link, authors, year, venue and claim. */
function markdownTable([head = '', ...lines]: string[]): string {
  const names = csvCells(head)
  const rows = lines.map((line) => {
    const cells = csvCells(line)
    // The apostrophe before a formula is only for spreadsheets.
    const value = (name: string) => (cells[names.indexOf(name)] ?? '').replace(/^'(?=[=+\-@])/, '')
    const row = [
      value('paper') ? markdownLink(value('title'), value('paper')) : markdownText(value('title')),
      markdownText(shortAuthors(value('authors').split('; ').filter(Boolean))),
      value('published').slice(0, 4),
      markdownText(value('venue') || 'preprint'),
      markdownText(value('claim')),
    ]
    return `| ${row.join(' | ')} |\n`
  })
  return `| Title | Authors | Year | Venue | Claim |\n| --- | --- | --- | --- | --- |\n${rows.join('')}`
}
