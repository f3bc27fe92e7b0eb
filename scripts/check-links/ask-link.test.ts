import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isSafeAddress } from '../../src/model/address.ts'
import { politeFetch } from '../network/polite-fetch.ts'
import { askLink } from './links.ts'

// Good links would be called dead because a server was tired, and dead ones would stay.

/** What a host was asked. */
let asked: string[] = []
const servers: Server[] = []

const answers: RequestListener = (request, response) => {
  const { url = '' } = request
  const say = (status: number, headers: Record<string, string> = {}) =>
    response.writeHead(status, headers).end('words')
  switch (url) {
    case '/good':
      return say(200)
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
    case '/broken':
      return say(500)
    default:
      // Endless: the answer is known from its head, and nobody waits for the rest.
      response.writeHead(200)
      response.write('x'.repeat(100_000))
      return undefined
  }
}

async function host(): Promise<string> {
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answers(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const ask = (address: string) =>
  askLink(
    address,
    politeFetch({ userAgent: 'list/1.0', attempts: 3, pauseOf: () => 1 }),
    (address) => address.startsWith('http://127.0.0.1:') || isSafeAddress(address),
  )

beforeEach(() => {
  asked = []
})
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

test.each([
  ['/good', { status: 'ok' }, ['/good']],
  ['/missing', { status: 'gone', why: '404' }, ['/missing']],
  ['/gone', { status: 'gone', why: '410' }, ['/gone']],
  ['/members', { status: 'refused', why: '403' }, ['/members']],
  ['/for-now', { status: 'ok' }, ['/for-now', '/good']],
  ['/for-now-then-moved', { status: 'ok' }, ['/for-now-then-moved', '/moved', '/good']],
  ['/moved-to-nothing', { status: 'gone', why: '404' }, ['/moved-to-nothing', '/missing']],
  ['/inside', { status: 'unreachable', why: '302 to nowhere' }, ['/inside']],
  ['/nowhere', { status: 'unreachable', why: '301 to nowhere' }, ['/nowhere']],
  ['/broken', { status: 'unreachable', why: '500' }, ['/broken', '/broken', '/broken']],
  ['/endless', { status: 'ok' }, ['/endless']],
])('%s', async (path, answer, requests) => {
  expect(await ask(`${await host()}${path}`)).toEqual(answer)
  expect(asked).toEqual(requests)
})

test('a link that moved for good says where to', async () => {
  const at = await host()
  expect(await ask(`${at}/moved`)).toEqual({ status: 'moved', to: `${at}/good` })
  expect(await ask(`${at}/moved-twice`)).toEqual({ status: 'moved', to: `${at}/good` })
  // What is only so for now is not to be written down.
  expect(await ask(`${at}/moved-then-for-now`)).toEqual({ status: 'moved', to: `${at}/for-now` })
})

test('a link that leads to itself gives no answer', async () => {
  expect(await ask(`${await host()}/circle`)).toEqual({
    status: 'unreachable',
    why: 'redirected in a circle',
  })
})
