import { describe, expect, it } from 'vitest'
import { bibtexFile } from './bibtex.ts'
import { cslFile } from './csl.ts'
import { csvFile } from './csv.ts'
import { risFile } from './ris.ts'
import { type Selectable, selectRecords } from './select.ts'
import { hardReference, hardReferences, realReferences } from './test-data/exported-content.ts'

const list = [...hardReferences, ...realReferences]
const files = { bib: bibtexFile, ris: risFile, 'csl.json': cslFile, csv: csvFile }

// Readers who export three papers of a page would get other papers, or other text than in the site's files.
describe.each(Object.entries(files))('selected papers as %s', (name, write) => {
  const file = write(list)
  const selected = (chosen: typeof list) =>
    selectRecords(name as Selectable, file, new Set(chosen.map(({ item }) => item.id)))

  it.each([
    ['one', list.slice(3, 4)],
    ['some', list.filter((_, index) => index % 3 === 0)],
    ['all', list],
  ])('are the same as written by the writer: %s', (_, chosen) => {
    expect(selected(chosen)).toBe(write(chosen))
  })

  it('may be empty', () => expect(selected([]).match(/lovelace/)).toBeNull())
})

it('selected papers as a Markdown table have one row each, whatever a title contains', () => {
  const table = (chosen: typeof list) =>
    selectRecords('table.md', csvFile(list), new Set(chosen.map(({ item }) => item.id)))
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
