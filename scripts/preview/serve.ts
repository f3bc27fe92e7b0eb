import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { lookup } from 'mrmime'
import sirv from 'sirv'
import { statsAt } from '../../src/content/plain-file.ts'
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
export interface ServedSite {
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
export async function serveSite(folder: string, base: string, port: number): Promise<ServedSite> {
  const server = createServer(siteListener(folder, base))
  for (let tried = port; tried < Math.min(port + triedPorts, 65_536); tried++) {
    try {
      await once(server.listen(tried, 'localhost'), 'listening')
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes(errorCodeOf(error) ?? '')) throw error
      continue
    }
    const { port: taken } = server.address() as AddressInfo
    const close = () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    }
    return { url: `http://localhost:${taken}${base}`, port: taken, close }
  }
  throw new CommandFailed(
    `The ports ${port} to ${port + triedPorts - 1} are all in use. Name another with --port.`,
  )
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
    setHeaders: (response, path) => {
      response.setHeader('Content-Type', typeOf(path.endsWith('/') ? 'index.html' : path))
    },
  })
  return (request, response) => {
    const path = URL.parse(request.url ?? '/', 'http://localhost')?.pathname ?? ''
    // Browsers cache a permanent redirect, and would apply it to the next site at this port.
    if (path === '/' && base !== '/') return redirect(response, base, 302)
    if (`${path}/` === base) return redirect(response, base)
    if (!path.startsWith(base)) return say(response, 'text/plain', `This site is at ${base}\n`)
    const inside = path.slice(base.length - 1)
    const isFolder = statsAt(join(folder, inside))?.isDirectory()
    if (isFolder && !path.endsWith('/')) return redirect(response, `${path}/`)
    request.url = inside
    serve(request, response, () => {
      const page = join(folder, '404.html')
      say(response, 'text/html', existsSync(page) ? readFileSync(page) : 'Not found\n')
    })
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
