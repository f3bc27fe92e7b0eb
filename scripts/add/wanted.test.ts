import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fixtureList } from '../../src/content/fixtures/list.ts'
import { loadVocabulary } from '../../src/content/read.ts'
import { wantedOf } from './wanted.ts'

// A contributor would have to guess which of a paper's addresses the command accepts.

const { venues } = loadVocabulary(fixtureList)
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wanted-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each([
  ['2410.03227v2', { arxiv: '2410.03227' }],
  ['arXiv:hep-ex/0307015', { arxiv: 'hep-ex/0307015' }],
  ['10.1126/science.169.3946.635', { doi: '10.1126/science.169.3946.635' }],
  [
    'https://doi.org/10.18653/v1/2024.acl-long.1',
    { doi: '10.18653/v1/2024.acl-long.1', anthology: '2024.acl-long.1' },
  ],
  ['https://aclanthology.org/2024.acl-long.1.pdf', { anthology: '2024.acl-long.1' }],
])('%s', (word, ids) => expect(wantedOf(word, venues).papers).toEqual([{ name: word, ...ids }]))

test.each([
  [
    '2401.1234',
    'Unexpected `2401.1234`, expected an id that arXiv has given: the month or the number in `2401.1234` is impossible. Write the paper',
  ],
  [
    'https://openreview.net/forum?id=abc',
    "Unexpected `https://openreview.net/forum?id=abc`, expected an arXiv id or address, a DOI, an ACL Anthology address, or a .bib, .ris, .json, .csv or .md file that exists. Write the paper's arXiv id or DOI, such as `2410.03227`, or save its BibTeX and write that file's name.",
  ],
])('%s is refused', (word, message) => expect(() => wantedOf(word, venues)).toThrow(message))

test('the papers of a file, each by what the file knows of it', () => {
  const path = join(folder, 'mine.bib')
  writeFileSync(
    path,
    `@misc{a, title={First of All}, eprint={2410.03227}}
@misc{b, title={Second of All}, doi={10.18653/v1/2024.acl-long.1}, author={Doe, J. and others}}
@misc{c, title={Third of All}, abstract={Words.},
  doi={none}, pages={1--9}}`,
  )
  const { papers, lost } = wantedOf(path, venues)
  expect(papers.map(({ inFile: _, ...rest }) => rest)).toEqual([
    { name: 'mine.bib, line 1', arxiv: '2410.03227' },
    { name: 'mine.bib, line 2', doi: '10.18653/v1/2024.acl-long.1', anthology: '2024.acl-long.1' },
    { name: 'mine.bib, line 3' },
  ])
  expect(lost).toEqual([
    `What could not be taken from ${path}:`,
    'Left out: 2.',
    '  2      author of `Second of All`: `Doe, J. and others` leaves some authors out',
    '  4      doi of `Third of All`: `none` is not a DOI',
    'Not used, each with its line:',
    '  pages, since it may belong to another venue; write it by hand: 4 `1--9`',
  ])
})

test('a file without a paper is refused', () => {
  const path = join(folder, 'empty.json')
  writeFileSync(path, '[{"x": 1}]')
  expect(() => wantedOf(path, venues)).toThrow(
    `Unexpected file \`${path}\` without a paper, expected JSON with at least one. Write the path of a file that has papers.\nLeft out: 1.\n  1      a record: it has no title`,
  )
})
