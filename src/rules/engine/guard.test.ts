import { expect, test } from 'vitest'
import { faultsIn, planted } from '../fixtures/specimen.ts'

// A contributor with a fault of syntax would mend it, push, and only then hear of the next nine faults.

const broken = planted(
  'topics: [preference-optimization, safety]',
  'topics: [preference-optimization, saftey]',
  planted('"Steady Preferences: Learning from Ties"', 'Steady Preferences: Learning from Ties'),
)
const places = (source: string) => faultsIn(source).map((fault) => fault.split(' Unexpected')[0])

test('what stands below a fault of syntax is checked in the same run', () => {
  expect(places(broken)).toEqual(['2:8 frontmatter-syntax', '8:35 topics'])
})

test('places stay true where blank lines stand before the facts', () => {
  expect(places(`\n\n${broken}`)).toEqual([
    '1:1 frontmatter-syntax',
    '4:8 frontmatter-syntax',
    '10:35 topics',
  ])
})

test('places stay true where the first fence is missing', () => {
  expect(places(broken.slice('---\n'.length))).toEqual([
    '1:1 frontmatter-syntax',
    '1:8 frontmatter-syntax',
    '7:35 topics',
  ])
})

test('places in a line stay true behind braces that had to be escaped', () => {
  const source = planted('We show', 'We { and < and { R^2 [x](javascript:a) show')
  const line = source.split('\n')[19] ?? ''
  expect(places(source)).toEqual([
    `20:${line.indexOf('{') + 1} prose-only`,
    `20:${line.indexOf('{', line.indexOf('{') + 1) + 1} prose-only`,
    `20:${line.indexOf('^2') + 1} abstract`,
    `20:${line.indexOf('[x]') + 1} safe-address`,
  ])
})
