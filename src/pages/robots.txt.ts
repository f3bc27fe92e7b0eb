import type { APIRoute } from 'astro'
import { absolute } from '../site.ts'

/**
 * Everybody may read everything. Crawlers only ask for this file at a domain's root.
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml')}\n`)
