import type { APIRoute } from 'astro'
import { longLists } from '../components/papers/list-parts.ts'
import { entries, paths, shelves, tags } from '../content/catalog.ts'
import type { Entry } from '../content/entry.ts'
import { modifiedDays } from '../exports/cited.ts'
import { latest } from '../exports/modified-days.ts'
import { type SitemapPage, sitemapOf } from '../exports/site-files.ts'
import { absolute, paperPath, pathPath, tagPath, topicPath } from '../site.ts'

/** Every page that search engines may index, with the day of its last change. */
export const GET: APIRoute = async () => {
  const days = modifiedDays()
  // The day on which an entry was added can't replace this: the entry may have changed since.
  const changed = ({ path }: Entry) => days.get(path)
  const all = await entries()
  const reading = await paths()
  const page = (path: `/${string}`, ...modified: (string | undefined)[]): SitemapPage => ({
    address: absolute(path),
    modified: latest(modified),
  })
  const newest = all.map(changed)
  const pages = [
    page('/', ...newest),
    page('/papers/', ...newest),
    page('/new/', ...newest),
    page('/map/', ...newest),
    page('/topics/', ...newest),
    page('/tags/', days.get('content/vocabulary/tags.yaml'), ...newest),
    page('/search/', days.get('src/pages/search.astro')),
    page('/search/how/', days.get('src/pages/search/how.astro')),
    page('/about/', days.get('src/pages/about.astro'), ...newest),
    page('/suggest/', days.get('src/pages/suggest/index.astro')),
    ...(await shelves()).map((shelf) =>
      page(
        topicPath(shelf.id),
        days.get(`content/topics/${shelf.id}.mdx`),
        ...shelf.entries.map(changed),
      ),
    ),
    ...(reading.length > 0 ? [page('/paths/', ...newest)] : []),
    ...reading.map(({ id, steps }) =>
      page(
        pathPath(id),
        days.get(`content/paths/${id}.mdx`),
        ...steps.map(({ entry }) => changed(entry)),
      ),
    ),
    ...(await longLists()).flatMap(({ parts }) =>
      parts.map(({ path, entries }) => page(path, ...entries.map(changed))),
    ),
    ...(await tags()).map((tag) => page(tagPath(tag.id), ...tag.entries.map(changed))),
    ...all.map((entry) => page(paperPath(entry.id), changed(entry))),
  ]
  return new Response(sitemapOf(pages))
}
