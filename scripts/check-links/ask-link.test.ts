import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isSafeAddress } from '../../src/model/address.ts'
import { politeFetch } from '../network/polite-fetch.ts'
import { askLink } from './links.ts'

// Good links would be called dead because a server was tired, and dead ones would stay.

/** What a host was asked. */
let asked: string[] = []
const servers: Server[] = []

/** The status with which the host answers a path, and where it sends who asks. */
const answers: Record<string, readonly [status: number, location?: string]> = {
  '/good': [200],
  '/missing': [404],
  '/members': [403],
  '/moved': [301, '/good'],
  '/moved-twice': [308, '/moved'],
  '/moved-to-nothing': [301, '/missing'],
  '/for-now': [302, '/good'],
  '/for-now-then-moved': [302, '/moved'],
  '/moved-then-for-now': [301, '/for-now'],
  '/circle': [302, '/circle'],
  '/inside': [302, 'http://169.254.169.254/latest/meta-data'],
  '/broken': [500],
}

async function host(): Promise<string> {
  const server = createServer((request, response) => {
    const { url = '' } = request
    asked.push(url)
    const [status, location] = answers[url] ?? [200]
    response.writeHead(status, location ? { location } : {})
    // Endless: the answer is known from its head, and nobody waits for the rest.
    if (url === '/endless') response.write('x'.repeat(100_000))
    else response.end('words')
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
  ['/members', { status: 'refused', why: '403' }, ['/members']],
  ['/for-now-then-moved', { status: 'ok' }, ['/for-now-then-moved', '/moved', '/good']],
  ['/moved-to-nothing', { status: 'gone', why: '404' }, ['/moved-to-nothing', '/missing']],
  ['/inside', { status: 'unreachable', why: '302 to nowhere' }, ['/inside']],
  ['/circle', { status: 'unreachable', why: 'redirected in a circle' }, Array(9).fill('/circle')],
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
