import { expect, inject, test } from 'vitest'
import { all, attributeOf, builtPages, textOf } from '../../scripts/test/built-pages.ts'

// A reader would not tell one page from another in a search engine, a tab or a bookmark.

const pages = builtPages(inject('siteFolder'))

test('every page has a title, a description, one heading, a language and an address', () => {
  const heads = pages.map((page) => ({
    file: page.file,
    title: /\S/.test(textOf(page, 'head > title') ?? ''),
    description: /^.{20,400}$/.test(attributeOf(page, 'meta[name=description]', 'content') ?? ''),
    preview: /\S/.test(attributeOf(page, 'meta[property="og:title"]', 'content') ?? ''),
    headings: all(page, 'h1').length,
    mainHeading: /\S/.test(textOf(page, 'main h1') ?? ''),
    language: attributeOf(page, 'html', 'lang'),
    address:
      attributeOf(page, 'link[rel=canonical]', 'href') ??
      attributeOf(page, 'meta[name=robots]', 'content'),
  }))
  expect(heads).toEqual(
    pages.map(({ file, path }) => ({
      file,
      title: true,
      description: true,
      preview: true,
      headings: 1,
      mainHeading: true,
      language: 'en',
      address: /^(?:404\.html|desk|offline)/.test(file)
        ? 'noindex'
        : `https://list.example/${path}`,
    })),
  )
})

test('no two pages have the same title or the same description', () => {
  const titles = pages.map((page) => textOf(page, 'head > title'))
  const descriptions = pages.map((page) => attributeOf(page, 'meta[name=description]', 'content'))
  expect(new Set(titles).size).toBe(pages.length)
  expect(descriptions.filter((text, place) => descriptions.indexOf(text) !== place)).toEqual([])
})

test('every page waits for one style sheet, and for no script', () => {
  for (const page of pages) {
    expect(all(page, 'head > link[rel=stylesheet]'), page.path).toHaveLength(1)
    expect(all(page, 'script[src]:not([type=module])'), page.path).toEqual([])
  }
})

test('every page forbids scripts and styles that are not files of the site', () => {
  const policies = new Set(pages.map((page) => attributeOf(page, 'meta[http-equiv]', 'content')))
  expect(policies.size).toBe(1)
  const [policy = ''] = policies
  const directives = new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
  )
  expect(directives.get('default-src')).toBe(`'none'`)
  expect(directives.get('script-src')).toBe(`'self' 'wasm-unsafe-eval'`)
  expect(directives.get('style-src')).toBe(`'self'`)
  expect(directives.get('connect-src')).toBe(`'self'`)
  expect(directives.get('base-uri')).toBe(`'none'`)
  expect(policy).not.toMatch(/'unsafe-|\*|https?:/)
  for (const page of pages) {
    expect(all(page, 'style, script:not([src]):not([type="application/ld+json"])')).toEqual([])
    expect(all(page, '[style], [onclick], [onload], [onerror]')).toEqual([])
  }
})
