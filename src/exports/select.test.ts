import { describe, expect, it } from 'vitest'
import { titleText } from '../text/title.ts'
import { bibtexFile } from './bibtex.ts'
import { cslFile } from './csl.ts'
import { csvFile } from './csv.ts'
import { risFile } from './ris.ts'
import { markdownTable, type Selectable, selectable, selectRecords } from './select.ts'
import { hardReferences, realReferences } from './test-data/exported-content.ts'

const list = [...hardReferences, ...realReferences]
const writers = {
  bib: (references: typeof list) => bibtexFile(references),
  ris: (references: typeof list) => risFile(references),
  'csl.json': (references: typeof list) => cslFile(references),
  csv: csvFile,
  'table.md': (references: typeof list) =>
    markdownTable(references.map(({ entry }) => ({ ...entry, title: titleText(entry.title) }))),
}
const files = {
  bib: bibtexFile(list),
  ris: risFile(list),
  'csl.json': cslFile(list),
  csv: csvFile(list),
}

// A reader who exports three papers of a page wants these three, as they are everywhere else.
describe.each(Object.keys(selectable) as Selectable[])('the papers of a page as %s', (format) => {
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
    } else expect(selectRecords(format, file, keys)).toBe(writers[format](chosen))
  })
})
