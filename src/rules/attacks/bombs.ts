import { planted } from '../specimen.ts'
import { type Attack, alone, asFact, inBody } from './attack.ts'

const bombs: Attack[] = [
  ['two megabytes of words', inBody('word '.repeat(400_000))],
  ['two megabytes of one fact', asFact(`venue: ${'9'.repeat(2_000_000)}`)],
  ['many bytes in few letters', inBody('語'.repeat(30_000))],
  ['quotes in quotes', alone(`${'> '.repeat(20_000)}x`)],
  ['lists in lists', alone(`${'- '.repeat(20_000)}x`)],
  ['numbers in numbers', alone(`${'1. '.repeat(9000)}x`)],
  ['marks in marks', inBody(`${'*a '.repeat(5000)}${'a* '.repeat(5000)}`)],
  ['lists in flow', asFact(`names: ${'['.repeat(20_000)}`)],
  ['maps in flow', asFact(`names: ${'{a: '.repeat(10_000)}`)],
  ['sequences in sequences', asFact(`names:\n  ${'- '.repeat(20_000)}`)],
  ['keys in keys', asFact('? '.repeat(20_000))],
  ['tags in tags', inBody(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`)],
  ['a title of a thousand letters', planted('Steady', 'S'.repeat(1000))],
  [
    'four thousand authors',
    planted('Ada Example', Array.from({ length: 4000 }, (_, n) => `A B${n}`).join(', ')),
  ],
].map(([name = '', source = '']) => ({ family: 'bombs', name, source, outcome: 'size' as const }))

const aliasBomb = Array.from(
  { length: 20 },
  (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}, *a${n}]`,
)

/** More of something than a file may have. */
export const bombAttacks: readonly Attack[] = [
  ...bombs,
  {
    family: 'bombs',
    name: 'aliases of aliases',
    source: asFact(`a0: &a0 lol\n${aliasBomb.join('\n')}`),
    outcome: 'frontmatter-syntax',
  },
]
