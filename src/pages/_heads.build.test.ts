import { expect, inject, test } from 'vitest'
import { attributeOf, builtPages, elementsOf, textOf } from '../../scripts/test/built-pages.ts'

// A reader could not tell pages apart in a search engine, a tab or a bookmark.

const pages = builtPages(inject('siteFolder'))

test('every page has its own title and description, one main heading, a language and an address', () => {
  for (const page of pages) {
    const head = (selector: string, name: string) => attributeOf(page, selector, name) ?? ''
    expect(head('meta[name=description]', 'content'), page.file).toMatch(/^.{20,400}$/)
    expect(head('meta[property="og:title"]', 'content'), page.file).toMatch(/\S/)
    expect(elementsOf(page, 'h1'), page.file).toHaveLength(1)
    expect(textOf(page, 'main h1'), page.file).toMatch(/\S/)
    expect(head('html', 'lang'), page.file).toBe('en')
    const hidden = /^(?:404\.html|desk|offline)/.test(page.file)
    expect(
      head('link[rel=canonical]', 'href') || head('meta[name=robots]', 'content'),
      page.file,
    ).toBe(hidden ? 'noindex' : `https://list.example/${page.path}`)
  }
  const titles = pages.map((page) => textOf(page, 'head > title') ?? '')
  const descriptions = pages.map((page) => attributeOf(page, 'meta[name=description]', 'content'))
  for (const texts of [titles, descriptions])
    expect(texts.filter((text, place) => !text || texts.indexOf(text) !== place)).toEqual([])
})

test('no script blocks a page, and only one style sheet; single pages may have a second one', () => {
  for (const page of pages) {
    const sheets = elementsOf(page, 'head > link[rel=stylesheet]').length
    const isCommon = /^(?:$|about|new|(?:papers|paths|tags|topics)\/[a-z])/.test(page.path)
    expect(sheets, page.path).toBeLessThanOrEqual(isCommon ? 1 : 2)
    expect(elementsOf(page, 'script[src]:not([type=module])'), page.path).toEqual([])
  }
})

test('the policy of every page forbids scripts and styles that are not files of the site', () => {
  const policies = new Set(pages.map((page) => attributeOf(page, 'meta[http-equiv]', 'content')))
  expect(policies.size).toBe(1)
  const [policy = ''] = policies
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining([
      `default-src 'none'`,
      `script-src 'self' 'wasm-unsafe-eval'`,
      `style-src 'self'`,
      `connect-src 'self'`,
      `base-uri 'none'`,
    ]),
  )
  expect(policy).not.toMatch(/'unsafe-|\*|https?:/)
  const inline =
    'style, script:not([src]):not([type="application/ld+json"]), [style], [onclick], [onload], [onerror]'
  for (const page of pages) expect(elementsOf(page, inline), page.path).toEqual([])
})
