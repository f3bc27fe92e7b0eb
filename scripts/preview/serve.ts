import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { lookup } from 'mrmime'
import sirv from 'sirv'
import { statsAt } from '../../src/content/plain-file.ts'
import { CommandFailed } from '../terminal/command.ts'

/** A running server. */
export interface ServedSite {
  /** The address of the home page: `http://localhost:4321/reading-list/`. */
  url: string
  port: number
  close(): Promise<void>
}

/** Parses the option `--port`. Throws if it is not a port. */
export function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text)
  throw new CommandFailed(
    `Unexpected --port \`${text}\`, expected a number from 0 to 65535. Write \`--port 4321\`.`,
  )
}

/** Serves a built site on this machine only, at a port, or at any free one if the port is taken or 0. */
export async function serveSite(folder: string, base: string, port: number): Promise<ServedSite> {
  const server = createServer(siteListener(folder, base))
  const listen = (at: number) => once(server.listen(at, 'localhost'), 'listening')
  try {
    await listen(port)
  } catch {
    await listen(0)
  }
  const { port: taken } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://localhost:${taken}${base}`, port: taken, close }
}

/**
 * Handles requests like GitHub Pages: serves the `index.html` of a folder, redirects a folder without its final slash, and
 * answers every unknown path, and every path outside `base`, with `404.html` and status 404.
 */
function siteListener(folder: string, base: string): RequestListener {
  const serve = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders(response, path) {
      const type = path.endsWith('/') ? 'text/html' : (lookup(path) ?? 'text/plain')
      if (/^text|json|xml/.test(type)) response.setHeader('Content-Type', `${type}; charset=utf-8`)
    },
  })
  return (request, response) => {
    const path = URL.parse(request.url ?? '/', 'http://localhost')?.pathname ?? ''
    // Not permanent: browsers would remember the redirect, and apply it to the next site at this port.
    const redirect = (to: string) => response.writeHead(302, { Location: to }).end()
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' })
      response.end(readFileSync(join(folder, '404.html')))
    }
    if (path !== base && (path === '/' || `${path}/` === base)) return redirect(base)
    if (!path.startsWith(base)) return notFound()
    request.url = path.slice(base.length - 1)
    const isFolder = statsAt(join(folder, request.url))?.isDirectory()
    if (isFolder && !path.endsWith('/')) return redirect(`${path}/`)
    return serve(request, response, notFound)
  }
}
