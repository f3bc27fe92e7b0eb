import { expect, test } from 'vitest'
import { parseEntryFile } from './entry-file.ts'
import { excessOf, largestFile } from './limits.ts'

// A curator who opens a hostile pull request would wait for minutes, or see the check fall over, instead of a finding.

const head = '---\ntitle: x\n---\n\n'

test.each([
  ['many bytes in few characters', '語'.repeat(30_000), { line: 1, column: 1, of: 'bytes' }],
  ['lists in lists', `${head}${'- '.repeat(30_000)}a`, { line: 5, column: 1, of: 'nesting' }],
  ['lists in YAML', `---\na: ${'['.repeat(30_000)}\n---\n`, { line: 2, column: 28, of: 'nesting' }],
  ['marks of emphasis', `${head}${'*a '.repeat(2001)}`, { line: 5, column: 6001, of: 'marks' }],
  ['braces', `${head}${'{'.repeat(401)}`, { line: 5, column: 401, of: 'code signs' }],
])('%s are too much before any parser sees them', (_name, source, excess) => {
  expect(excessOf(source)).toEqual(excess)
})

test('a tree that is too deep is not kept', () => {
  const file = parseEntryFile('x.mdx', `${head}${'<a>'.repeat(30)}${'</a>'.repeat(30)}\n`)
  expect(file.excess?.of).toBe('nesting')
  expect(file.body.children).toEqual([])
})

test.each([
  ['an ordinary entry', `${head}The _abstract_, with a [link](https://example.org).\n`],
  ['brackets in the body', `${head}${'['.repeat(100)}\n`],
  ['the largest file', `${head}${'a'.repeat(largestFile - head.length)}`],
])('%s is not too much', (_name, source) => {
  expect(excessOf(source)).toBeUndefined()
})
