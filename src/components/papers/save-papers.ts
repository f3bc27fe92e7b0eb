import { saveFile } from '../../browser/save-file.ts'
import { type Selectable, selectable, selectRecords } from '../../exports/select.ts'

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`Unexpected status ${response.status}, expected 200.`)
  return response.text()
}

/** Finds the citation keys of papers in the list's CSV file, whose lines begin with the paper's id and its key. */
function keysOf(csv: string, ids: ReadonlySet<string>): Set<string> {
  const pairs = csv.split('\r\n').map((line) => line.split(',', 2))
  return new Set(pairs.flatMap(([id = '', key = '']) => (ids.has(id) ? [key] : [])))
}

const maxNameLength = 60

/**
 * Saves papers in a format, with their records from the list's export files. `list` is the address of these files without
 * the extension. The name of the saved file contains the words of the search: `papers-nash-safety.bib`. Gives the number of
 * papers and the name. Throws if a file cannot be fetched.
 */
export async function savePapers(
  ids: ReadonlySet<string>,
  format: Selectable,
  list: string,
  words: readonly string[],
): Promise<{ saved: number; name: string }> {
  const { file, type } = selectable[format]
  const csv = await fetchText(`${list}.csv`)
  const keys = keysOf(csv, ids)
  const all = file === 'csv' ? csv : await fetchText(`${list}.${file}`)
  const stem = ['papers', ...words]
    .join('-')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const ending = format === 'table.md' ? 'md' : format
  const name = `${stem.slice(0, maxNameLength).replace(/-$/, '')}.${ending}`
  if (keys.size > 0) saveFile(selectRecords(format, all, keys), name, type)
  return { saved: keys.size, name }
}
