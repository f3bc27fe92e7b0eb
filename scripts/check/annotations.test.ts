import { expect, test } from 'vitest'
import { annotation } from './annotations.ts'

// In a pull request a finding would have no line, or a hostile entry would inject commands into the log.

test('a finding becomes exactly one log command', () => {
  const finding = {
    path: 'content/papers/a,b:c.mdx',
    line: 3,
    column: 14,
    rule: 'prose-only',
    message: 'Unexpected `100%\r\n::set-env name=x::y`, expected prose.',
  }
  expect(annotation(finding)).toBe(
    '::error file=content/papers/a%2Cb%3Ac.mdx,line=3,col=14,title=prose-only::Unexpected `100%25‹U+000D›%0A::set-env name=x::y`, expected prose.',
  )
})
