import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { lookup } from 'mrmime'
import sirv from 'sirv'
import { CommandFailed, errorCodeOf } from '../terminal/command.ts'

/** The option `--port`, the same in every command that serves. */
export const portOption = {
  option: { type: 'string', default: '4321' },
  /** The port that was asked for. Throws when it is none. */
  read(text: string): number {
    const port = Number(text)
    if (/^\d+$/.test(text) && port < 65_536) return port
    throw new CommandFailed(`Unexpected port \`${text}\`, expected a number from 0 to 65535.`)
  },
} as const

/** A site that is being served. */
export interface Served {
  /** Where its home page is: `http://localhost:4321/reading-list/`. */
  url: string
  port: number
  close(): Promise<void>
}

const triedPorts = 100

/**
 * Serves a built site on this machine only, at `port` or the next one that is free; port 0 takes any.
 * Throws when none of a hundred ports is free.
 */
export async function serveSite(folder: string, base: string, port: number): Promise<Served> {
  const listener = siteListener(folder, base)
  for (let tried = port; tried < Math.min(port + triedPorts, 65_536); tried++) {
    const servers = await listenOnBoth(listener, tried)
    const [first] = servers
    if (!first) continue
    const taken = portOf(first)
    return {
      url: `http://localhost:${taken}${base}`,
      port: taken,
      close: async () => {
        await Promise.all(servers.map(close))
      },
    }
  }
  throw new CommandFailed(
    `Unexpected busy ports ${port} to ${port + triedPorts - 1}, expected a free one. Name another with --port.`,
  )
}

/**
 * `localhost` is 127.0.0.1 to some programs and ::1 to others: a port counts as free only when both are. Gives no server
 * when the port is busy, and one where a machine has no second address.
 */
async function listenOnBoth(listener: RequestListener, port: number): Promise<Server[]> {
  const servers: Server[] = []
  for (const host of ['127.0.0.1', '::1']) {
    const [first] = servers
    const server = createServer(listener).listen(first ? portOf(first) : port, host)
    try {
      await once(server, 'listening')
      servers.push(server)
    } catch (error) {
      const code = errorCodeOf(error)
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') continue
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
      await Promise.all(servers.map(close))
      return []
    }
  }
  return servers
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

const exportTypes: Readonly<Record<string, string>> = {
  '.bib': 'text/x-bibtex',
  '.ris': 'application/x-research-info-systems',
}

/**
 * Answers requests for a built site as a static host does (GitHub Pages): a folder by its `index.html`, a folder
 * without its slash by a redirect, anything unknown by `404.html` with status 404; nothing outside of `base`.
 */
function siteListener(folder: string, base: string): RequestListener {
  const serve = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders(response, path) {
      response.setHeader('Content-Type', typeOf(path.endsWith('/') ? 'index.html' : path))
      response.setHeader('X-Content-Type-Options', 'nosniff')
    },
  })
  return (request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://localhost')
    const path = url?.pathname ?? ''
    // A browser that kept the way from the root for good would take other sites at this port there, too.
    if (path === '/' && base !== '/') return redirect(response, base, 302)
    if (`${path}/` === base) return redirect(response, base)
    if (!path.startsWith(base)) return say(response, 'text/plain', `This site is at ${base}\n`)
    const inside = path.slice(base.length - 1)
    const notFound = () => {
      const page = join(folder, '404.html')
      say(response, 'text/html', existsSync(page) ? readFileSync(page) : 'Not found\n')
    }
    // An address that begins with two slashes would be one of another host.
    if (/%2f|%5c|\/\//i.test(inside)) return notFound()
    if (isFolder(join(folder, inside)) && !path.endsWith('/')) return redirect(response, `${path}/`)
    request.url = inside
    serve(request, response, notFound)
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // Absent, or no path that a file system takes.
    return false
  }
}

function typeOf(path: string): string {
  const type = exportTypes[extname(path)] ?? lookup(path) ?? 'application/octet-stream'
  return /^text\/|json|xml|x-research/.test(type) ? `${type}; charset=utf-8` : type
}

function redirect(response: ServerResponse, path: string, status: 301 | 302 = 301): void {
  response.writeHead(status, { Location: path }).end()
}

function say(response: ServerResponse, type: string, text: string | Uint8Array): void {
  response.writeHead(404, { 'Content-Type': `${type}; charset=utf-8` }).end(text)
}
