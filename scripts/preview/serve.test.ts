import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedSite, serveSite } from './serve.ts'

// A reader of a previewed site would see a page missing, or a file of somebody else's machine.

let folder = ''
let served: ServedSite

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'serve-')), 'site')
  mkdirSync(join(folder, 'papers'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), 'home')
  writeFileSync(join(folder, '404.html'), 'nothing here')
  writeFileSync(join(folder, 'papers', 'index.html'), 'papers')
  writeFileSync(join(folder, 'papers', 'x.bib'), '@misc{}')
  writeFileSync(join(folder, 'papers', 'ünusual.txt'), 'ü')
  writeFileSync(join(folder, 'papers', 'x.pf_meta'), 'binary')
  writeFileSync(join(folder, '..', 'secret.txt'), 'secret')
  served = await serveSite(folder, '/list/', 0)
})
afterAll(async () => {
  await served.close()
  rmSync(join(folder, '..'), { recursive: true })
})

/** Asks without the tidying of paths that `fetch` does. */
function ask(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host: 'localhost', port: served.port, path }, async (response) => {
      const chunks = await response.toArray()
      const { location, 'content-type': type } = response.headers
      resolve(`${response.statusCode} ${location ?? type} ${Buffer.concat(chunks)}`.trim())
    }).on('error', reject)
  })
}

const html = 'text/html; charset=utf-8'
const text = 'text/plain; charset=utf-8'

test.each([
  ['/list/', `200 ${html} home`],
  ['/list', '301 /list/'],
  ['/list/papers', '301 /list/papers/'],
  ['/list/papers/?q=1', `200 ${html} papers`],
  ['/list/papers/x.bib', '200 text/x-bibtex; charset=utf-8 @misc{}'],
  ['/list/papers/%C3%BCnusual.txt', `200 ${text} ü`],
  ['/list/papers/x.pf_meta', '200 application/octet-stream binary'],
  ['/list/absent/', `404 ${html} nothing here`],
  ['/', '302 /list/'],
  ['/elsewhere', `404 ${text} This site is at /list/`],
  ['/list/%2e%2e/secret.txt', `404 ${text} This site is at /list/`],
  ['/list/..%2fsecret.txt', `404 ${html} nothing here`],
  ['/list/%', `404 ${html} nothing here`],
  [`/list/${'a'.repeat(300)}`, `404 ${html} nothing here`],
])('%s is answered with %s', async (path, answer) => {
  expect(await ask(path)).toBe(answer)
})

test('a busy port is answered with the next free one', async () => {
  const second = await serveSite(folder, '/', served.port)
  expect(second.port).toBeGreaterThan(served.port)
  expect(await ask('/list/')).toBe(`200 ${html} home`)
  await second.close()
})
