import type { APIRoute } from 'astro'
import { bookOf } from '../book/book.ts'
import { keptList } from '../content/read.ts'
import { references } from '../exports/cited.ts'
import { latest, loadModifiedDays } from '../exports/modified-days.ts'
import { absolute, site } from '../site.ts'

/** The whole list as a book. */
export const GET: APIRoute = async () => {
  const { topics, paths } = keptList()
  const all = await references()
  const added = all.map(({ entry }) => entry.added)
  const book = bookOf({
    site,
    absolute,
    references: all,
    topics,
    paths,
    modified: latest([...loadModifiedDays('content').values(), ...added]),
  })
  return new Response(book, { headers: { 'Content-Type': 'application/epub+zip' } })
}
