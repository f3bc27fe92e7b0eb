import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type PoliteFetch, type PoliteOptions, politeFetch } from '../../network/polite-fetch.ts'

/** A prepared response, or a function that writes one. */
export type Reply =
  | { status?: number; type?: string; body?: string; headers?: Record<string, string> }
  | ((request: IncomingMessage, response: ServerResponse) => void)

/** A local server that stands in for the services, with prepared responses. */
export interface TestServices {
  /** Sends every request to this server: `https://doi.org/10.1/x` becomes `/doi.org/10.1/x`. */
  ask: PoliteFetch
  /** The server's host and port. */
  host: string
  /** The requests in order: path with query, `accept` and `user-agent`. */
  asked: { path: string; accept: string; agent: string }[]
  close(): Promise<void>
}

/** Reads a recorded answer. */
export function recorded(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8')
}

/** arXiv's answer with a recorded feed. */
export const feed = (name: string): Reply => ({
  type: 'application/atom+xml; charset=utf-8',
  body: recorded(name),
})

/** Starts a server that sends the replies in order, and repeats the last one. */
export async function serve(
  replies: readonly Reply[],
  options: Partial<PoliteOptions> = {},
): Promise<TestServices> {
  const asked: TestServices['asked'] = []
  const server = createServer((request, response) => {
    const reply = replies[Math.min(asked.length, replies.length - 1)] ?? {}
    const { accept = '', 'user-agent': agent = '' } = request.headers
    asked.push({ path: request.url ?? '', accept, agent })
    if (typeof reply === 'function') return reply(request, response)
    const { status = 200, type = 'text/html', body = '', headers = {} } = reply
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const userAgent = 'reading-list/1 (+https://example.org)'
  const ask = politeFetch({ userAgent, pauseOf: () => 1, ...options })
  return {
    ask: (address, accept) => ask(address.replace('https://', `http://${host}/`), accept),
    host,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
