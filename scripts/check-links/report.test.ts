import { expect, test } from 'vitest'
import { planted, specimenFile } from '../../src/rules/fixtures/specimen.ts'
import { linksOf } from './links-of.ts'
import type { LinkRecord } from './record.ts'
import { linksSummary, linksText } from './report.ts'

// A curator would hear of a dead link and not where it stands, or what a stranger's server sends would become a page.

const file = specimenFile()
const code = 'https://github.com/example/ties'
const day = { checked: '2025-03-17', since: '2025-02-10' }
const record: LinkRecord = {
  'https://arxiv.org/abs/2410.01234': { status: 'ok', ...day },
  'https://doi.org/10.18653/v1/2025.acl-long.12': { status: 'unreachable', why: '503', ...day },
  [code]: { status: 'moved', to: 'https://github.com/example/<b>|knots', ...day },
}

test('links are the paper’s, the publisher’s, what belongs to it, and those in the text', () => {
  expect(linksOf([file]).map(({ address, line }) => `${line} ${address}`)).toEqual([
    '5 https://arxiv.org/abs/2410.01234',
    '7 https://doi.org/10.18653/v1/2025.acl-long.12',
    `14 ${code}`,
    `20 ${code}`,
  ])
})

test('an address that the rules refuse is never asked', () => {
  const hostile = specimenFile(planted(`code: ${code}`, 'code: http://127.0.0.1/x'))
  expect(linksOf([hostile]).map(({ address }) => address)).not.toContain('http://127.0.0.1/x')
})

test('a curator reads which links need somebody, where they stand, and what to write', () => {
  expect(linksText(record, linksOf([file]), 4)).toBe(
    `content/papers/steady-preferences.mdx:7
  Unexpected address \`https://doi.org/10.18653/v1/2025.acl-long.12\`, which has not answered (503) for 5 weeks, expected one that does. Write where it is now, or take it out.

content/papers/steady-preferences.mdx:14
content/papers/steady-preferences.mdx:20
  Unexpected address \`${code}\`, which has moved for good, expected its new one. Write \`https://github.com/example/<b>|knots\`.

3 links: 1 answer, 1 moved, 0 gone, 0 keep programs out, 1 gave no answer.`,
  )
})

test('in the summary everything from outside is text', () => {
  const summary = linksSummary(record, linksOf([file]), 6)
  expect(summary).toBe(
    `### Links

3 links: 1 answer, 1 moved, 0 gone, 0 keep programs out, 1 gave no answer.

| where | what |
| --- | --- |
| content/papers/steady-preferences.mdx:14<br>content/papers/steady-preferences.mdx:20 | Unexpected address <code>${code}</code>, which has moved for good, expected its new one. Write <code>https://github.com/example/&lt;b&gt;&#124;knots</code>. |
`,
  )
})
