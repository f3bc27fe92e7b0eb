import type { APIRoute } from 'astro'
import { absolute } from '../site.ts'

/**
 * Allows crawlers to read everything. Crawlers ask for this file only at the root of a domain.
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml')}\n`)
