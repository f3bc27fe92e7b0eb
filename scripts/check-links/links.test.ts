import { expect, test } from 'vitest'
import { isSafeAddress } from '../../src/model/address.ts'
import { findingLine } from '../../src/model/finding.ts'
import { specimenFile } from '../../src/rules/fixtures/specimen.ts'
import { serve } from '../add/recorded/serve.ts'
import { politeFetch } from '../network/polite-fetch.ts'
import {
  checkLink,
  type LinkRecord,
  type LinkResult,
  linkFindings,
  linksOf,
  summaryOf,
  updateRecord,
} from './links.ts'

// A good link would be reported after one bad week, or a dead one without its place.

/** The host's status for a path, and the target of a redirect. */
const replies: Record<string, readonly [status: number, location?: string]> = {
  '/missing': [404],
  '/members': [403],
  '/moved': [301, '/good'],
  '/moved-to-nothing': [301, '/missing'],
  '/moved-twice': [308, '/moved'],
  '/for-now': [302, '/good'],
  '/moved-then-for-now': [301, '/for-now'],
  '/circle': [302, '/circle'],
  '/inside': [302, 'http://169.254.169.254/latest/meta-data'],
  '/broken': [500],
}

test.each<[string, LinkResult, string[]]>([
  ['/good', { status: 'ok' }, []],
  ['/missing', { status: 'gone', why: '404' }, []],
  ['/members', { status: 'refused', why: '403' }, []],
  ['/moved', { status: 'moved', to: 'HOST/good' }, ['/good']],
  ['/moved-twice', { status: 'moved', to: 'HOST/good' }, ['/moved', '/good']],
  // A temporary redirect must not be recorded.
  ['/moved-then-for-now', { status: 'moved', to: 'HOST/for-now' }, ['/for-now', '/good']],
  ['/moved-to-nothing', { status: 'gone', why: '404' }, ['/missing']],
  ['/inside', { status: 'unreachable', why: '302 without a valid target' }, []],
  ['/circle', { status: 'unreachable', why: 'a redirect loop' }, Array(8).fill('/circle')],
  ['/broken', { status: 'unreachable', why: '500' }, ['/broken', '/broken']],
  // The headers are enough; the body is not awaited.
  ['/endless', { status: 'ok' }, []],
])('%s', async (path, answer, more) => {
  const host = await serve([
    ({ url = '' }, response) => {
      const [status, location] = replies[url] ?? [200]
      response.writeHead(status, location ? { location } : {})
      if (url === '/endless') response.write('x'.repeat(100_000))
      else response.end('words')
    },
  ])
  const at = `http://${host.host}`
  const ask = politeFetch({ userAgent: 'list/1.0', attempts: 3, pauseOf: () => 1 })
  const mayAsk = (address: string) => address.startsWith(at) || isSafeAddress(address)
  const { to, ...rest } = await checkLink(at + path, ask, mayAsk)
  expect({ ...rest, ...(to && { to: to.replace(at, 'HOST') }) }).toEqual(answer)
  expect(host.asked.map((asked) => asked.path)).toEqual([path, ...more])
  await host.close()
})

const [a, b, c] = ['https://a.example/x', 'https://b.example/x', 'https://c.example/x']
const before: LinkRecord = {
  [a]: { status: 'unreachable', checked: '2025-03-10', since: '2025-02-17', why: '503' },
  [b]: { status: 'ok', checked: '2025-03-10', since: '2025-01-06' },
  [c]: { status: 'ok', checked: '2025-03-10', since: '2025-01-06' },
}
const update = (answers: [string, LinkResult][], known: readonly string[] = [a, b, c]) =>
  updateRecord(before, new Map(answers), { today: '2025-03-17', known: new Set(known) })

test('a link with the same status keeps its first day; a changed one gets today', () => {
  const checked = '2025-03-17'
  const silent = { status: 'unreachable', why: 'TimeoutError' } as const
  const gone = { status: 'gone', why: '404' } as const
  const record = update([
    [a, silent],
    [b, gone],
  ])
  expect(record).toEqual({
    [a]: { ...silent, checked, since: '2025-02-17' },
    [b]: { ...gone, checked, since: checked },
    [c]: before[c],
  })
  expect(update([[b, { status: 'moved', to: a }]])[b]).toMatchObject({ since: checked, to: a })
})

test('links that are no longer on the list are removed', () => {
  expect(Object.keys(update([[c, { status: 'ok' }]], [b, c]))).toEqual([b, c])
})

const file = specimenFile()
const code = 'https://github.com/example/ties'
const paper = 'https://arxiv.org/abs/2410.01234'
const doi = 'https://doi.org/10.18653/v1/2025.acl-long.12'

test('a curator reads which links need attention, where they are, and what to write', () => {
  const day = { checked: '2025-03-17', since: '2025-02-10' }
  const record: LinkRecord = {
    [paper]: { status: 'gone', why: '404', ...day },
    [doi]: { status: 'unreachable', why: '503', ...day },
    [code]: { status: 'moved', to: 'https://github.com/example/knots', ...day },
  }
  expect(linkFindings(record, linksOf([file])).map(findingLine)).toEqual([
    `content/papers/steady-preferences.mdx:5:8 Unexpected address \`${paper}\`, which has been gone (404) since 2025-02-10, expected one that answers. Write the new address, or remove this one. (links)`,
    `content/papers/steady-preferences.mdx:7:6 Unexpected address \`${doi}\`, which has not answered (503) since 2025-02-10, expected one that answers. Write the new address, or remove this one. (links)`,
    `content/papers/steady-preferences.mdx:14:9 Unexpected address \`${code}\`, which has moved permanently, expected the new one. Write \`https://github.com/example/knots\`. (links)`,
    `content/papers/steady-preferences.mdx:20:304 Unexpected address \`${code}\`, which has moved permanently, expected the new one. Write \`https://github.com/example/knots\`. (links)`,
  ])
  expect(summaryOf(record)).toBe(
    '3 links: 0 work, 1 have moved, 1 are gone, 0 reject programs, 1 did not answer.',
  )
})

test.each<[LinkResult['status'], since: string, reported: boolean]>([
  ['unreachable', '2025-02-17', true],
  ['unreachable', '2025-02-18', false],
  ['moved', '2025-03-17', true],
  ['refused', '2024-03-17', false],
  ['ok', '2024-03-17', false],
])('%s since %s: reported %s', (status, since, reported) => {
  const found = [{ address: a, path: 'x.mdx', line: 1, column: 1 }]
  const record = { [a]: { status, checked: '2025-03-17', since } }
  expect(linkFindings(record, found)).toHaveLength(reported ? 1 : 0)
})
