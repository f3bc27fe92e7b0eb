import { expect, test } from 'vitest'
import { checkList } from './engine/all.ts'
import { specimen, specimenContext, specimenFile } from './fixtures/specimen.ts'

// A reading path could link to an entry that does not exist, or not say why a paper is on it.

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

test('a reading path has five to nine different steps, each an entry on the list, with a reason', () => {
  expect(path(['a', 'b', 'c', 'd', 'steady'])).toEqual([])
  expect(path(['a', 'b', 'c', 'd', 'stedy'])).toEqual([
    '14 references Unexpected id `stedy`, expected the id of an entry on the list. Did you mean `steady`?',
  ])
  expect(path(['a', 'b', 'c', 'd', 'steady', 'a'])).toEqual([
    '16 references Unexpected second step `a`, expected each paper once. Take one out.',
  ])
  expect(path(['a', 'b'])).toEqual([
    '6 references Unexpected 2 items in `steps`, expected five to nine. Write that many.',
  ])
  expect(path(['a', 'b', 'c', 'd', 'steady'], `why: ${'Words '.repeat(50)}`)).toContainEqual(
    expect.stringMatching(/in `why`, expected at most 240 characters\./),
  )
  expect(path(['a', 'b', 'c', 'd', 'steady'], 'because: A reason.')).toContainEqual(
    expect.stringMatching(/^7 references Unexpected key `because`/),
  )
})
