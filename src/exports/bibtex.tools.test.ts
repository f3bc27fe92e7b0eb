import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bibtexFile } from './bibtex.ts'
import type { Reference } from './reference.ts'
import { hardReferences, realReferences } from './test-data/exported-content.ts'
import { expectedOf, readWithBibtexParser } from './test-data/readers.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'references-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a program that the machine must have, and gives all that it writes. */
function run(program: string, args: string[]): string {
  const { error, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  if (error) {
    throw new Error(
      `Unexpected machine without \`${program}\`, expected it for this test. Install it: apt-get install biber`,
    )
  }
  return stdout + stderr
}

/** Biber's own copy of a `.bib`, and what it warns of. */
function throughBiber(references: readonly Reference[]) {
  writeFileSync(join(folder, 'list.bib'), bibtexFile(references))
  const said = run('biber', [
    '--tool',
    '--validate-datamodel',
    '--output-fieldcase=lower',
    '--output-file=read.bib',
    'list.bib',
  ])
  return {
    warnings: said.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line)),
    // Biber writes angle brackets as they are, and the parser takes those for what LaTeX's oldest fonts have there.
    read: readWithBibtexParser(readFileSync(join(folder, 'read.bib'), 'utf8')).map((record) => ({
      ...record,
      title: record.title?.replaceAll('¡', '<').replaceAll('¿', '>'),
    })),
  }
}

const byKey = <T extends { key: string }>(records: T[]) =>
  records.toSorted((a, b) => (a.key < b.key ? -1 : 1))
const expected = (references: readonly Reference[]) =>
  byKey(references.map(({ item, arxiv }) => expectedOf(item, arxiv)))

// LaTeX users see Biber's warnings, and blame the list.
describe('Biber', { timeout: 120_000 }, () => {
  it('reads the whole list without a warning, and has every fact as it was', () => {
    const { warnings, read } = throughBiber(realReferences)
    expect(warnings).toEqual([])
    expect(byKey(read)).toEqual(expected(realReferences))
  })

  it('reads whatever an entry holds, and only misses the dates that nobody knows', () => {
    const readable = hardReferences.filter(({ entry }) => entry.id !== 'mathematics')
    const { warnings, read } = throughBiber(readable)
    const undated = readable.filter(({ item }) => !item.issued)
    expect(warnings).toHaveLength(undated.length)
    for (const { item } of undated) {
      expect(warnings.join('\n')).toMatch(
        new RegExp(`'${item.id}' .*one of 'date, year' must be defined`),
      )
    }
    expect(byKey(read)).toEqual(expected(readable))
  })
})
