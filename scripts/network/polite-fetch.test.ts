import { afterEach, expect, test } from 'vitest'
import { type Reply, serve, type TestServices } from '../add/recorded/serve.ts'
import { type PoliteOptions, retryAfterOf } from './polite-fetch.ts'

// arXiv would block everybody who runs this, or a contributor would be left with a stack trace.

let open: TestServices | undefined
afterEach(() => open?.close())

const pause = 250
/** Requests are noted when they arrive: one may be late, and the next not. */
const almost = 0.9 * pause

/** Serves replies, and notes when each request comes. */
const prepare = async (replies: Reply[], options: PoliteOptions = {}) => {
  const times: number[] = []
  const timed = replies.map((reply): Reply => {
    const {
      status = 200,
      headers = {},
      body = '',
      type = 'text/plain',
    } = typeof reply === 'function' ? {} : reply
    return (request, response) => {
      times.push(performance.now())
      if (typeof reply === 'function') return reply(request, response)
      response.writeHead(status, { 'content-type': type, ...headers }).end(body)
    }
  })
  open = await serve(timed, { pauseOf: () => pause, ...options })
  const { asked, host, ask: askText } = open
  const ask = () =>
    askText('https://arxiv.example/?id_list=1', 'application/atom+xml').catch((error: Error) =>
      error.message.replaceAll(host, 'HOST'),
    )
  /** How long each request came after the one before it, in milliseconds. */
  const gaps = () => times.slice(1).map((time, at) => time - (times[at] ?? 0))
  return { ask, asked, gaps }
}

test('it names itself and what it takes', async () => {
  const { ask, asked } = await prepare([{ type: 'Text/Plain; charset=utf-8', body: 'yes' }])
  expect(await ask()).toMatchObject({ status: 200, type: 'text/plain', text: 'yes' })
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
    // Late enough that a second request would overlap, if there were one.
    setTimeout(() => {
      running -= 1
      response.end('x')
    }, 2 * pause)
  }
  const { ask, gaps } = await prepare([slow, slow, { body: 'quick' }])
  await Promise.all([ask(), ask(), ask(), ask()])
  expect(most).toBe(1)
  expect(gaps()).toHaveLength(3)
  expect(Math.min(...gaps())).toBeGreaterThan(almost)
})

test('it waits as long as the host says, with other requests too', async () => {
  const tired = { status: 503, headers: { 'retry-after': '1' } }
  const { ask, gaps } = await prepare([tired, { body: 'yes' }])
  expect(await Promise.all([ask(), ask()])).toMatchObject([{ text: 'yes' }, { text: 'yes' }])
  expect(gaps()[0]).toBeGreaterThan(990)
})

test.each<[string | null, number]>([
  [null, 0],
  ['soon', 0],
  [' 7 ', 7000],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
])('Retry-After: %s', (header, wait) => expect(retryAfterOf(header)).toBe(wait))

test.each<[string, Reply, number, string]>([
  ['too many requests', { status: 429 }, 4, '`HOST` answered 429, 4 times.'],
  ['silence', () => undefined, 4, '`HOST` did not answer within 0.05 seconds, 4 times.'],
  [
    'an answer that stops half-way',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half', () => response.destroy())
    },
    4,
    '`HOST` gave no whole answer (UND_ERR_SOCKET), 4 times.',
  ],
  [
    'an answer without end',
    (_request, response) => {
      response.writeHead(200).end('x'.repeat(5_000_001))
    },
    4,
    '`HOST` gave no whole answer (more than 5 MB), 4 times.',
  ],
  [
    'a long Retry-After',
    { status: 429, headers: { 'retry-after': '3600' } },
    1,
    '`HOST` answered 429 and asks to be left alone for 60 minutes. Run the command again then.',
  ],
])('%s ends in a sentence', async (name, reply, times, sentence) => {
  const timeout = name === 'silence' ? 50 : 20_000
  const { ask, asked } = await prepare([reply], { timeout, pauseOf: () => 1 })
  const whole = times > 1 ? `${sentence} Run the command again in ten minutes.` : sentence
  expect(await ask()).toBe(whole)
  expect(asked).toHaveLength(times)
  // A host that asks to be left alone for long is not asked again.
  if (times === 1) expect([await ask(), asked.length]).toEqual([whole, 1])
})

test('a host that cannot be reached is asked once', async () => {
  const { ask } = await prepare([{}])
  await open?.close()
  expect(await ask()).toBe(
    '`HOST` cannot be reached (`ECONNREFUSED`). Connect this machine to the internet, and run the command again.',
  )
})
