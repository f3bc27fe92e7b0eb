import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entryPaths, loadEntryFile } from '../../src/content/read.ts'
import { titleKey } from '../../src/model/identifier.ts'
import { plainText } from '../../src/text/plain.ts'
import { readCandidates } from './candidates.ts'
import { claimsOf } from './claims.ts'
import { ownFolder, ownListing } from './convert.ts'
import { emptyReport } from './report.ts'

// A reader would see words under an author's name that the author never wrote.

it('the listing can be read, where there is one', () => {
  const report = emptyReport(ownListing, ownFolder)
  if (existsSync(ownListing)) readCandidates(report, {})
  expect(report.findings).toEqual([])
})

// A list need not begin with a listing.
if (existsSync(ownListing))
  describe('the listing', () => {
    const report = emptyReport(ownListing, ownFolder)
    const candidates = readCandidates(report, {})
    const entries = entryPaths(ownFolder).map(loadEntryFile)
    const entryOf = (title = '') =>
      entries.find(({ frontMatter: { values } }) =>
        [values['title'], values['alsoTitled']]
          .flat()
          .some((known) => titleKey(String(known)) === titleKey(title)),
      )

    if (existsSync(join(dirname(ownListing), 'bibliography.json')))
      it('agrees with its bibliography', () => {
        expect(report).toMatchObject({ known: candidates.length, unmatched: [], findings: [] })
      })

    it('every record has its entry, so that converting again has nothing to do', () => {
      const claims = claimsOf(ownFolder)
      const unclaimed = candidates.filter(({ content }) => !claims.claim(content.facts))
      expect(unclaimed.map(({ record }) => record.title)).toEqual([])
    })

    it.each(candidates)('$content.facts.title: its authors’ words', ({ content }) => {
      const entry = entryOf(content.facts.title)
      expect(entry && plainText(entry.abstract)).toBe(plainText(content.abstract))
    })
  })
