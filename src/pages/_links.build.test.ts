import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { filesBelow } from '../../scripts/build/built-facts.ts'
import {
  attributeOf,
  type BuiltPage,
  builtPages,
  elementsOf,
} from '../../scripts/test/built-pages.ts'
import { testedBases } from '../../scripts/test/tested-site.ts'

// A reader would follow a link of the site and land nowhere.

const origin = 'https://list.example'

/** Every address on a page that a browser may follow or fetch. */
function addressesOf(page: BuiltPage): string[] {
  const single = ['href', 'src', 'action', 'poster', 'data'].flatMap((name) =>
    elementsOf(page, `[${name}]`).flatMap(({ properties }) => {
      const value = properties[name]
      return typeof value === 'string' ? value : []
    }),
  )
  const sets = elementsOf(page, '[srcset]').flatMap(({ properties }) =>
    String(properties['srcSet']).split(/,\s+/),
  )
  return [...single, ...sets.map((candidate) => candidate.trim().split(/\s/)[0] ?? '')]
}

function idsOf(page: BuiltPage): Set<string> {
  return new Set(elementsOf(page, '[id]').map(({ properties }) => String(properties['id'])))
}

/** What is wrong with an address as it stands at `from`; undefined when it leads to something that was built. */
function faultOf(
  address: string,
  from: string,
  base: string,
  folder: string,
  pages: Map<string, Set<string>>,
): string | undefined {
  const url = URL.parse(address, `${origin}${base}${from}`)
  if (!url) return 'is no address'
  if (url.origin !== origin) return /^https?:$/.test(url.protocol) ? undefined : 'is unsafe'
  if (!url.pathname.startsWith(base)) return `is outside of ${base}`
  const path = decodeURIComponent(url.pathname.slice(base.length))
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  if (!existsSync(join(folder, file)) || statSync(join(folder, file)).isDirectory())
    return 'leads nowhere'
  const anchor = decodeURIComponent(url.hash.slice(1))
  if (anchor && !anchor.startsWith(':~:') && !pages.get(file)?.has(anchor))
    return 'names no place on that page'
  return undefined
}

const sites = [
  { name: 'at the root of a host', base: testedBases.root, folder: inject('siteFolder') },
  { name: 'below a base path', base: testedBases.path, folder: inject('basedSiteFolder') },
]

test.each(sites)('every link and anchor leads somewhere, $name', ({ base, folder }) => {
  const pages = builtPages(folder)
  const ids = new Map(pages.map((page) => [page.file, idsOf(page)]))
  const faults = pages.flatMap((page) =>
    addressesOf(page).flatMap((address) => {
      const fault = faultOf(address, page.path, base, folder, ids)
      return fault ? `${page.file}: ${address} ${fault}` : []
    }),
  )
  expect(faults).toEqual([])
  expect(pages.length).toBeGreaterThan(100)
})

test.each(sites)('every style, feed, list and other file leads somewhere, $name', (site) => {
  const { base, folder } = site
  const found = filesBelow(folder).flatMap((file) =>
    addressesInFile(file, join(folder, file)).map((address) => ({
      file,
      address,
      fault: faultOf(address, file, base, folder, new Map()),
    })),
  )
  expect(found.filter(({ fault }) => fault)).toEqual([])
  expect(new Set(found.map(({ address }) => address)).size).toBeGreaterThan(200)
})

function addressesInFile(file: string, path: string): string[] {
  const found = (pattern: RegExp) =>
    [...readFileSync(path, 'utf8').matchAll(pattern)].map(([, address = '']) => address)
  if (file.endsWith('.css')) return found(/url\(["']?(?!data:image\/)([^"')]+)/g)
  if (file.endsWith('.webmanifest')) {
    const { start_url, scope, icons } = JSON.parse(readFileSync(path, 'utf8'))
    return [start_url, scope, ...icons.map(({ src }: { src: string }) => src)]
  }
  if (!/\.(?:json|md|txt|xml)$/.test(file) || file.startsWith('search-index/')) return []
  return found(/(https:\/\/list\.example[^\s"'<>)\\&{}]*)/g).map((address) =>
    address.replace(/[#?].*$/, '').replace(/[.,;:]+$/, ''),
  )
}

test('the sitemap holds every page that search engines may show', () => {
  const folder = inject('siteFolder')
  const listed = addressesInFile('sitemap.xml', join(folder, 'sitemap.xml')).sort()
  const canonical = builtPages(folder).flatMap(
    (page) => attributeOf(page, 'link[rel=canonical]', 'href') ?? [],
  )
  expect(listed).toEqual(canonical.sort())
})
