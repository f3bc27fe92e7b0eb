import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { filesBelow, urlPathOf } from '../../scripts/build/built-site.ts'
import { testedBases } from '../../scripts/test/tested-site.ts'

// A reader would follow a broken link.

const origin = 'https://list.example'
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, group = '']) => group.replaceAll('&amp;', '&'))

/** All addresses in a file of the site that a browser, a feed reader or another program may fetch. */
function addressesIn(file: string, text: string): string[] {
  if (file.endsWith('.html')) return found(text, /\s(?:href|src|action)="([^"]*)"/g)
  if (file.endsWith('.css')) return found(text, /url\(["']?(?!data:image\/)([^"')]+)/g)
  if (file.endsWith('.webmanifest')) {
    const { start_url, scope, icons } = JSON.parse(text)
    return [start_url, scope, ...icons.map(({ src }: { src: string }) => src)]
  }
  if (!/\.(?:json|md|txt|xml)$/.test(file) || file.startsWith('search-index/')) return []
  return found(text, /(https:\/\/list\.example[^\s"'<>)\\&{}]*)/g).map((address) =>
    address.replace(/[#?].*$/, '').replace(/[.,;:]+$/, ''),
  )
}

/** What is wrong with an address in the file `from`; undefined if its target was built. */
function faultOf(address: string, from: string, base: string, folder: string): string | undefined {
  const url = URL.parse(address, origin + base + urlPathOf(from))
  if (!url) return 'is not an address'
  if (url.origin !== origin) return /^https?:$/.test(url.protocol) ? undefined : 'is unsafe'
  if (!url.pathname.startsWith(base)) return `is outside ${base}`
  const path = decodeURIComponent(url.pathname.slice(base.length))
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  if (!existsSync(join(folder, file)) || statSync(join(folder, file)).isDirectory())
    return 'leads nowhere'
  const anchor = decodeURIComponent(url.hash.slice(1))
  if (!anchor || anchor.startsWith(':~:')) return undefined
  return read(folder, file).includes(` id="${anchor}"`)
    ? undefined
    : 'has a fragment that the page lacks'
}

test.each([
  ['at the root of a host', testedBases.root, inject('siteFolder')],
  ['below a base path', testedBases.path, inject('basedSiteFolder')],
])('no link, anchor, style, feed or other file is broken, %s', (_, base, folder) => {
  const all = filesBelow(folder).flatMap((file) =>
    addressesIn(file, read(folder, file)).map((address) => ({ file, address })),
  )
  // Many pages of a folder have the same address.
  const once = new Map(
    all.map((one) => [`${urlPathOf(one.file).replace(/[^/]*$/, '')} ${one.address}`, one]),
  )
  const faults = [...once.values()].flatMap(({ file, address }) => {
    const fault = faultOf(address, file, base, folder)
    return fault ? `${file}: ${address} ${fault}` : []
  })
  expect(faults).toEqual([])
  expect(once.size).toBeGreaterThan(1000)
})

test('the sitemap lists every page that search engines may index', () => {
  const folder = inject('siteFolder')
  const listed = addressesIn('sitemap.xml', read(folder, 'sitemap.xml'))
  const pages = filesBelow(folder).filter((file) => file.endsWith('.html'))
  const canonical = pages.flatMap((file) =>
    found(read(folder, file), /<link rel="canonical" href="([^"]*)"/g),
  )
  expect(listed.sort()).toEqual(canonical.sort())
})
