import { titleText } from '../text/title.ts'
import type { Reference } from './reference.ts'

const columns: [name: string, value: (reference: Reference) => string | undefined][] = [
  ['id', ({ entry }) => entry.id],
  ['key', ({ item }) => item.id],
  ['title', ({ entry }) => titleText(entry.title)],
  ['authors', ({ entry }) => entry.authors?.join('; ')],
  ['published', ({ entry }) => entry.published],
  ['venue', ({ entry }) => entry.venue],
  ['paper', ({ entry }) => entry.paper],
  // With a prefix, because a spreadsheet would read 2406.11190 as a number.
  ['arxiv', ({ arxiv }) => arxiv && `arXiv:${arxiv}`],
  ['doi', ({ entry }) => entry.doi],
  ['topics', ({ entry }) => entry.topics?.join('; ')],
  ['kind', ({ entry }) => entry.kind?.join('; ')],
  ['tags', ({ entry }) => entry.tags?.join('; ')],
  ['code', ({ entry }) => entry.links?.code],
  ['data', ({ entry }) => entry.links?.data],
  ['model', ({ entry }) => entry.links?.model],
  ['project', ({ entry }) => entry.links?.project],
  ['claim', ({ entry }) => entry.claim],
  ['added', ({ entry }) => entry.added],
]

/**
 * Writes references as CSV for spreadsheets, without abstracts: a header line, then one line for each entry. UTF-8 with a
 * byte order mark, without which spreadsheets assume another encoding.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvFile(references: readonly Reference[]): string {
  const rows = references.map((reference) => columns.map(([, value]) => value(reference) ?? ''))
  const lines = [columns.map(([name]) => name), ...rows].map((cells) =>
    cells.map(csvCell).join(','),
  )
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

// A spreadsheet reads a cell that begins with one of these characters as a formula; an apostrophe makes it text.
function csvCell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  const line = safe.replace(/\s+/gu, ' ')
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}
