import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { convert } from './convert.ts'
import { reportLines } from './report.ts'

// A curator who imports a list would not learn which papers were left out.

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papers-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = async (name: string, text: string) => {
  const listing = join(folder, name)
  writeFileSync(listing, text)
  const report = convert({ listing, folder: join(folder, 'out'), added: '2025-03-13' })
  return reportLines(report).map((line) => line.replaceAll(`${folder}/`, ''))
}

const abstract =
  'We study how models follow words. They do so better than was thought, and we say why in three experiments with people.'

test('papers with an abstract become entries; the others are kept back with the commands that ask for them', async () => {
  const lines = await run(
    'mine.bib',
    String.raw`@article{a, title={{D}PO for \emph{All}}, author={Doe, Jane}, eprint={2410.03227}, year={2024}, journal={Odd Things}, abstract={${abstract} We call it \ours.}, note={x}}
@misc{b, title={No Abstract Here}, url={https://arxiv.org/abs/2401.00001}}
@misc{c, title={Strange {DOI}}, doi={10.1016/S0076-5392(08)60497-X}}
@misc{d, title={In the Anthology}, url={https://aclanthology.org/2024.acl-long.1.pdf}}
@misc{e, title={Only \& {A} Title}}
@misc{f, title={No Abstract Here}}
`,
  )
  expect(lines).toEqual([
    '1 paper with an abstract in mine.bib, read as BibTeX.',
    'Every entry needs an abstract, and 4 of these papers have none.',
    '`npm run add -- mine.bib` asks arXiv, doi.org and the ACL Anthology for 3 abstracts and writes their entries.',
    '1 without an arXiv id, DOI or ACL Anthology address to ask for: write its abstract into the file.',
    'Kept back: 4.',
    '  2      No Abstract Here. 2024-01. arXiv:2401.00001',
    '  3      Strange DOI. 10.1016/S0076-5392(08)60497-X',
    '  4      In the Anthology. https://aclanthology.org/2024.acl-long.1/',
    '  5      Only & A Title',
    'Left out: 2.',
    '  1      journal of `DPO for All`: `Odd Things` is not among the venues of the vocabulary',
    '  6      `No Abstract Here`: line 2 has the same paper',
    'Lines for content/vocabulary/venues.yaml, which lacks these venues. Look at each before you add it. Entries get them when this runs again without the entries that it wrote:',
    '  Odd Things: {name: Odd Things, kind: journal}',
    'Not used, each with its line:',
    '  note, since an entry has no such fact: 1 `x`',
    'Wrote 1 entry to out.',
    'Added on 2025-03-13: as --added says.',
    'Gaps to fill: 1 without `topics`, 1 without `kind`, 1 without `tags`, 1 without `claim`, 1 without `evidence`.',
    'Unknown TeX, kept as it is: `\\ours` (1).',
  ])
  expect(readdirSync(join(folder, 'out'))).toEqual(['dpo-for-all.mdx'])
  expect(readFileSync(join(folder, 'out', 'dpo-for-all.mdx'), 'utf8')).toBe(`---
title: "DPO for All"
authors: [Jane Doe]
published: 2024-10
paper: https://arxiv.org/abs/2410.03227
added: 2025-03-13
---

${abstract} We call it \\ours.
`)
})

test('a file without a paper is an error, and nothing is written', async () => {
  const lines = await run('empty.csv', 'name,size\nx,1\n')
  const said = lines.join('\n').replace(/\s+/g, ' ')
  expect(said).toContain(
    '1:1 No paper was read from `name,size`: it names no column with titles. Write it again. listing',
  )
  expect(said).toContain(
    '2:1 No paper was read from one item: it has no title; it has name `x`, size `1`. Write it again. listing',
  )
  expect(said).toMatch(/ 2 errors; nothing was written\.$/)
  expect(readdirSync(folder)).toEqual(['empty.csv'])
})
