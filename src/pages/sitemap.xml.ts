import type { APIRoute } from 'astro'
import { longLists } from '../components/papers/list-parts.ts'
import { entries, paths, shelves, tags } from '../content/catalog.ts'
import type { Entry } from '../content/entry.ts'
import { latest } from '../exports/modified-days.ts'
import { modifiedDays } from '../exports/page-references.ts'
import { sitemapOf } from '../exports/site-files.ts'
import { absolute, paperPath, pathPath, tagPath, topicPath } from '../site.ts'

/** Lists every page that search engines may index, with the day of its last change. */
export const GET: APIRoute = async () => {
  const days = modifiedDays()
  // `added` can't replace a missing day, because the entry may have changed since.
  const changed = ({ path }: Entry) => days.get(path)
  const all = await entries()
  const reading = await paths()
  const newest = latest(all.map(changed))
  const page = (path: `/${string}`, ...modified: (string | undefined)[]) =>
    [absolute(path), latest(modified)] as [string, string | undefined]
  const list = (path: `/${string}`, entries: readonly Entry[], file?: string) =>
    page(path, file && days.get(`content/${file}`), ...entries.map(changed))
  const pages = [
    ...(['/', '/papers/', '/new/', '/map/', '/topics/'] as const).map((path) => page(path, newest)),
    page('/tags/', days.get('content/vocabulary/tags.yaml'), newest),
    page('/search/', days.get('src/pages/search.astro')),
    page('/search/how/', days.get('src/pages/search/how.astro')),
    page('/about/', days.get('src/pages/about.astro'), newest),
    page('/suggest/', days.get('src/pages/suggest/index.astro')),
    ...(await shelves()).map(({ id, entries }) => list(topicPath(id), entries, `topics/${id}.mdx`)),
    ...(reading.length > 0 ? [page('/paths/', newest)] : []),
    ...reading.map(({ id, steps }) =>
      list(
        pathPath(id),
        steps.map(({ entry }) => entry),
        `paths/${id}.mdx`,
      ),
    ),
    ...(await longLists()).flatMap(({ parts }) =>
      parts.map((part) => list(part.path, part.entries)),
    ),
    ...(await tags()).map(({ id, entries }) => list(tagPath(id), entries)),
    ...all.map((entry) => list(paperPath(entry.id), [entry])),
  ]
  return new Response(sitemapOf(pages))
}
