import { saveFile } from '../../browser/save-file.ts'
import { type Selectable, selectable, selectRecords } from '../../exports/select.ts'

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`Unexpected status ${response.status}, expected a file.`)
  return response.text()
}

/** The citation keys of papers, from the list's CSV file, whose lines start with the paper's id and its key. */
function keysOf(table: string, ids: ReadonlySet<string>): Set<string> {
  const pairs = table.split('\r\n').map((line) => line.split(',', 2))
  return new Set(pairs.flatMap(([id = '', key = '']) => (ids.has(id) ? [key] : [])))
}

const longestName = 60

/**
 * Saves papers in a format, cut out of the list's own files, whose address without extension is `list`. The file's name has
 * the words of the search: `papers-nash-safety.bib`. Gives the number of papers and the file's name. Throws if a file
 * cannot be fetched.
 */
export async function savePapers(
  ids: ReadonlySet<string>,
  format: Selectable,
  list: string,
  words: readonly string[],
): Promise<{ saved: number; name: string }> {
  const { file, type } = selectable[format]
  const table = await fetchText(`${list}.csv`)
  const keys = keysOf(table, ids)
  const whole = file === 'csv' ? table : await fetchText(`${list}.${file}`)
  const stem = ['papers', ...words]
    .join('-')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const ending = format === 'table.md' ? 'md' : format
  const name = `${stem.slice(0, longestName).replace(/-$/, '')}.${ending}`
  if (keys.size > 0) saveFile(selectRecords(format, whole, keys), name, type)
  return { saved: keys.size, name }
}
