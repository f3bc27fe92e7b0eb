import { expect, test } from 'vitest'
import { planted, specimenFile } from '../../src/rules/specimen.ts'
import {
  belowAbstract,
  type Edit,
  inAbstract,
  lineOf,
  put,
  withFact,
  withItem,
  withLine,
  withoutFact,
  withoutItem,
  withText,
  withValue,
} from './edits.ts'

// A fault would be looked for in a line in which it is not, and a sound rule would be called blind.

const file = specimenFile()

/** The line that an edit names, as it stands then, with its number. */
function changed(edit: Edit | undefined): string | undefined {
  return edit && `${edit.line} ${edit.source.split('\n')[edit.line - 1]}`
}

test('the line is that of the first character that differs', () => {
  expect(put('a\nb\nc\n', 1, 4, '\nb\n\n')).toEqual({ source: 'a\nb\n\nc\n', line: 3 })
  expect(put('a\nb\n', 0, 1, 'x')).toEqual({ source: 'x\nb\n', line: 1 })
})

test('values and items are changed where they stand', () => {
  expect(changed(withValue(file, ['published'], '2024'))).toBe('4 published: 2024')
  expect(changed(withText(file, ['authors', 1], 'Bo "B" Sample'))).toBe(
    '3 authors: [Ada Example, "Bo \\"B\\" Sample", Çağla Örnek]',
  )
  expect(changed(withValue(file, ['links', 'code'], 'x'))).toBe('14   code: x')
  expect(withValue(file, ['withdrawn'], 'x')).toBeUndefined()
})

test('items are added to and taken from lists of either form', () => {
  expect(changed(withItem(file, 'kind', 'survey'))).toBe('9 kind: [method, survey]')
  expect(changed(withoutItem(file, 'authors', 0))).toBe('3 authors: [Bo Sample, Çağla Örnek]')
  expect(changed(withoutItem(file, 'authors', 2))).toBe('3 authors: [Ada Example, Bo Sample]')
  expect(withoutItem(file, 'kind', 0)).toBeUndefined()
  const block = specimenFile(planted('kind: [method]', 'kind:\n  - method\n  - model'))
  expect(changed(withItem(block, 'kind', 'survey'))).toBe('12   - survey')
  expect(changed(withoutItem(block, 'kind', 0))).toBe('10   - model')
})

test('facts are put in their canonical place, and taken out with the lines below them', () => {
  expect(changed(withFact(file, 'asks', 'asks: [why]'))).toBe('13 asks: [why]')
  expect(changed(withFact(file, 'links', 'links: {data: x}'))).toBe('13 links: {data: x}')
  expect(withFact(file, 'links', 'links: {data: x}')?.source).not.toContain('  code:')
  expect(changed(withFact(file, 'withdrawn', 'withdrawn: x'))).toBe('18 withdrawn: x')
  expect(changed(withLine(file, 'x: y'))).toBe('18 x: y')
  expect(changed(withoutFact(file, 'links'))).toMatch(/^13 claim: /)
  expect(lineOf(file, ['authors'])).toBe(3)
})

test('words are put between sentences of the abstract, and blocks below it', () => {
  const edit = inAbstract(file, 'So, ', 0)
  expect(edit?.line).toBe(20)
  expect(edit?.source).toContain(' thrown away. So, We show ')
  expect(changed(belowAbstract(file, '# x'))).toBe('22 # x')
  const bare = specimenFile(planted('\n## Notes\n\nThe sets are small.\n', ''))
  expect(changed(belowAbstract(bare, '# x'))).toBe('22 # x')
})
