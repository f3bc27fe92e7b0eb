import { expect, test } from 'vitest'
import { annotation, jobSummary } from './annotations.ts'

// In a pull request a finding would stand at no line, or a hostile entry would write commands into the log.

const finding = {
  path: 'content/papers/a,b:c.mdx',
  line: 3,
  column: 14,
  rule: 'prose-only',
  message: 'Unexpected `100%\r\n::set-env name=x::y`, expected prose.',
}

test('a finding becomes one command, and nothing in it another', () => {
  expect(annotation(finding)).toBe(
    '::error file=content/papers/a%2Cb%3Ac.mdx,line=3,col=14,title=prose-only::Unexpected `100%25%0D%0A::set-env name=x::y`, expected prose.',
  )
})

test('the summary shows findings as text, whatever they quote', () => {
  const hostile = {
    ...finding,
    message: 'Unexpected `<img src=x>|[a](b)` and **<b>**, expected text.',
  }
  expect(jobSummary('Check', 'One sentence.', [hostile])).toBe(
    [
      '### Check',
      '',
      'One sentence.',
      '',
      '| place | finding | rule |',
      '| --- | --- | --- |',
      '| content/papers/a,b:c.mdx:3:14 | Unexpected <code>&lt;img src=x&gt;&#124;[a](b)</code> and \\*\\*&lt;b&gt;\\*\\*, expected text. | prose-only |',
      '',
    ].join('\n'),
  )
})

test('a list without findings is said to have none', () => {
  expect(jobSummary('Check', 'No findings.', [])).toBe('### Check\n\nNo findings.\n')
})
