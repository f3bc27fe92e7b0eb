import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedSite, serveSite } from './serve.ts'

// A previewed site would lack a page, or expose files of the machine.

const root = mkdtempSync(join(tmpdir(), 'serve-'))
const folder = join(root, 'site')
let served: ServedSite

beforeAll(async () => {
  mkdirSync(join(folder, 'papers'), { recursive: true })
  const files = {
    'index.html': 'home',
    '404.html': 'nothing here',
    'papers/index.html': 'papers',
    'papers/ünusual.bib': 'ü',
    '../secret.txt': 'secret',
  }
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
  served = await serveSite(folder, '/list/', 0)
})
afterAll(async () => {
  await served.close()
  rmSync(root, { recursive: true })
})

/** Requests a path as written; `fetch` would normalise it. */
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

test.each([
  ['/list/', `200 ${html} home`],
  ['/list/papers', '302 /list/papers/'],
  ['/list/papers/?q=1', `200 ${html} papers`],
  ['/list/papers/%C3%BCnusual.bib', '200 text/plain; charset=utf-8 ü'],
  ['/list/absent/', `404 ${html} nothing here`],
  ['/', '302 /list/'],
  ['/elsewhere', `404 ${html} nothing here`],
  ['/list/%2e%2e/secret.txt', `404 ${html} nothing here`],
  ['/list/..%2fsecret.txt', `404 ${html} nothing here`],
  ['/list/%', `404 ${html} nothing here`],
])('%s is answered with %s', async (path, answer) => {
  expect(await ask(path)).toBe(answer)
})

test('if the port is taken, another one is used', async () => {
  const second = await serveSite(folder, '/', served.port)
  expect(second.port).not.toBe(served.port)
  expect(await ask('/list/')).toBe(`200 ${html} home`)
  await second.close()
})
