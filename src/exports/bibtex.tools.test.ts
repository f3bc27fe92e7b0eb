import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { bibtexFile } from './bibtex.ts'
import type { Reference } from './reference.ts'
import { hardReferences, realReferences } from './test-data/exported-content.ts'
import { expectedOf, readWithBibtexParser } from './test-data/readers.ts'

const folder = mkdtempSync(join(tmpdir(), 'references-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Biber's own copy of a `.bib`, and what it warns of. */
function throughBiber(references: readonly Reference[]) {
  writeFileSync(join(folder, 'list.bib'), bibtexFile(references))
  const args = ['--tool', '--output-fieldcase=lower', '--output-file=read.bib', 'list.bib']
  const { error, stdout, stderr } = spawnSync('biber', args, { cwd: folder, encoding: 'utf8' })
  if (error)
    throw new Error(
      'Unexpected machine without `biber`, expected it. Install it: apt-get install biber',
    )
  return {
    warnings: (stdout + stderr).split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line)),
    // Biber writes angle brackets as they are, and the parser takes those for what LaTeX's oldest fonts have there.
    read: readWithBibtexParser(readFileSync(join(folder, 'read.bib'), 'utf8')).map((record) => ({
      ...record,
      title: record.title?.replaceAll('¡', '<').replaceAll('¿', '>'),
    })),
  }
}

const byKey = <T extends { key: string }>(records: T[]) =>
  records.toSorted((a, b) => (a.key < b.key ? -1 : 1))

// LaTeX users see Biber's warnings, and blame the list.
it.each([
  ['the whole list', realReferences],
  ['whatever an entry holds', hardReferences.filter(({ entry }) => entry.id !== 'mathematics')],
])('Biber reads %s without a warning, and has every fact as it was', (_, references) => {
  const { warnings, read } = throughBiber(references)
  expect(warnings).toEqual([])
  expect(byKey(read)).toEqual(byKey(references.map(expectedOf)))
})
