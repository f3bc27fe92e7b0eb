import { afterEach, expect, test } from 'vitest'
import { type Reply, serve, type TestServices } from './recorded/serve.ts'

// arXiv would block everybody who runs this, or a contributor would be left with a stack trace.

let open: TestServices | undefined
afterEach(() => open?.close())

const ask = async (replies: Reply[], options = {}) => {
  open = await serve(replies, options)
  const { services, waits, asked } = open
  const address = `${services.arxiv}?id_list=1`
  const host = new URL(address).host
  const answer = await services.ask(address, 'application/atom+xml').catch((error: Error) => error)
  const said = answer instanceof Error ? answer.message.replaceAll(host, 'HOST') : answer
  return { said, waits, asked, services, address }
}

test('it names itself and what it takes', async () => {
  const { said, asked, waits } = await ask([{ type: 'Text/Plain; charset=utf-8', body: 'yes' }])
  expect(said).toMatchObject({ status: 200, type: 'text/plain', text: 'yes' })
  expect(asked).toEqual([
    {
      path: '/api/query?id_list=1',
      accept: 'application/atom+xml',
      agent: 'reading-list/1 (+https://example.org)',
    },
  ])
  expect(waits).toEqual([])
})

test('questions are asked one at a time, three seconds apart', async () => {
  let running = 0
  let most = 0
  const slow: Reply = (_request, response) => {
    running += 1
    most = Math.max(most, running)
    setTimeout(() => {
      running -= 1
      response.end('x')
    }, 20)
  }
  const { services, waits, address } = await ask([slow])
  await Promise.all([services.ask(address, ''), services.ask(address, '')])
  expect(most).toBe(1)
  expect(waits).toEqual([3000, 3000])
})

test.each([
  [429, {}, [3000, 3000]],
  [503, { 'retry-after': '7' }, [7000, 3000, 3000]],
  [500, {}, [3000, 3000]],
])('after %i it waits, and asks again', async (status, headers, expected) => {
  const { said, waits } = await ask([{ status, headers }, { body: 'yes' }])
  expect(said).toMatchObject({ status: 200, text: 'yes' })
  expect(waits).toEqual(expected)
})

test('a date in Retry-After is waited for', async () => {
  const headers = { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }
  const { waits } = await ask([{ status: 429, headers }, { body: 'yes' }])
  expect(waits[0]).toBeGreaterThan(50_000)
  expect(waits[0]).toBeLessThanOrEqual(60_000)
})

test.each<[string, Reply, string]>([
  [
    'too many requests',
    { status: 429 },
    'Unexpected answer 429 (too many requests) from `HOST`, 4 times, expected the paper. Run the command again in ten minutes.',
  ],
  [
    'not now',
    { status: 503 },
    'Unexpected answer 503 (not now) from `HOST`, 4 times, expected the paper. Run the command again in ten minutes.',
  ],
  [
    'silence',
    () => undefined,
    'Unexpected silence of 0.05 seconds from `HOST`, 4 times, expected the paper. Run the command again in ten minutes.',
  ],
  [
    'an answer that stops half-way',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half')
      setTimeout(() => response.destroy(), 5)
    },
    'Unexpected end of the answer from `HOST`, 4 times, expected the paper. Run the command again in ten minutes.',
  ],
  [
    'an answer without end',
    (_request, response) => {
      response.writeHead(200).end('x'.repeat(5_000_001))
    },
    'Unexpected failure (an endless answer) from `HOST`, 4 times, expected the paper. Run the command again in ten minutes.',
  ],
  [
    'a long Retry-After',
    { status: 429, headers: { 'retry-after': '3600' } },
    'Unexpected answer 429 (too many requests) from `HOST`, which asks to be left alone for 60 minutes, expected the paper. Run the command again then.',
  ],
])('%s ends in a sentence', async (name, reply, sentence) => {
  const timeout = name === 'silence' ? 50 : 20_000
  const { said, waits } = await ask([reply], { timeout })
  expect(said).toBe(sentence)
  if (name !== 'a long Retry-After') expect(waits).toEqual([3000, 3000, 9000, 3000, 27_000, 3000])
})

test('nobody there is said at once', async () => {
  const { services, address } = await ask([{}])
  await open?.close()
  const host = new URL(address).host
  await expect(services.ask(address, '')).rejects.toThrow(
    `Unexpected silence (\`ECONNREFUSED\`): \`${host}\` cannot be reached, expected an answer. Connect this machine to the internet, and run the command again.`,
  )
})

test('a failure does not keep the next question from being asked', async () => {
  const { services, address, said } = await ask([
    { status: 503 },
    { status: 503 },
    { status: 503 },
    { status: 503 },
    { body: 'yes' },
  ])
  expect(said).toContain('4 times')
  expect(await services.ask(address, '')).toMatchObject({ text: 'yes' })
})
