import { describe, expect, it } from 'vitest'
import { bibtexFile } from './bibtex.ts'
import { cslFile } from './csl.ts'
import { csvFile } from './csv.ts'
import { risFile } from './ris.ts'
import { type Selectable, selectable, selectRecords } from './select.ts'
import { hardReference, hardReferences, realReferences } from './test-data/exported-content.ts'

const list = [...hardReferences, ...realReferences]
const writers: Partial<Record<Selectable, (references: typeof list) => string>> = {
  bib: (references: typeof list) => bibtexFile(references),
  ris: (references: typeof list) => risFile(references),
  'csl.json': (references: typeof list) => cslFile(references),
  csv: csvFile,
}
const files = {
  bib: bibtexFile(list),
  ris: risFile(list),
  'csl.json': cslFile(list),
  csv: csvFile(list),
}

// A reader who exports three papers of a page wants these three, as they are everywhere else.
describe.each(Object.keys(writers) as Selectable[])('the papers of a page as %s', (format) => {
  const file = files[selectable[format].file]

  it.each([
    ['one', list.slice(3, 4)],
    ['some', list.filter((_, place) => place % 3 === 0)],
    ['all', list],
    ['none', []],
  ])('are what the writer writes of them: %s', (_, chosen) => {
    const keys = new Set(chosen.map(({ item }) => item.id))
    if (chosen.length === 0 && format === 'csl.json') {
      expect(JSON.parse(selectRecords(format, file, keys))).toEqual([])
    } else expect(selectRecords(format, file, keys)).toBe(writers[format]?.(chosen))
  })
})

it('the papers of a page as a Markdown table have one row each, whatever a title holds', () => {
  const table = (chosen: typeof list) =>
    selectRecords('table.md', files.csv, new Set(chosen.map(({ item }) => item.id)))
  expect(table([hardReference('plain-paper')])).toBe(
    `| Title | Authors | Year | Venue | Claim |
| --- | --- | --- | --- | --- |
| [A Plain Paper](https://arxiv.org/abs/2410.03227) | Ada Lovelace | 2024 | preprint |  |
`,
  )
  const rows = table(list).trimEnd().split('\n')
  expect(rows).toHaveLength(list.length + 2)
  for (const row of rows) expect(row.replace(/\\./g, '').match(/\|/g)).toHaveLength(6)
})
