import { expect, test } from 'vitest'
import { checkEntry } from '../../src/rules/engine/all.ts'
import { specimenContext, specimenFile, specimenWith } from '../../src/rules/fixtures/specimen.ts'
import { findingText, reportText } from './report.ts'

// A contributor would not see what is wrong, where, and what to run next.

const path = 'content/papers/steady-preferences.mdx'
const finding = (rule: string, at = path) => ({
  path: at,
  line: 2,
  column: 1,
  rule,
  message: 'Unexpected topic.',
})
const textOf = (findings: ReturnType<typeof finding>[]) =>
  reportText({ findings, entries: [], gaps: {}, unrecorded: [] }).split('\n')
test('the report ends with the counts, the gaps and the next command', () => {
  const unrecorded = [{ path, id: '2410.55555' }]
  const findings = [finding('topics'), finding('topics')]
  const report = { findings, entries: [], gaps: { authors: 2000, claim: 1 }, unrecorded }
  expect(reportText(report).split('\n').slice(-5)).toEqual([
    '',
    '2 findings in 1 file; 0 entries checked.',
    'Gaps: authors (2,000), claim (1).',
    'Identity not recorded yet: 1 paper. A curator records it on the main branch: `npm run add -- --record`.',
    'Next: npm run check -- content/papers/steady-preferences.mdx',
  ])
})

const address = 'https://arxiv.org/abs/2410.01234'
test.each([
  ['only the form is wrong', `${address}v2`, 'claim: A', `Next: npm run check -- --fix ${path}`],
  ['the right address is unknown', `${address}99`, 'claim: A', `Next: npm run check -- ${path}`],
  ['the claim is wrong too', `${address}v2`, 'claim: We say a', `Next: npm run check -- ${path}`],
])('if %s, the next command fits', (_what, written, claim, last) => {
  const file = specimenFile(specimenWith(address, written).replace('claim: A', claim))
  const findings = checkEntry(file, specimenContext)
  const text = reportText({ findings, entries: [file], gaps: {}, unrecorded: [] })
  expect(text.split('\n').at(-1)).toBe(last)
})

test('a hostile path in the next command is quoted for the shell', () => {
  expect(textOf([finding('file-name', "content/papers/$(touch x)'.mdx")]).at(-1)).toBe(
    "Next: npm run check -- 'content/papers/$(touch x)'\\''.mdx'",
  )
})

test('control characters in a hostile entry do not reach the terminal', () => {
  const message = 'Unexpected topic `\u001B[2J\u202Eytefas`, expected one of the ten topics.'
  expect(findingText({ path, line: 6, column: 5, rule: 'topics', message })).toBe(
    [
      '  6:5    Unexpected topic `‹U+001B›[2J‹U+202E›ytefas`, expected one of the',
      '         ten topics.                                                topics',
    ].join('\n'),
  )
  const strange = 'content/papers/a\u001B]0;x\u0007.mdx'
  expect(textOf([finding('file-name', strange)])[0]).toBe(
    'content/papers/a‹U+001B›]0;x‹U+0007›.mdx',
  )
})

test('no line starts with a log command of GitHub', () => {
  const hostile = `${'x'.repeat(59)} ::stop-commands::y ${'z'.repeat(40)}`
  const message = `Unexpected topic \`${hostile}\`, expected one of the ten topics.`
  const lines = findingText({ path, line: 6, column: 5, rule: 'topics', message }).split('\n')
  expect(lines.filter((line) => /^\s*(?:::|##\[)/.test(line))).toEqual([])
  expect(lines.join(' ')).toContain('::stop-commands::')
})
