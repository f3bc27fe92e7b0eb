import { existsSync, readFileSync, statSync } from 'node:fs'
import type { RequestListener, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { lookup } from 'mrmime'
import sirv from 'sirv'

const exportTypes: Readonly<Record<string, string>> = {
  '.bib': 'text/x-bibtex',
  '.ris': 'application/x-research-info-systems',
}

/**
 * Answers requests for a built site as a static host does (GitHub Pages): a folder by its `index.html`, a folder
 * without its slash by a redirect, anything unknown by `404.html` with status 404; nothing outside of `base`.
 */
export function siteListener(folder: string, base: string): RequestListener {
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
    if (`${path}/` === base) return redirect(response, base)
    if (!path.startsWith(base)) return say(response, 'text/plain', `This site is at ${base}\n`)
    const inside = path.slice(base.length - 1)
    const isFolder = statSync(join(folder, inside), { throwIfNoEntry: false })?.isDirectory()
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

function redirect(response: ServerResponse, path: string): void {
  response.writeHead(301, { Location: path }).end()
}

function say(response: ServerResponse, type: string, text: string | Uint8Array): void {
  response.writeHead(404, { 'Content-Type': `${type}; charset=utf-8` }).end(text)
}
