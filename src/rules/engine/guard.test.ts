import { expect, test } from 'vitest'
import { parseEntryFile } from '../../text/entry-file.ts'
import { texText } from '../../text/tex.ts'
import { findingsIn, specimenPath, specimenWith } from '../fixtures/specimen.ts'
import { guard } from './guard.ts'

// A contributor would fix one syntax error, push, and only then be told about nine others.

const broken = specimenWith(
  'topics: [preference-optimization, safety]',
  'topics: [preference-optimization, saftey]',
  specimenWith(
    '"Steady Preferences: Learning from Ties"',
    'Steady Preferences: Learning from Ties',
  ),
)
const places = (source: string) => findingsIn(source).map((fault) => fault.split(' Unexpected')[0])

test('lines below a syntax error are checked in the same run, and places stay correct', () => {
  const first = '1:1 frontmatter-syntax'
  expect(places(broken)).toEqual(['2:8 frontmatter-syntax', '8:35 topics'])
  expect(places(`\n\n${broken}`)).toEqual([first, '4:8 frontmatter-syntax', '10:35 topics'])
  expect(places(broken.slice('---\n'.length))).toEqual([
    first,
    '1:8 frontmatter-syntax',
    '7:35 topics',
  ])
})

test('places in a line stay correct after braces that the parser has to escape', () => {
  const source = specimenWith('We show', 'We { and < and { R^2 [x](javascript:a) show')
  const line = source.split('\n')[19] ?? ''
  expect(places(source)).toEqual([
    `20:${line.indexOf('{') + 1} prose-only`,
    `20:${line.indexOf('{', line.indexOf('{') + 1) + 1} prose-only`,
    `20:${line.indexOf('^2') + 1} abstract`,
    `20:${line.indexOf('[x]') + 1} safe-address`,
  ])
})

const units = '\t|e\u0301|\u0430a|``|{|}|<|[a](|*|$|\\textbf{a} |&amp;|## Notes\n\n|: b|"'

test.each(units.split('|'))(
  'thirty thousand bytes of %j are checked in time',
  (unit) => {
    const flood = unit.repeat(30_000 / Buffer.byteLength(unit))
    const sources = [
      specimenWith('We show', flood),
      specimenWith('venue: ACL 2025', `${flood}: x`),
      specimenWith('[TieRM²]', `[${JSON.stringify(flood)}]`),
      specimenWith(
        'venue: ACL 2025',
        `${unit}: x\n`.repeat(30_000 / (Buffer.byteLength(unit) + 4)).trim(),
      ),
    ]
    const start = process.cpuUsage()
    for (const source of sources) {
      guard(parseEntryFile(specimenPath, source))
      findingsIn(source)
    }
    texText(flood)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(6)
  },
  120_000,
)
