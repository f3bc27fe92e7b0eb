import { expect, test } from 'vitest'
import { ruleContextOf } from '../content/list.ts'
import { expectedFacts } from '../model/entry.ts'
import { parseDataFile } from '../text/yaml.ts'
import { checkList } from './engine/all.ts'
import { planted, specimen, specimenContext, specimenFile } from './fixtures/specimen.ts'

// The list would fill up with half-finished entries, or keep a register of gaps that are long closed.

const claim =
  'claim: A reward model that keeps ties agrees with people more often than one that drops them.\n'

function faults(source: string, register = ''): string[] {
  const data = [parseDataFile('content/gaps.yaml', register)]
  const { gaps = {} } = ruleContextOf({ pages: [], data }, '2026-03-13')
  const list = { entries: [specimenFile(source)], pages: [], data: register ? data : [] }
  return checkList(list, { ...specimenContext, gaps }).map(
    ({ path, line, column, rule, message }) => `${path}:${line}:${column} ${rule} ${message}`,
  )
}

test.each(expectedFacts)('an entry without `%s` is not finished', (name) => {
  const without = specimen.replace(new RegExp(`^${name}: .*\\n`, 'm'), '')
  expect(faults(without).map((fault) => fault.split('. Write ')[0])).toEqual([
    `content/papers/steady-preferences.mdx:1:1 gaps Unexpected entry without \`${name}\`, expected every fact of a finished entry`,
  ])
})

test('a gap that the register names is none, and the register may only shrink', () => {
  expect(faults(planted(claim, ''), 'steady-preferences: [claim]\n')).toEqual([])
  expect(
    faults(specimen, 'steady-preferences: [claim, abstract]\nsomething-else: [paper]\n'),
  ).toEqual([
    'content/gaps.yaml:1:1 gaps Unexpected gaps `claim` and `abstract` of `steady-preferences`, which has them now, expected gaps only. Take the line out.',
    'content/gaps.yaml:2:1 gaps Unexpected entry `something-else`, expected the id of one in the list. Take the line out.',
  ])
  expect(faults(planted(claim, ''), 'steady-preferences: [claim, paper]\n')).toEqual([
    'content/gaps.yaml:1:29 gaps Unexpected gap `paper` of `steady-preferences`, which has it now, expected gaps only. Take it out.',
  ])
  expect(faults(specimen, 'steady-preferences: [clam]\n')).toEqual([
    'content/gaps.yaml:1:22 vocabulary Unexpected `clam` in `steady-preferences`, expected `authors`, `published`, `paper`, `topics`, `kind`, `tags`, `claim`, `evidence` or `abstract`. Did you mean `claim`?',
  ])
})

test('elsewhere than in the list nothing that is missing is an error', () => {
  const { gaps: _, ...around } = specimenContext
  const list = { entries: [specimenFile(planted(claim, ''))], pages: [], data: [] }
  expect(checkList(list, around)).toEqual([])
})
