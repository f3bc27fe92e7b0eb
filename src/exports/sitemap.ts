import { xmlElement } from './xml.ts'

/** A page that search engines may list. */
export interface SitemapPage {
  /** Its absolute address. */
  address: string
  /** The day on which it last changed, `2025-03-13`; absent when nobody knows. */
  modified?: string | undefined
}

/**
 * A sitemap. A page without a known date has none: a wrong one makes search engines distrust them all.
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemapOf(pages: readonly SitemapPage[]): string {
  const urls = pages.map(
    ({ address, modified }) =>
      `<url>\n${xmlElement('loc', address)}${xmlElement('lastmod', modified)}</url>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`
}

/** The last of some days; undefined when none is known. */
export function latest(days: readonly (string | undefined)[]): string | undefined {
  return days.filter((day) => day !== undefined).reduce<string | undefined>(later, undefined)
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b
}
