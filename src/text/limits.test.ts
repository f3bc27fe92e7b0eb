import { expect, test } from 'vitest'
import { parseEntryFile } from './entry-file.ts'
import { excessOf, largestFile } from './limits.ts'

// A hostile pull request would keep the check busy for minutes, or crash it, instead of causing a finding.

const head = '---\ntitle: x\n---\n\n'

test.each([
  ['many bytes in few characters', '語'.repeat(30_000), { line: 1, column: 1, message: /64 KB/ }],
  ['lists in lists', `${head}${'- '.repeat(30_000)}a`, { line: 5, column: 1, message: /nesting/ }],
  [
    'lists in YAML',
    `---\na: ${'['.repeat(30_000)}\n---\n`,
    { line: 2, column: 28, message: /nesting/ },
  ],
  ['marks of emphasis', `${head}${'*a '.repeat(2001)}`, { line: 5, column: 6001, message: /`\*`/ }],
  ['braces', `${head}${'{'.repeat(401)}`, { line: 5, column: 401, message: /`\{`/ }],
])('%s exceed a limit before any parser runs', (_name, source, excess) => {
  const message = expect.stringMatching(excess.message)
  expect(excessOf(source)).toEqual({ ...excess, message })
})

test('a tree that is too deep is dropped', () => {
  const file = parseEntryFile('x.mdx', `${head}${'<a>'.repeat(30)}${'</a>'.repeat(30)}\n`)
  expect(file.excess?.message).toContain('nesting')
  expect(file.body.children).toEqual([])
})

test.each([
  ['an ordinary entry', `${head}The _abstract_, with a [link](https://example.org).\n`],
  ['brackets in the body', `${head}${'['.repeat(100)}\n`],
  ['the largest file', `${head}${'a'.repeat(largestFile - head.length)}`],
])('%s is within the limits', (_name, source) => {
  expect(excessOf(source)).toBeUndefined()
})
