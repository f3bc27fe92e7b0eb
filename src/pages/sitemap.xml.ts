import type { APIRoute } from 'astro'
import { type Entry, entries, shelves, tags } from '../catalog.ts'
import { loadModifiedDays } from '../exports/modified-days.ts'
import { latest, type SitemapPage, sitemapOf } from '../exports/sitemap.ts'
import { absolute, paperPath, tagPath, topicPath } from '../site.ts'

/** Every page that search engines may list, with the day on which what it shows last changed. */
export const GET: APIRoute = async () => {
  const days = loadModifiedDays('content')
  const changed = ({ path, added }: Entry) => days.get(path) ?? added
  const all = await entries()
  const page = (path: `/${string}`, ...modified: (string | undefined)[]): SitemapPage => ({
    address: absolute(path),
    modified: latest(modified),
  })
  const newest = all.map(changed)
  const pages = [
    page('/', ...newest),
    page('/papers/', ...newest),
    page('/new/', ...newest),
    page('/topics/', ...newest),
    page('/tags/', days.get('content/vocabulary/tags.yaml'), ...newest),
    page('/search/'),
    page('/search/how/'),
    page('/about/'),
    page('/suggest/'),
    ...(await shelves()).map((shelf) =>
      page(
        topicPath(shelf.id),
        days.get(`content/topics/${shelf.id}.mdx`),
        ...shelf.entries.map(changed),
      ),
    ),
    ...(await tags()).map((tag) => page(tagPath(tag.id), ...tag.entries.map(changed))),
    ...all.map((entry) => page(paperPath(entry.id), changed(entry))),
  ]
  return new Response(sitemapOf(pages))
}
