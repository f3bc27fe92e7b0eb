import { expect, test } from 'vitest'
import { checkList } from './engine/all.ts'
import { specimen, specimenAround, specimenFile } from './fixtures/specimen.ts'

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
  return checkList({ entries: [specimenFile()], pages, data: [] }, specimenAround).map(
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
    'a wrong id',
    '<Paper id="steady-preference" />',
    '9:1 references Unexpected entry `steady-preference`, expected the id of one in the list. Did you mean `steady-preferences`?',
  ],
  [
    'no id',
    'See <Paper />.',
    '9:5 references Unexpected `<Paper>` without `id`, expected the id of an entry. Write `<Paper id="…" />`.',
  ],
  [
    'code for an id',
    'See <Paper id={1 + 1} />.',
    '9:5 references Unexpected code as `id` of `<Paper>`, expected text in quotes. Write `<Paper id="…" />`.',
  ],
  [
    'another attribute',
    'See <Paper id="steady-preferences" onclick="x" />.',
    '9:5 references Unexpected attribute `onclick` in `<Paper>`, expected `id`. Take it out.',
  ],
  [
    'another component',
    'See <Chart data="x" />.',
    '9:5 references Unexpected `<Chart>`, expected `<Paper>`. Write Markdown instead.',
  ],
  [
    'an unsafe address',
    'See [it](javascript:x).',
    '9:5 references Unexpected address `javascript:x`, expected one that begins with `https://`, or an entry. Write `<Paper id="…" />` for an entry.',
  ],
])('%s', (_what, body, fault) => {
  expect(faults(`${body}\n`)).toEqual([fault])
})

test('a topic without its rule is told so', () => {
  expect(faults('Words.\n', head.replace('include: A rule.\n', ''))).toEqual([
    '1:1 references Unexpected end of the facts, expected `include` among them. Write `include: "The rule that puts a paper here."` with what is true here.',
  ])
})

test('a topic with a misspelt rule is told of the spelling alone', () => {
  expect(faults('Words.\n', head.replace('include:', 'inclde:'))).toEqual([
    '5:1 references Unexpected key `inclde`, expected `name`, `order`, `description`, `include` or `exclude`. Did you mean `include`?',
  ])
})

test('the order of a topic is a number', () => {
  expect(faults('Words.\n', head.replace('order: 2', 'order: no'))).toEqual([
    '3:8 references Unexpected text in `order`, expected a number. Write `order: 1`.',
  ])
})

test('the specimen is no page', () => {
  expect(faults('', specimen)[0]).toMatch(/^1:1 references Unexpected end of the facts/)
})
