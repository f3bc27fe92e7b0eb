import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { entryPaths, loadEntryFile } from '../../src/content/read.ts'
import { entryFrom } from '../../src/intake/entry.ts'
import { titleKey } from '../../src/model/identifier.ts'
import { plainText } from '../../src/text/plain.ts'
import { convert, defaultFolder, defaultListing } from './convert.ts'
import { readSource } from './read.ts'

// A reader would see words in an abstract that its authors did not write.

// A list may have no listing, and a listing may have no bibliography.
const source = existsSync(defaultListing) ? readSource(defaultListing) : undefined
const candidates = (source?.papers ?? []).map((paper) => entryFrom(paper, ''))
const entries = entryPaths(defaultFolder).map(loadEntryFile)
const entryTitled = (title = '') =>
  entries.find(({ frontMatter: { values } }) =>
    [values['title'], values['alsoTitled']]
      .flat()
      .some((known) => titleKey(String(known)) === titleKey(title)),
  )

it.runIf(source)('the listing can be read, and matches its bibliography', () => {
  const hasOne = existsSync(join(dirname(defaultListing), 'bibliography.json'))
  const bibliography = hasOne ? { known: candidates.length, unmatched: [] } : undefined
  expect(source).toMatchObject({ findings: [], ...(bibliography && { bibliography }) })
})

it.runIf(source)('every record has its entry, so converting again writes nothing', () => {
  expect(convert()).toMatchObject({ written: [], present: candidates.length })
})

it.each(candidates)('$facts.title: the abstract has its authors’ words', (content) => {
  const entry = entryTitled(content.facts.title)
  expect(entry && plainText(entry.abstract)).toBe(plainText(content.abstract))
})
