import { expect, test } from 'vitest'
import { checkList } from './engine/all.ts'
import { specimen, specimenContext, specimenFile } from './fixtures/specimen.ts'

// A topic page would lead nowhere, and the build would stop with an error that names no line.

const head = `---
name: Safety
order: 2
description: One line.
include: A rule.
exclude: Another rule.
---

`

function faults(body: string, front = head): string[] {
  const pages = [specimenFile(front + body, 'content/topics/safety.mdx')]
  return checkList({ entries: [specimenFile()], pages, data: [] }, specimenContext).map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  )
}

test('a page that names entries of the list is right', () => {
  expect(
    faults(
      'Begin with <Paper id="steady-preferences" />, then [search](/search/), or [read](https://example.org).\n',
    ),
  ).toEqual([])
})

test.each([
  [
    '<Paper id="steady-preference" />',
    '9:1 references Unexpected entry `steady-preference`, expected the id of one in the list. Did you mean `steady-preferences`?',
  ],
  [
    'See <Paper />.',
    '9:5 references Unexpected `<Paper>` without `id`, expected the id of an entry. Write `<Paper id="…" />`.',
  ],
  [
    'See <Paper id={1 + 1} />.',
    '9:5 references Unexpected code as `id` of `<Paper>`, expected text in quotes. Write `<Paper id="…" />`.',
  ],
  [
    'See <Paper id="steady-preferences" onclick="x" />.',
    '9:5 references Unexpected attribute `onclick` in `<Paper>`, expected `id`. Take it out.',
  ],
  [
    'See <Chart data="x" />.',
    '9:5 references Unexpected `<Chart>`, expected `<Paper>`. Write Markdown instead.',
  ],
  [
    'See [it](javascript:x).',
    '9:5 references Unexpected address `javascript:x`, expected one that begins with `https://`, or an entry. Write `<Paper id="…" />` for an entry.',
  ],
])('%s', (body, fault) => expect(faults(`${body}\n`)).toEqual([fault]))

test.each([
  [
    'include: A rule.\n',
    '',
    '1:1 references Unexpected end of the facts, expected `include` among them. Write `include: "The rule that puts a paper here."` with what is true here.',
  ],
  [
    'include:',
    'inclde:',
    '5:1 references Unexpected key `inclde`, expected `name`, `order`, `description`, `include` or `exclude`. Did you mean `include`?',
  ],
  [
    'order: 2',
    'order: no',
    '3:8 references Unexpected text in `order`, expected a number. Write `order: 1`.',
  ],
])('a topic with %j replaced by %j', (from, to, fault) => {
  expect(faults('Words.\n', head.replace(from, to))).toEqual([fault])
})

const path = (steps: readonly string[], why = 'why: A reason.') => {
  const lines = steps.map((paper) => `  - paper: ${paper}\n    ${why}\n`).join('')
  const source = `---\nname: Begin\norder: 1\nfor: Newcomers.\nsteps:\n${lines}---\n\nWords.\n`
  const entries = ['a', 'b', 'c', 'd', 'steady'].map((id) =>
    specimenFile(specimen, `content/papers/${id}.mdx`),
  )
  const pages = [specimenFile(source, 'content/paths/begin.mdx')]
  return checkList({ entries, pages, data: [] }, specimenContext).flatMap(
    ({ path, line, rule, message }) =>
      path.endsWith('begin.mdx') ? [`${line} ${rule} ${message}`] : [],
  )
}

test('a reading path has five to nine steps, each an entry of the list, once, with a reason', () => {
  expect(path(['a', 'b', 'c', 'd', 'steady'])).toEqual([])
  expect(path(['a', 'b', 'c', 'd', 'stedy'])).toEqual([
    '14 references Unexpected entry `stedy`, expected the id of one in the list. Did you mean `steady`?',
  ])
  expect(path(['a', 'b', 'c', 'd', 'steady', 'a'])).toEqual([
    '16 references Unexpected second step `a`, expected each paper once. Take one out.',
  ])
  expect(path(['a', 'b'])).toEqual([
    '6 references Unexpected 2 items in `steps`, expected five to nine. Write the others.',
  ])
  expect(path(['a', 'b', 'c', 'd', 'steady'], 'because: A reason.')).toContainEqual(
    expect.stringMatching(/^7 references Unexpected key `because`/),
  )
})
