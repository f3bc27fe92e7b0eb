import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isSafeAddress } from '../../src/model/address.ts'
import { linkAsker } from './ask-link.ts'
import { askLinks } from './check-links.ts'

// Good links would be called dead because a server was tired, dead ones would stay, and hosts would shut us out.

/** What a host was asked: `HEAD /gone`. */
let asked: string[] = []
let agents = new Set<string | undefined>()
let most = 0
let waits: number[] = []
const servers: Server[] = []

const tries = new Map<string, number>()

const answers: RequestListener = (request, response) => {
  const { method = '', url = '' } = request
  const nth = (tries.get(url) ?? 0) + 1
  tries.set(url, nth)
  const say = (status: number, headers: Record<string, string> = {}) =>
    response.writeHead(status, headers).end(method === 'HEAD' ? undefined : 'words')
  switch (url) {
    case '/good':
      return say(200)
    case '/no-head':
      return say(method === 'HEAD' ? 405 : 200)
    case '/wrong-head':
      return say(method === 'HEAD' ? 404 : 200)
    case '/missing':
      return say(404)
    case '/gone':
      return say(410)
    case '/members':
      return say(403)
    case '/moved':
      return say(301, { location: '/good' })
    case '/moved-twice':
      return say(308, { location: '/moved' })
    case '/moved-to-nothing':
      return say(301, { location: '/missing' })
    case '/for-now':
      return say(302, { location: '/good' })
    case '/for-now-then-moved':
      return say(302, { location: '/moved' })
    case '/moved-then-for-now':
      return say(301, { location: '/for-now' })
    case '/circle':
      return say(302, { location: '/circle' })
    case '/inside':
      return say(302, { location: 'http://169.254.169.254/latest/meta-data' })
    case '/nowhere':
      return say(301)
    case '/tired':
      return nth < 3 ? say(503) : say(200)
    case '/broken':
      return say(500)
    case '/busy':
      return nth < 2 ? say(429, { 'retry-after': '7' }) : say(200)
    case '/closed':
    case '/closed-too':
      return say(503, { 'retry-after': '86400' })
    case '/hangs-up':
      return request.socket.destroy()
    case '/silent':
      return undefined
    default:
      // Endless: the answer is known from its head, and nobody waits for the rest.
      if (method === 'HEAD') return say(405)
      response.writeHead(200)
      response.write('x'.repeat(100_000))
      return undefined
  }
}

async function host(): Promise<string> {
  let now = 0
  const server = createServer((request, response) => {
    now += 1
    most = Math.max(most, now)
    asked.push(`${request.method} ${request.url}`)
    agents.add(request.headers['user-agent'])
    response.on('close', () => {
      now -= 1
    })
    // Late enough that a second request would overlap, if there were one.
    setTimeout(() => answers(request, response), 5)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const asker = (timeout = 30_000) =>
  linkAsker({
    userAgent: 'list/1.0 (+https://list.example)',
    timeout,
    pauseOf: () => 3000,
    mayAsk: (address) => address.startsWith('http://127.0.0.1:') || isSafeAddress(address),
    wait: async (milliseconds) => {
      waits.push(milliseconds)
    },
  })

beforeEach(() => {
  asked = []
  agents = new Set()
  most = 0
  waits = []
  tries.clear()
})
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

test.each([
  ['/good', { status: 'ok' }, ['HEAD /good']],
  ['/no-head', { status: 'ok' }, ['HEAD /no-head', 'GET /no-head']],
  ['/wrong-head', { status: 'ok' }, ['HEAD /wrong-head', 'GET /wrong-head']],
  ['/missing', { status: 'gone', why: '404' }, ['HEAD /missing', 'GET /missing']],
  ['/gone', { status: 'gone', why: '410' }, ['HEAD /gone', 'GET /gone']],
  ['/members', { status: 'refused', why: '403' }, ['HEAD /members', 'GET /members']],
  ['/for-now', { status: 'ok' }, ['HEAD /for-now', 'HEAD /good']],
  [
    '/for-now-then-moved',
    { status: 'ok' },
    ['HEAD /for-now-then-moved', 'HEAD /moved', 'HEAD /good'],
  ],
  [
    '/moved-to-nothing',
    { status: 'gone', why: '404' },
    ['HEAD /moved-to-nothing', 'HEAD /missing', 'GET /missing'],
  ],
  ['/inside', { status: 'unreachable', why: '302 to nowhere' }, ['HEAD /inside']],
  ['/nowhere', { status: 'unreachable', why: '301 to nowhere' }, ['HEAD /nowhere']],
  ['/tired', { status: 'ok' }, ['HEAD /tired', 'HEAD /tired', 'HEAD /tired']],
  ['/endless', { status: 'ok' }, ['HEAD /endless', 'GET /endless']],
])('%s', async (path, answer, requests) => {
  expect(await asker()(`${await host()}${path}`)).toEqual(answer)
  expect(asked).toEqual(requests)
  expect([...agents]).toEqual(['list/1.0 (+https://list.example)'])
})

test('a link that moved for good says where to', async () => {
  const at = await host()
  const ask = asker()
  expect(await ask(`${at}/moved`)).toEqual({ status: 'moved', to: `${at}/good` })
  expect(await ask(`${at}/moved-twice`)).toEqual({ status: 'moved', to: `${at}/good` })
  // What is only so for now is not to be written down.
  expect(await ask(`${at}/moved-then-for-now`)).toEqual({ status: 'moved', to: `${at}/for-now` })
})

test('a host that only fails is asked again, later each time, and is not called gone', async () => {
  const at = await host()
  expect(await asker()(`${at}/broken`)).toEqual({ status: 'unreachable', why: '500' })
  expect(asked).toHaveLength(6)
  expect(waits.filter((wait) => wait !== 3000)).toEqual([5000, 15_000, 5000, 15_000])
})

test('a host that says when to come back is asked then, with its pause besides', async () => {
  expect(await asker()(`${await host()}/busy`)).toEqual({ status: 'ok' })
  expect(waits).toEqual([7000, 3000])
})

test('a host that asks to be left alone for long is left alone, for its other links too', async () => {
  const at = await host()
  const ask = asker()
  const closed = { status: 'unreachable', why: '503' }
  expect(await ask(`${at}/closed`)).toEqual(closed)
  expect(await ask(`${at}/closed-too`)).toEqual(closed)
  expect(asked).toEqual(['HEAD /closed'])
})

test('a server that never answers is not waited for', async () => {
  expect(await asker(50)(`${await host()}/silent`)).toEqual({
    status: 'unreachable',
    why: 'TimeoutError',
  })
})

test.each([
  ['/hangs-up', 'UND_ERR_SOCKET'],
  ['/circle', 'redirected in a circle'],
])('%s gives no answer', async (path, why) => {
  expect(await asker()(`${await host()}${path}`)).toEqual({ status: 'unreachable', why })
})

test('a host gets one request at a time; others do not wait for it', async () => {
  const [one, other] = [await host(), await host()]
  const addresses = ['/good', '/moved', '/no-head', '/for-now', '/missing'].map(
    (path) => one + path,
  )
  const answers = await askLinks(new Set([...addresses, `${other}/good`]), asker())
  expect([...answers.values()].filter(({ status }) => status === 'ok')).toHaveLength(4)
  expect(most).toBe(1)
  // The other host's only request needs no pause before it, and the first host's first one neither.
  expect(waits.every((wait) => wait === 3000)).toBe(true)
  expect(waits).toHaveLength(asked.length - 2)
})

test('a machine without a connection says so, and calls no link dead', async () => {
  const at = await host()
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
  await expect(askLinks(new Set([`${at}/good`, `${at}/gone`]), asker())).rejects.toThrow(
    'Unexpected silence (`ECONNREFUSED`) from every host, expected answers. Connect this machine to the internet, and run the command again.',
  )
})
