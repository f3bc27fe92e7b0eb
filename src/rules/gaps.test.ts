import { expect, test } from 'vitest'
import { ruleContextOf } from '../content/list.ts'
import { expectedFacts } from '../model/entry.ts'
import { parseDataFile } from '../text/yaml.ts'
import { checkList } from './engine/all.ts'
import { specimen, specimenContext, specimenFile, specimenWith } from './fixtures/specimen.ts'

// The list would fill up with unfinished entries, or would keep gaps listed that have been filled.

const claim =
  'claim: A reward model that keeps ties agrees with people more often than one that drops them.\n'

function faults(source: string, gapsFile = ''): string[] {
  const data = [parseDataFile('content/gaps.yaml', gapsFile)]
  const { gaps = {} } = ruleContextOf({ pages: [], data, skippedRules: [] }, '2026-03-13')
  const list = { entries: [specimenFile(source)], pages: [], data: gapsFile ? data : [] }
  return checkList(list, { ...specimenContext, gaps }).map(
    ({ path, line, column, rule, message }) => `${path}:${line}:${column} ${rule} ${message}`,
  )
}

test.each(expectedFacts)('an entry without `%s` is reported', (name) => {
  const without = specimen.replace(new RegExp(`^${name}: .*\\n`, 'm'), '')
  expect(faults(without).map((fault) => fault.split('. Write ')[0])).toEqual([
    `content/papers/steady-preferences.mdx:1:1 gaps Unexpected entry without \`${name}\`, expected every fact of a finished entry`,
  ])
})

test('a known gap is not reported, and must be removed from gaps.yaml once it is filled', () => {
  expect(faults(specimenWith(claim, ''), 'steady-preferences: [claim]\n')).toEqual([])
  expect(
    faults(specimen, 'steady-preferences: [claim, abstract]\nsomething-else: [paper]\n'),
  ).toEqual([
    'content/gaps.yaml:1:22 gaps Unexpected gap `claim` of `steady-preferences`, which has it now, expected only what an entry lacks. Take it out, or the whole line if nothing else is in it.',
    'content/gaps.yaml:1:29 gaps Unexpected gap `abstract` of `steady-preferences`, which has it now, expected only what an entry lacks. Take it out, or the whole line if nothing else is in it.',
    'content/gaps.yaml:2:1 gaps Unexpected id `something-else`, expected the id of an entry on the list. Take the line out.',
  ])
  expect(faults(specimenWith(claim, ''), 'steady-preferences: [claim, paper]\n')).toEqual([
    'content/gaps.yaml:1:29 gaps Unexpected gap `paper` of `steady-preferences`, which has it now, expected only what an entry lacks. Take it out, or the whole line if nothing else is in it.',
  ])
  expect(faults(specimen, 'steady-preferences: [clam]\n')).toEqual([
    'content/gaps.yaml:1:22 vocabulary Unexpected `clam` in `steady-preferences`, expected `authors`, `published`, `paper`, `topics`, `kind`, `tags`, `claim`, `evidence` or `abstract`. Did you mean `claim`?',
  ])
})
