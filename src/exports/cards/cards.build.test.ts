import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { attributeOf, builtPages } from '../../../scripts/test/built-pages.ts'

// A page whose address is shared would have no preview image.

const folder = inject('siteFolder')
const pages = builtPages(folder)
const cardOf = (page: (typeof pages)[number]) =>
  attributeOf(page, 'meta[property="og:image"]', 'content') ?? ''

test('every page has a card of the right size', () => {
  for (const page of pages) {
    const address = cardOf(page)
    expect(address, page.path).toMatch(/^https:\/\/list\.example\/cards\/.+\.png$/)
    const png = readFileSync(join(folder, new URL(address).pathname))
    expect(png.subarray(1, 4).toString(), address).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], address).toEqual([1200, 630])
    expect(png.length, address).toBeLessThan(100_000)
  }
})

test('every paper and every topic has its own card', () => {
  const own = pages.filter(({ path }) => /^(?:papers|topics)\/./.test(path))
  expect(new Set(own.map(cardOf)).size).toBe(own.length)
  expect(own.length).toBeGreaterThan(100)
})
