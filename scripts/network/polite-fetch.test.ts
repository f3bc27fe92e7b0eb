import { afterEach, expect, test } from 'vitest'
import { type Reply, serve, type TestServices } from '../add/recorded/serve.ts'
import { type PoliteOptions, retryAfterOf } from './polite-fetch.ts'

// arXiv would block this program, or a contributor would see a stack trace.

let open: TestServices | undefined
afterEach(() => open?.close())

const pause = 250
/** The shortest gap that the server may measure. A request that arrives late shortens the next gap. */
const shortestGap = 0.9 * pause

/** Serves replies, and records the time of each request. */
const prepare = async (replies: Reply[], options: PoliteOptions = {}) => {
  const times: number[] = []
  const timed = replies.map((reply): Reply => {
    return (request, response) => {
      times.push(performance.now())
      if (typeof reply === 'function') return reply(request, response)
      const { status = 200, headers = {}, body = '' } = reply
      response.writeHead(status, headers).end(body)
    }
  })
  open = await serve(timed, { pauseOf: () => pause, ...options })
  const { asked, host, ask: askText } = open
  const ask = () =>
    askText('https://arxiv.example/?id_list=1', 'application/atom+xml').catch((error: Error) =>
      error.message.replaceAll(host, 'HOST'),
    )
  /** The milliseconds between requests. */
  const gaps = () => times.slice(1).map((time, at) => time - (times[at] ?? 0))
  return { ask, asked, gaps }
}

test('it sends its user agent and the accepted media type', async () => {
  const { ask, asked } = await prepare([{ body: 'yes' }])
  expect(await ask()).toMatchObject({ status: 200, text: 'yes' })
  expect(asked).toEqual([
    {
      path: '/arxiv.example/?id_list=1',
      accept: 'application/atom+xml',
      agent: 'reading-list/1 (+https://example.org)',
    },
  ])
})

test('a host gets one request at a time, with a pause between two', async () => {
  let running = 0
  let most = 0
  const slow: Reply = (_request, response) => {
    running += 1
    most = Math.max(most, running)
    // Late enough that a concurrent request would overlap.
    setTimeout(() => {
      running -= 1
      response.end('x')
    }, 2 * pause)
  }
  const { ask, gaps } = await prepare([slow, slow, { body: 'quick' }])
  await Promise.all([ask(), ask(), ask(), ask()])
  expect(most).toBe(1)
  expect(gaps()).toHaveLength(3)
  expect(Math.min(...gaps())).toBeGreaterThan(shortestGap)
})

test('`Retry-After` delays every request to the host', async () => {
  const tired = { status: 503, headers: { 'retry-after': '1' } }
  const { ask, gaps } = await prepare([tired, { body: 'yes' }])
  expect(await Promise.all([ask(), ask()])).toMatchObject([{ text: 'yes' }, { text: 'yes' }])
  expect(gaps()[0]).toBeGreaterThan(990)
})

test.each<[string | null, number]>([
  ['soon', 0],
  [' 7 ', 7000],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
])('Retry-After: %s', (header, wait) => expect(retryAfterOf(header)).toBe(wait))

test.each<[why: string, Reply, times: number, advice?: string]>([
  ['429', { status: 429 }, 4],
  ['TimeoutError', () => undefined, 4],
  [
    'UND_ERR_SOCKET',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half', () => response.destroy())
    },
    4,
  ],
  ['more than 5 MB', { body: 'x'.repeat(5_000_001) }, 4],
  [
    '429',
    { status: 429, headers: { 'retry-after': '3600' } },
    1,
    'The host asks to wait. Run the command again in 60 minutes.',
  ],
])('%s ends with a message for the user', async (why, reply, times, advice) => {
  const timeout = why === 'TimeoutError' ? 50 : 20_000
  const { ask, asked } = await prepare([reply], { timeout, pauseOf: () => 1 })
  const sentence = `\`HOST\` sent no usable answer (${why}). ${advice ?? 'Run the command again in ten minutes.'}`
  expect(await ask()).toBe(sentence)
  expect(asked).toHaveLength(times)
  // A host that demands a long pause is not requested again.
  if (times === 1) expect([await ask(), asked.length]).toEqual([sentence, 1])
})

test('a host that cannot be reached is not requested again', async () => {
  const { ask } = await prepare([{}])
  await open?.close()
  expect(await ask()).toBe(
    '`HOST` sent no usable answer (ECONNREFUSED). Connect this machine to the internet, and run the command again.',
  )
})
