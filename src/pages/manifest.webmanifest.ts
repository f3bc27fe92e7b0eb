import type { APIRoute } from 'astro'
import { themeColours } from '../layouts/theme-colours.ts'
import { href, site } from '../site.ts'

const icon = (size: number) => ({
  src: href(`/icon-${size}.png`),
  sizes: `${size}x${size}`,
  type: 'image/png',
})

/**
 * The web app manifest, by which a phone shows the site on its home screen.
 * @see https://www.w3.org/TR/appmanifest/
 */
export const GET: APIRoute = () =>
  Response.json({
    name: site.title,
    short_name: site.shortTitle,
    description: site.description,
    lang: site.language,
    start_url: href('/'),
    scope: href('/'),
    display: 'browser',
    background_color: themeColours.light,
    theme_color: themeColours.light,
    icons: [
      { src: href('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      icon(192),
      icon(512),
    ],
  })
