import type { ListOrder } from './list-state.ts'

/** What an entry is sorted and grouped by. */
export interface Sortable {
  /** The title in plain characters. */
  title: string
  /** The year of the first version; empty when unknown. */
  year: string
  /** The series of the venue, or `preprint`. */
  venue: string
}

/** Entries under one heading. */
export interface Group<T> {
  heading: string
  items: T[]
}

const collator = new Intl.Collator('en', { ignorePunctuation: true, numeric: true })

const headings: Record<ListOrder, (item: Sortable) => string> = {
  date: ({ year }) => year || 'Undated',
  title: ({ title }) => {
    const [letter = ''] = /[\p{L}\p{N}]/u.exec(title.normalize('NFD')) ?? []
    return /\p{L}/u.test(letter) ? letter.toUpperCase() : '0–9'
  },
  venue: ({ venue }) => (venue === 'preprint' ? 'Preprints' : venue),
}

/**
 * Sorts entries that are given newest first, and parts them under headings: by year, by the title's first letter, or by
 * venue with the preprints last. Within a venue the order stays.
 */
export function groupEntries<T extends Sortable>(
  items: readonly T[],
  order: ListOrder,
): Group<T>[] {
  const late = ({ venue }: T) => Number(venue === 'preprint')
  const sorted =
    order === 'date'
      ? items
      : items.toSorted((a, b) =>
          order === 'title'
            ? collator.compare(a.title, b.title)
            : late(a) - late(b) || collator.compare(a.venue, b.venue),
        )
  const groups = new Map<string, T[]>()
  for (const item of sorted) {
    const heading = headings[order](item)
    const known = groups.get(heading)
    if (known) known.push(item)
    else groups.set(heading, [item])
  }
  return [...groups].map(([heading, members]) => ({ heading, items: members }))
}
