import type { APIRoute } from 'astro'
import { bookOf } from '../book/book.ts'
import { loadedList } from '../content/catalog.ts'
import { latest } from '../exports/modified-days.ts'
import { modifiedDays, references } from '../exports/page-references.ts'
import { absolute, site } from '../site.ts'

/** Serves the whole list as a book. */
export const GET: APIRoute = async () => {
  const { topics, paths } = loadedList()
  const all = references()
  const added = all.map(({ entry }) => entry.added)
  const changed = [...modifiedDays()].flatMap(([path, day]) =>
    path.startsWith('content/') ? day : [],
  )
  const book = bookOf({
    site,
    absolute,
    references: all,
    topics,
    paths,
    modified: latest([...changed, ...added]),
  })
  return new Response(book, { headers: { 'Content-Type': 'application/epub+zip' } })
}
