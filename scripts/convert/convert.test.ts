// Converting again would overwrite a curator's words, add a paper twice, or leave half of a broken listing behind.
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
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guard } from '../../src/rules/engine/guard.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import { plainText } from '../../src/text/plain.ts'
import { convert } from './convert.ts'
import { reportLines } from './report.ts'

let place = ''
let folder = ''
let listing = ''
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'convert-'))
  folder = join(place, 'papers')
  listing = join(place, 'listing.txt')
})
afterEach(() => rmSync(place, { recursive: true }))

const put = (name: string, text: string) => writeFileSync(join(place, name), text)
const run = (options: Parameters<typeof convert>[0] = {}) =>
  convert({ listing, folder, today: '2026-01-02', ...options })
const held = () =>
  Object.fromEntries(
    (existsSync(folder) ? readdirSync(folder) : []).map((name) => [
      name,
      readFileSync(join(folder, name), 'utf8'),
    ]),
  )
const say = (lines: string[]) => lines.map((line) => line.replaceAll(`${place}/`, ''))
/** Lines as one, wherever they are broken. */
const folded = (lines: string[]) => say(lines).join(' ').replace(/\s+/g, ' ')

const furniture = 'new\n\nSubscribe\n\nbyAK and the research community\n\nMar 13\n\n'
const three = `${furniture}Steady Preferences: Learning from Ties

We learn from \`\`ties''. It gains 3\\%.

D^2O: Distance to Others

Code is at https://github.com/owner/d2o.

Third Thing

import words from "elsewhere", they said; {x} and <b> stay.

Project page: https://example.org/third
`

describe('a listing', () => {
  beforeEach(() => put('listing.txt', three))

  it('has what its entries lack named in the gaps of their list, after those that are there', () => {
    put('site.yaml', 'title: A\n')
    put('gaps.yaml', '# Ours.\nother: [claim]\n')
    run()
    const lacks = '[authors, published, paper, topics, kind, tags, claim, evidence]'
    expect(readFileSync(join(place, 'gaps.yaml'), 'utf8')).toBe(
      `# Ours.
other: [claim]
steady-preferences-learning-from-ties: ${lacks}
d2o-distance-to-others: ${lacks}
third-thing: ${lacks}
`,
    )
  })

  it('becomes entries that the guard lets pass, with every word', () => {
    const report = run()
    expect(report).toMatchObject({
      present: 0,
      written: ['steady-preferences-learning-from-ties', 'd2o-distance-to-others', 'third-thing'],
      added: { day: '2026-01-02' },
      findings: [],
    })
    const entries = Object.entries(held()).map(([name, text]) => parseEntryFile(name, text))
    expect(entries.flatMap(guard)).toEqual([])
    expect(entries.map(({ abstract }) => plainText(abstract))).toEqual([
      'Code is at https://github.com/owner/d2o.',
      'We learn from “ties”. It gains 3%.',
      'import words from "elsewhere", they said; {x} and <b> stay.\n\nProject page: https://example.org/third',
    ])
    expect(readdirSync(place).sort()).toEqual(['listing.txt', 'papers'])
  })

  it('converted again changes nothing, not even a time', () => {
    run()
    const before = held()
    const times = () =>
      [folder, ...readdirSync(folder).map((name) => join(folder, name))].map(
        (path) => statSync(path).mtimeMs,
      )
    const timesBefore = times()
    expect(run({ today: '2027-01-01' })).toMatchObject({ written: [], present: 3, gaps: {} })
    expect(held()).toEqual(before)
    expect(times()).toEqual(timesBefore)
  })

  it('leaves alone what a curator has changed, renamed or retitled', () => {
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
      '.hidden.mdx': 'no entry\n',
      'notes.txt': 'no entry\n',
    }
    for (const [name, text] of Object.entries(curated)) writeFileSync(join(folder, name), text)
    expect(run()).toMatchObject({ written: ['third-thing-3'], present: 2, known: 2 })
    expect(held()).toMatchObject(curated)
    expect(Object.keys(held())).toHaveLength(6)
  })

  it('names a record whose identifier an entry has under another title', () => {
    const items = [
      { title: 'Third Thing', arxiv: '2401.00001' },
      { title: 'D2O: Distance to Others', doi: '10.1234/ABC' },
    ]
    put('bibliography.json', JSON.stringify(items))
    mkdirSync(folder)
    const head = '---\ntitle: Wholly Different Words\n'
    writeFileSync(
      join(folder, 'a.mdx'),
      `${head}paper: https://arxiv.org/abs/2401.00001\n---\n\nMine.\n`,
    )
    writeFileSync(join(folder, 'b.mdx'), `${head}doi: 10.1234/abc\n---\n\nMine.\n`)
    const report = run()
    expect(report).toMatchObject({ written: ['steady-preferences-learning-from-ties'], present: 2 })
    const why = (name: string) =>
      `: papers/${name}.mdx has its identifier under the title \`Wholly Different Words\``
    const told = say(reportLines(report))
    expect(told).toContain(`  13     \`D²O: Distance to Others\`${why('b')}`)
    expect(told).toContain(`  17     \`Third Thing\`${why('a')}`)
  })

  it('has its facts from the bibliography, whatever the order', () => {
    put(
      'bibliography.json',
      JSON.stringify([
        { title: 'Never Listed' },
        { title: 'D2O: Distance to Others', authors: ['Second'] },
        { title: 'An Older Name', alsoTitled: ['Steady preferences'], authors: ['None'] },
        { title: 'steady preferences — learning from ties', authors: ['First'] },
      ]),
    )
    const report = run()
    expect(report).toMatchObject({
      known: 2,
      unmatched: ['Never Listed', 'An Older Name'],
      gaps: {
        authors: 1,
        published: 3,
        paper: 3,
        topics: 3,
        kind: 3,
        tags: 3,
        claim: 3,
        evidence: 3,
      },
    })
    expect(held()['steady-preferences-learning-from-ties.mdx']).toContain('authors: [First]')
    expect(held()['d2o-distance-to-others.mdx']).toContain('authors: [Second]')
    expect(say(reportLines(report))).toEqual([
      '3 records in listing.txt, 2 of them in bibliography.json.',
      '2 papers of bibliography.json in no record:',
      '  Never Listed',
      '  An Older Name',
      'Wrote 3 entries to papers.',
      'Added on 2026-01-02: today, since the listing has no year; --added sets another day.',
      'Gaps to fill: 1 without `authors`, 3 without `published`, 3 without `paper`, 3 without `topics`, 3 without `kind`, 3 without `tags`, 3 without `claim`, 3 without `evidence`.',
    ])
  })

  it.each([
    [
      'the option',
      { added: '2024-05-06' },
      '{"date": "2025-03-13"}',
      { day: '2024-05-06', why: 'as --added says' },
    ],
    ['its facts', {}, '{"date": "2025-03-13"}', { day: '2025-03-13' }],
    ['today', {}, '{}', { day: '2026-01-02' }],
  ])('was added on the day of %s', (_name, options, facts, added) => {
    put('listing.json', facts)
    expect(run(options)).toMatchObject({ added, findings: [] })
    expect(held()['third-thing.mdx']).toContain(`added: ${added.day}\n`)
  })

  it('with odd lines in it is converted all the same, and what is left out is told', () => {
    put('listing.txt', `${three}\n\nAlone\n\nLonely Again\n\nIts abstract.`)
    put(
      'bibliography.json',
      JSON.stringify([{ title: 'Third Thing', alsoTitled: ['Lonely again'] }]),
    )
    const report = run()
    expect(report.written).toHaveLength(3)
    expect(say(reportLines(report)).slice(1, 4)).toEqual([
      'Left out: 2.',
      '  24     title `Alone`: no abstract stands below it',
      '  26     `Lonely Again`: by the bibliography it is the paper of line 17',
    ])
  })

  it("was added on the page's own day where that has a year", () => {
    put('listing.txt', three.replace('Mar 13', 'Mar 13, 2025'))
    expect(run()).toMatchObject({ added: { day: '2025-03-13', why: "the page's own date" } })
  })
})

it('a run that is killed leaves only whole entries, and the next run completes it', () => {
  put('listing.txt', three)
  run()
  const whole = held()
  rmSync(folder, { recursive: true })
  // A process of its own, which is killed when its second entry is about to appear.
  const patch = `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const real = fs.linkSync
    let calls = 0
    fs.linkSync = (...paths) => (calls++ === 0 ? real(...paths) : process.kill(process.pid, 'SIGKILL'))
    syncBuiltinESMExports()`
  const hook = `data:text/javascript,${encodeURIComponent(patch)}`
  const script = resolve('scripts/convert.ts')
  const options = [listing, '--out', folder, '--added', '2026-01-02']
  const { signal } = spawnSync(process.execPath, ['--import', hook, script, ...options])
  expect(signal).toBe('SIGKILL')
  const left = Object.entries(held()).filter(([path]) => path.endsWith('.mdx'))
  expect(left).toHaveLength(1)
  for (const [path, text] of left) expect(text).toBe(whole[path])
  expect(run()).toMatchObject({ findings: [], present: 1 })
  expect(held()).toEqual(whole)
})

describe('bad input', () => {
  const good = 'A Title\n\nIts abstract.\n\n'

  it.each<[string, () => void, string[]]>([
    [
      'a missing file',
      () => rmSync(listing),
      [
        'listing.txt',
        '  1:1     Unexpected missing file, expected a file that can be read. Write the path of a listing: titles and abstracts in turn, with blank lines between them.  listing',
      ],
    ],
    [
      'a broken bibliography',
      () => put('bibliography.json', '{}'),
      [
        'bibliography.json',
        '  1:1     Unexpected JSON, expected a list. Write a list of papers in JSON.  listing',
      ],
    ],
    [
      'a day that is not the listing’s',
      () => {
        put('listing.txt', `${furniture}${good}`)
        put('listing.json', '{"date": "2025-03-14"}')
      },
      [
        'listing.json',
        "  1:1     Unexpected date `2025-03-14`, expected the page's own day `03-13`. Write the day that the listing has.  listing",
      ],
    ],
    [
      'a link, which may lead to a device without an end',
      () => {
        rmSync(listing)
        symlinkSync('/dev/zero', listing)
      },
      [
        'listing.txt',
        '  1:1     Unexpected symbolic link, expected a plain file. Write the file itself here.  listing',
      ],
    ],
    [
      'a folder that is a file',
      () => writeFileSync(folder, ''),
      [
        'papers',
        '  1:1     Unexpected file or link, expected a folder. Write the folder itself here.  file-name',
      ],
    ],
  ])('%s: nothing is written', (_name, prepare, lines) => {
    put('listing.txt', good)
    prepare()
    const before = readdirSync(place).sort()
    const report = run()
    expect(folded(reportLines(report))).toBe(folded([...lines, '1 error; nothing was written.']))
    expect(report.written).toEqual([])
    expect(readdirSync(place).sort()).toEqual(before)
  })
})

it('the command says what it did and what comes next, and exits with 1 where something is wrong', () => {
  const command = (...args: string[]) => {
    const script = resolve('scripts/convert.ts')
    const options = { cwd: place, encoding: 'utf8' } as const
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], options)
    const lines = (stdout + stderr).trim().split('\n')
    return [status, lines.at(0), lines.at(-1)]
  }
  put('listing.txt', three)
  put('one.txt', 'One')
  expect(command('listing.txt', '--out', 'new/papers')).toEqual([
    0,
    '3 records in listing.txt, no bibliography.',
    'Next: npm run check',
  ])
  expect(readdirSync(join(place, 'new/papers'))).toHaveLength(3)
  expect(command('one.txt', '--out', 'papers')).toEqual([
    1,
    'one.txt',
    'Then: npm run convert -- one.txt --out papers',
  ])
  const day = 'Unexpected --added today, expected a day. Write it as 2025-03-13.'
  expect(command('--added', 'today')).toEqual([1, day, day])
  // What the disk has against it is one sentence, and no stack.
  const [status, said] = command('listing.txt', '--out', 'listing.txt/papers')
  expect([status, said]).toEqual([1, expect.stringMatching(/^Unexpected answer of the system \(E/)])
})
