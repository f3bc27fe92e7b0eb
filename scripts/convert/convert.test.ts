import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { guard } from '../../src/rules/engine/guard.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import { plainText } from '../../src/text/plain.ts'
import { convert } from './convert.ts'
import { convertReportLines } from './report.ts'

// Converting again would overwrite a curator's words or add a paper twice, or a broken listing would be converted in part.

const boilerplate = 'new\n\nSubscribe\n\nbyAK and the research community\n\nMar 13\n\n'
const three = `${boilerplate}Steady Preferences: Learning from Ties

We learn from \`\`ties''. It gains 3\\%.

D^2O: Distance to Others

Code is at https://github.com/owner/d2o.

Third Thing

import words from "elsewhere", they said; {x} and <b> stay.

Project page: https://example.org/third
`

let place = ''
let folder = ''
let listing = ''
const put = (name: string, text: string) => writeFileSync(join(place, name), text)
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'convert-'))
  folder = join(place, 'papers')
  listing = join(place, 'listing.txt')
  put('listing.txt', three)
})
afterEach(() => rmSync(place, { recursive: true }))

const run = (options: Parameters<typeof convert>[0] = {}) =>
  convert({ listing, folder, today: '2026-01-02', ...options })
const entryFiles = () =>
  Object.fromEntries(
    (existsSync(folder) ? readdirSync(folder) : []).map((name) => [
      name,
      readFileSync(join(folder, name), 'utf8'),
    ]),
  )
/** The messages without positions and line breaks. */
const linesOf = (report: ReturnType<typeof run>) =>
  convertReportLines(report).map((line) => line.replaceAll(`${place}/`, '').replace(/\s+/g, ' '))

test('a listing becomes entries that pass the guard, with every word; converting again does not touch them', () => {
  put('site.yaml', 'title: A\n')
  put('gaps.yaml', '# Ours.\nother: [claim]\n')
  expect(run()).toMatchObject({
    present: 0,
    written: ['steady-preferences-learning-from-ties', 'd2o-distance-to-others', 'third-thing'],
    findings: [],
  })
  const before = entryFiles()
  const entries = Object.entries(before).map(([name, text]) => parseEntryFile(name, text))
  expect(entries.flatMap(guard)).toEqual([])
  expect(entries.map(({ abstract }) => plainText(abstract))).toEqual([
    'Code is at https://github.com/owner/d2o.',
    'We learn from “ties”. It gains 3%.',
    'import words from "elsewhere", they said; {x} and <b> stay.\n\nProject page: https://example.org/third',
  ])
  // Gaps that were recorded before stay first.
  const lacks = '[authors, published, paper, topics, kind, tags, claim, evidence]'
  expect(readFileSync(join(place, 'gaps.yaml'), 'utf8')).toBe(`# Ours.
other: [claim]
steady-preferences-learning-from-ties: ${lacks}
d2o-distance-to-others: ${lacks}
third-thing: ${lacks}
`)
  const times = () => Object.keys(before).map((name) => statSync(join(folder, name)).mtimeMs)
  const timesBefore = times()
  expect(run({ today: '2027-01-01' })).toMatchObject({ written: [], present: 3, gaps: {} })
  expect(entryFiles()).toEqual(before)
  expect(times()).toEqual(timesBefore)
})

test('entries that a curator changed, renamed or retitled are not touched, and a different title is reported', () => {
  put(
    'bibliography.json',
    JSON.stringify([
      { title: 'Steady Preferences: Learning from Ties', arxiv: '2401.00001' },
      { title: 'D²O: distance to others', arxiv: '2401.00002' },
    ]),
  )
  mkdirSync(folder)
  const curated = {
    'renamed.mdx':
      '---\ntitle: Wholly New\npaper: https://arxiv.org/abs/2401.00001\n---\n\nMine.\n',
    'retitled.mdx': '---\ntitle: Other\nalsoTitled: ["D²O — Distance to others"]\n---\n\nMine.\n',
    'third-thing.mdx':
      '---\ntitle: A Namesake of the Third\nformerIds: [third-thing-2]\n---\n\nMine.\n',
  }
  for (const [name, text] of Object.entries(curated)) writeFileSync(join(folder, name), text)
  const report = run()
  expect(report).toMatchObject({
    written: ['third-thing-3'],
    present: 2,
    bibliography: { known: 2 },
  })
  expect(linesOf(report)).toContain(
    ' 9 `Steady Preferences: Learning from Ties`: papers/renamed.mdx has its identifier under the title `Wholly New`',
  )
  expect(entryFiles()).toMatchObject(curated)
  expect(Object.keys(entryFiles())).toHaveLength(4)
})

test('facts come from the bibliography in any order, and missing ones are counted', () => {
  put(
    'bibliography.json',
    JSON.stringify([
      { title: 'Never Listed' },
      { title: 'D2O: Distance to Others', authors: ['Second'] },
      { title: 'An Older Name', alsoTitled: ['Steady preferences'], authors: ['None'] },
      { title: 'steady preferences — learning from ties', authors: ['First'] },
    ]),
  )
  expect(linesOf(run())).toEqual([
    '3 records in listing.txt, 2 of them in bibliography.json.',
    '2 papers of bibliography.json without a record:',
    ' Never Listed',
    ' An Older Name',
    'Wrote 3 entries to papers.',
    'Added on 2026-01-02: today, because the listing has no year; use --added to set another day.',
    'Gaps to fill: 1 without `authors`, 3 without `published`, 3 without `paper`, 3 without `topics`, 3 without `kind`, 3 without `tags`, 3 without `claim`, 3 without `evidence`.',
  ])
  expect(entryFiles()['steady-preferences-learning-from-ties.mdx']).toContain('authors: [First]')
  expect(entryFiles()['d2o-distance-to-others.mdx']).toContain('authors: [Second]')
})

test.each([
  ['as --added says', { added: '2024-05-06' }, '2024-05-06'],
  ['as listing.json says', {}, '2025-03-13'],
  ["the listing's own date", {}, '2025-03-12'],
])('the day is %s', (why, options, day) => {
  if (why.startsWith('as')) put('listing.json', '{"date": "2025-03-13"}')
  else put('listing.txt', three.replace('Mar 13', 'Mar 12, 2025'))
  expect(linesOf(run(options))).toContain(`Added on ${day}: ${why}.`)
  expect(entryFiles()['third-thing.mdx']).toContain(`added: ${day}\n`)
})

test('stray lines are reported, and do not affect other records', () => {
  put(
    'listing.txt',
    `${three}\n\nAlone\n\nLonely Again\n\nIts abstract.\n\nD2O: distance to others\n\nOther words of others.`,
  )
  put('bibliography.json', JSON.stringify([{ title: 'Third Thing', alsoTitled: ['Lonely again'] }]))
  const report = run()
  expect(report.written).toHaveLength(3)
  expect(linesOf(report).slice(1, 5)).toEqual([
    'Left out: 3.',
    ' 24 title `Alone`: it has no abstract below it',
    ' 26 `Lonely Again`: the bibliography has it as the paper in line 17',
    ' 30 `D2O: distance to others`: line 13 has the same paper; left out here: abstract `Other words of others.`',
  ])
})

test('a killed run leaves only complete entries, and the next run writes the rest', () => {
  run()
  const whole = entryFiles()
  rmSync(folder, { recursive: true })
  // A separate process, which is killed before its second entry appears.
  const patch = `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const real = fs.linkSync
    let calls = 0
    fs.linkSync = (...paths) => (calls++ === 0 ? real(...paths) : process.kill(process.pid, 'SIGKILL'))
    syncBuiltinESMExports()`
  const hook = `data:text/javascript,${encodeURIComponent(patch)}`
  const options = [listing, '--out', folder, '--added', '2026-01-02']
  const args = ['--import', hook, resolve('scripts/convert.ts'), ...options]
  expect(spawnSync(process.execPath, args).signal).toBe('SIGKILL')
  const left = Object.entries(entryFiles()).filter(([path]) => path.endsWith('.mdx'))
  expect(left).toHaveLength(1)
  for (const [path, text] of left) expect(text).toBe(whole[path])
  expect(run()).toMatchObject({ findings: [], present: 1 })
  expect(entryFiles()).toEqual(whole)
})

const isLink = () => {
  rmSync(listing)
  symlinkSync('/dev/zero', listing)
}
test.each<[string, () => void, string]>([
  [
    'a missing file',
    () => rmSync(listing),
    'listing.txt 1:1 Unexpected missing file, expected a file that can be read. Write the path of a listing: titles and abstracts in turn, with blank lines between them. listing',
  ],
  [
    'a file without papers',
    () => put('listing.txt', 'One'),
    'listing.txt 1:1 Unexpected file, expected a listing with a title above each abstract. Write the path of a listing: titles and abstracts in turn, with blank lines between them. listing',
  ],
  [
    'a day that is not the listing’s',
    () => put('listing.json', '{"date": "2025-03-14"}'),
    "listing.json 1:1 Unexpected date `2025-03-14`, expected the listing's own day `03-13`. Write the day that the listing has. listing",
  ],
  [
    'a symbolic link, which may lead to an endless device',
    isLink,
    'listing.txt 1:1 Unexpected symbolic link, expected a plain file. Put the file itself here. listing',
  ],
])('%s: nothing is written', (_name, prepare, message) => {
  prepare()
  const before = readdirSync(place).sort()
  expect(linesOf(run()).join(' ')).toBe(`${message} 1 error; nothing was written.`)
  expect(readdirSync(place).sort()).toEqual(before)
})

test('the command reports the result and the next command, and exits with 1 for findings', () => {
  const command = (...args: string[]) => {
    const script = resolve('scripts/convert.ts')
    const options = { cwd: place, encoding: 'utf8' } as const
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], options)
    const lines = (stdout + stderr).trim().split('\n')
    return [status, lines.at(0), lines.at(-1)]
  }
  put('one.txt', 'One')
  expect(command('listing.txt', '--out', 'new/papers')).toEqual([
    0,
    '3 records in listing.txt, no bibliography.',
    'Next: npm run check',
  ])
  expect(command('one.txt', '--out', 'papers')).toEqual([
    1,
    'one.txt',
    'Then: npm run convert -- one.txt --out papers',
  ])
  const day = 'Unexpected --added today, expected a day. Write it as 2025-03-13.'
  expect(command('--added', 'today')).toEqual([1, day, day])
  // An error of the file system is one sentence, without a stack.
  expect(command('listing.txt', '--out', 'listing.txt/papers').slice(0, 2)).toEqual([
    1,
    expect.stringMatching(/^The system reported an error: E/),
  ])
})

// A curator who imports a list would not learn which papers were left out.

const linesForFile = (name: string, text: string) => {
  put(name, text)
  return linesOf(run({ listing: join(place, name), added: '2025-03-13' }))
}

const abstract =
  'We study how models follow words. They do so better than was thought, and we say why in three experiments with people.'

test('papers with an abstract become entries; the report lists the others with the command that looks them up', () => {
  const text = String.raw`@article{a, title={{D}PO for \emph{All}}, author={Doe, Jane}, eprint={2410.03227}, year={2024}, journal={Odd Things}, abstract={${abstract} We call it \ours.}, note={x}}
@misc{b, title={No Abstract Here}, url={https://arxiv.org/abs/2401.00001}}
@misc{c, title={Strange {DOI}}, doi={10.1016/S0076-5392(08)60497-X}}
@misc{d, title={In the Anthology}, url={https://aclanthology.org/2024.acl-long.1.pdf}}
@misc{e, title={Only \& {A} Title}}
@misc{f, title={No Abstract Here}}
`
  expect(linesForFile('mine.bib', text)).toEqual([
    '1 paper with an abstract in mine.bib, read as BibTeX.',
    'Every entry needs an abstract. Held back without one: 4.',
    '`npm run add -- mine.bib` looks up 3 of them at arXiv, doi.org and the ACL Anthology, and writes what it finds.',
    'Without an arXiv id, DOI or ACL Anthology address to look up: 1. Write their abstracts into the file.',
    ' 2 No Abstract Here. 2024-01. arXiv:2401.00001',
    ' 3 Strange DOI. 10.1016/S0076-5392(08)60497-X',
    ' 4 In the Anthology. https://aclanthology.org/2024.acl-long.1/',
    ' 5 Only & A Title',
    'Left out: 2.',
    ' 1 journal of `DPO for All`: `Odd Things` is not a venue of the vocabulary',
    ' 6 `No Abstract Here`: line 2 has the same paper',
    'Lines for content/vocabulary/venues.yaml, which lacks these venues. Check each line before you add it. To get the venues into the new entries, delete those entries and run this again:',
    ' Odd Things: {name: Odd Things, kind: journal}',
    'Not used, each with its line:',
    ' note, since entries have no such field: 1 `x`',
    'Wrote 1 entry to papers.',
    'Added on 2025-03-13: as --added says.',
    'Gaps to fill: 1 without `topics`, 1 without `kind`, 1 without `tags`, 1 without `claim`, 1 without `evidence`.',
    'Unknown TeX, kept as it is: `\\ours` (1).',
  ])
  expect(entryFiles()).toEqual({
    'dpo-for-all.mdx': `---
title: "DPO for All"
authors: [Jane Doe]
published: 2024-10
paper: https://arxiv.org/abs/2410.03227
added: 2025-03-13
---

${abstract} We call it \\ours.
`,
  })
})

test('a file without papers is an error, and nothing is written', () => {
  expect(linesForFile('empty.csv', 'name,size\nx,1\n').join(' ')).toBe(
    'empty.csv 1:1 No paper was read from `name,size`: it has no title column. Correct it there. listing 2:1 No paper was read from a record: it has no title; it has name `x`, size `1`. Correct it there. listing 2 errors; nothing was written.',
  )
  expect(entryFiles()).toEqual({})
})
