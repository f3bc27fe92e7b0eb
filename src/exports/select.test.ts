import { describe, expect, it } from 'vitest'
import { bibtexFile } from './bibtex.ts'
import { cslFile } from './csl.ts'
import { csvFile } from './csv.ts'
import { risFile } from './ris.ts'
import { type Selectable, selectRecords } from './select.ts'
import { hardReference, hardReferences, realReferences } from './test-data/exported-content.ts'

const list = [...hardReferences, ...realReferences]
const files = { bib: bibtexFile, ris: risFile, 'csl.json': cslFile, csv: csvFile }

// A reader who exports three papers of a page wants these three, as they are everywhere else.
describe.each(Object.entries(files))('the papers of a page as %s', (name, write) => {
  const file = write(list)
  const selected = (chosen: typeof list) =>
    selectRecords(name as Selectable, file, new Set(chosen.map(({ item }) => item.id)))

  it.each([
    ['one', list.slice(3, 4)],
    ['some', list.filter((_, place) => place % 3 === 0)],
    ['all', list],
  ])('are what the writer writes of them: %s', (_, chosen) => {
    expect(selected(chosen)).toBe(write(chosen))
  })

  it('may be none', () => expect(selected([]).match(/lovelace/)).toBeNull())
})

it('the papers of a page as a Markdown table have one row each, whatever a title holds', () => {
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
