import { createReadStream, type Stats, statSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.bib': 'text/x-bibtex; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

const found = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })

/**
 * Answers requests for a built site as a static host does (GitHub Pages): a folder by its `index.html`, a folder
 * without its slash by a redirect, anything unknown by `404.html` with status 404; nothing outside of `base`.
 */
export function siteListener(folder: string, base: string): RequestListener {
  return (request, response) => {
    const path = pathOf(request.url ?? '/')
    if (path === undefined) return plain(response, 400, 'Bad request')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(response, 405, 'Only GET and HEAD are answered')
    if (`${path}/` === base) return redirect(response, base)
    if (!path.startsWith(base)) return plain(response, 404, `This site is at ${base}`)
    const file = join(folder, path.slice(base.length))
    const stats = found(file)
    if (stats?.isDirectory() && !path.endsWith('/')) return redirect(response, `${path}/`)
    const shown = path.endsWith('/') ? join(file, 'index.html') : file
    if (found(shown)?.isFile()) return send(request, response, 200, shown)
    const missing = join(folder, '404.html')
    if (found(missing)) return send(request, response, 404, missing)
    plain(response, 404, 'Not found')
  }
}

function pathOf(url: string): string | undefined {
  try {
    // The URL parser resolves `..`, written plainly or percent-encoded, so that no path leaves the folder.
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    return path.includes('\0') || path.split(/[\\/]/).includes('..') ? undefined : path
  } catch {
    return undefined
  }
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

function redirect(response: ServerResponse, path: string): void {
  response.writeHead(301, { Location: encodeURI(path) }).end()
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: string,
): void {
  response.writeHead(status, {
    'Cache-Control': 'no-cache',
    'Content-Length': found(file)?.size ?? 0,
    'Content-Type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
  })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
}
