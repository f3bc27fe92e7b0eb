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
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fault } from '../../src/intake/reading.ts'
import { guard } from '../../src/rules/engine/guard.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import { plainText } from '../../src/text/plain.ts'
import { convert } from './convert.ts'
import { emptyReport, reportLines } from './report.ts'

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

  it('becomes entries that the guard lets pass, with every word', () => {
    const report = run()
    expect(report).toMatchObject({
      records: 3,
      present: 0,
      written: ['steady-preferences-learning-from-ties', 'd2o-distance-to-others', 'third-thing'],
      added: { day: '2026-01-02', source: 'today' },
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

  it('writes nothing beside an entry that cannot be read', () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.mdx'), '---\ntitle: "x\n---\n\nMine.\n')
    const { findings } = run()
    expect(findings.map(({ path, rule }) => [say([path])[0], rule])).toEqual([
      ['papers/a.mdx', 'listing'],
    ])
    expect(Object.keys(held())).toEqual(['a.mdx'])
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

  it('is not given the facts of a bibliography that knows none of it', () => {
    put('bibliography.json', JSON.stringify([{ title: 'Never Listed' }]))
    const report = run()
    expect(say(reportLines(report))[0]).toBe('3 records in listing.txt, no bibliography.')
    expect(run({ bibliography: join(place, 'bibliography.json') })).toMatchObject({
      unmatched: ['Never Listed'],
    })
  })

  it.each([
    [
      'the option',
      { added: '2024-05-06' },
      '{"date": "2025-03-13"}',
      { day: '2024-05-06', source: 'option' },
    ],
    ['its facts', {}, '{"date": "2025-03-13"}', { day: '2025-03-13', source: 'facts' }],
    ['today', {}, '{}', { day: '2026-01-02', source: 'today' }],
  ])('was added on the day of %s', (_name, options, facts, added) => {
    put('listing.json', facts)
    expect(run(options)).toMatchObject({ added, findings: [] })
    expect(held()['third-thing.mdx']).toContain(`added: ${added.day}\n`)
  })

  it("was added on the page's own day where that has a year", () => {
    put('listing.txt', three.replace('Mar 13', 'Mar 13, 2025'))
    expect(run()).toMatchObject({ added: { day: '2025-03-13', source: 'page' } })
  })
})

describe('a run that is killed', () => {
  /** Converts in a process of its own, which is killed at its second call of a function that changes the disk. */
  const killedAt = (name: string) => {
    const patch = `
      import fs from 'node:fs'
      import { syncBuiltinESMExports } from 'node:module'
      const real = fs.${name}
      let calls = 0
      fs.${name} = (path, text, ...rest) => {
        calls += 1
        if (calls < 2) return real(path, text, ...rest)
        if (typeof text === 'string' && '${name}' === 'writeFileSync') real(path, text.slice(0, 20))
        process.kill(process.pid, 'SIGKILL')
      }
      syncBuiltinESMExports()`
    return spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(patch)}`,
        resolve('scripts/convert.ts'),
        listing,
        '--out',
        folder,
        '--added',
        '2026-01-02',
      ],
      { encoding: 'utf8' },
    ).signal
  }

  it.each([
    ['writeFileSync', 1],
    ['linkSync', 1],
    ['rmSync', 1],
  ])('at %s leaves only whole entries, and the next run completes it', (name, entries) => {
    put('listing.txt', three)
    run()
    const whole = held()
    rmSync(folder, { recursive: true })
    expect(killedAt(name)).toBe('SIGKILL')
    const left = Object.entries(held()).filter(([path]) => path.endsWith('.mdx'))
    expect(left).toHaveLength(entries)
    for (const [path, text] of left) expect(text).toBe(whole[path])
    expect(run()).toMatchObject({ findings: [], present: entries })
    expect(held()).toEqual(whole)
  })
})

describe('bad input', () => {
  const good = 'A Title\n\nIts abstract.\n\n'

  it('a disk that is full in the middle: the report says how much was written by then', () => {
    const findings = [fault('papers', 'Unexpected answer of the disk.')]
    const report = { ...emptyReport('listing.txt', 'papers'), findings }
    expect(reportLines({ ...report, written: ['a'] }).at(-1)).toBe('1 error; 1 entry was written.')
    expect(reportLines({ ...report, written: ['a', 'b'] }).at(-1)).toBe(
      '1 error; 2 entries were written.',
    )
  })

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
      'a title without an abstract, and a broken bibliography',
      () => {
        put('listing.txt', `${good}B`)
        put('bibliography.json', '{}')
      },
      [
        'bibliography.json',
        '  1:1     Unexpected JSON, expected a list. Write a list of papers in JSON.  listing',
        'listing.txt',
        '  5:1     Unexpected title `B` without an abstract, expected its abstract below it. Write the abstract on a line below it, or join it to the line that it belongs to.  listing',
      ],
    ],
    [
      'one paper under two titles',
      () => {
        put('listing.txt', `${good}Another Title\n\nIts abstract.`)
        put(
          'bibliography.json',
          JSON.stringify([{ title: 'A Title', alsoTitled: ['Another title'] }]),
        )
      },
      [
        'listing.txt',
        '  5:1     Unexpected second record `Another Title` of one paper, expected each paper once; by the bibliography line 1 is the same. Delete one of the two records.  listing',
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
      'bytes that are not UTF-8',
      () => writeFileSync(listing, Buffer.from([65, 10, 10, 0xff, 46])),
      [
        'listing.txt',
        '  3:1     Unexpected byte, expected UTF-8. Write the file again as UTF-8 text.  listing',
      ],
    ],
    [
      'a folder that is a file',
      () => writeFileSync(folder, ''),
      [
        'papers',
        "  1:1     Unexpected answer of the disk (ENOTDIR: not a directory, scandir 'papers'), expected a folder that takes new files. Write the path of such a folder.  listing",
      ],
    ],
  ])('%s: nothing is written', (_name, prepare, lines) => {
    put('listing.txt', good)
    prepare()
    const before = readdirSync(place).sort()
    const report = run()
    expect(say(reportLines(report))).toEqual([
      ...lines,
      '',
      `${report.findings.length === 1 ? '1 error' : '2 errors'}; nothing was written.`,
    ])
    expect(report.written).toEqual([])
    expect(readdirSync(place).sort()).toEqual(before)
  })
})

describe('the command', () => {
  const command = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('scripts/convert.ts'), ...args],
      {
        cwd: place,
        encoding: 'utf8',
      },
    )
    return { status, lines: (stdout + stderr).trim().split('\n') }
  }

  it('converts a file into a folder, and says what comes next', () => {
    put('listing.txt', three)
    const { status, lines } = command('listing.txt', '--out', 'new/papers', '--added', '2025-03-13')
    expect(status).toBe(0)
    expect(lines.at(0)).toBe('3 records in listing.txt, no bibliography.')
    expect(lines.at(-1)).toBe('Next: npm run check')
    expect(readdirSync(join(place, 'new'))).toEqual(['papers'])
    expect(readdirSync(join(place, 'new/papers'))).toHaveLength(3)
  })

  it('fails with the places, and says how to go on', () => {
    put('listing.txt', 'One')
    expect(command('listing.txt', '--out', 'papers')).toEqual({
      status: 1,
      lines: [
        'listing.txt',
        '  1:1     Unexpected title `One` without an abstract, expected its abstract below it. Write the abstract on a line below it, or join it to the line that it belongs to.  listing',
        '',
        '1 error; nothing was written.',
        'Then: npm run convert -- listing.txt --out papers',
      ],
    })
  })

  it.each([
    [['--added', 'today'], 1, 'Unexpected --added today, expected a day. Write it as 2025-03-13.'],
    [['a', 'b'], 1, 'One listing at a time. Add --help to see what this command takes.'],
    [['--to', 'x'], 2, "Unknown option '--to'. Add --help to see what this command takes."],
    [
      ['--help'],
      0,
      'scripts/convert/README.md says what changes in an abstract, and what does not.',
    ],
  ])('%j', (args, status, last) => {
    const result = command(...args)
    expect([result.status, result.lines.at(-1)]).toEqual([status, last])
  })
})
