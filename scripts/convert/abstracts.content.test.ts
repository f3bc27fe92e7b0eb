// A reader would see words under an author's name that the author never wrote.
import { expect, it } from 'vitest'
import { entryPaths, loadEntryFile } from '../../src/content/read.ts'
import { entryOf as newEntryOf } from '../../src/intake/entry.ts'
import { titleKey } from '../../src/model/identifier.ts'
import { plainText } from '../../src/text/plain.ts'
import { convert, ownFolder, ownListing } from './convert.ts'
import { readRecords } from './read.ts'
import { emptyReport } from './report.ts'

const report = emptyReport(ownListing, ownFolder)
const candidates = readRecords(report, {}).map((record) => newEntryOf(record, record.item, ''))
const entries = entryPaths(ownFolder).map(loadEntryFile)
const entryOf = (title = '') =>
  entries.find(({ frontMatter: { values } }) =>
    [values['title'], values['alsoTitled']]
      .flat()
      .some((known) => titleKey(String(known)) === titleKey(title)),
  )

it('the listing and its bibliography agree', () => {
  expect(report).toMatchObject({ known: candidates.length, unmatched: [], findings: [] })
})

it('every record has its entry, so that converting again has nothing to do', () => {
  expect(convert()).toMatchObject({ written: [], present: candidates.length })
})

it.each(candidates)('$facts.title: its authors’ words', (content) => {
  const entry = entryOf(content.facts.title)
  expect(entry && plainText(entry.abstract)).toBe(plainText(content.abstract))
})
