import { compareDates } from './partial-date.ts'

/** What nearness is judged by. */
export interface Shelved {
  id: string
  title: string
  published?: string | undefined
  topics?: readonly string[] | undefined
  tags?: readonly string[] | undefined
}

// A term that more entries share than this ranks those whom rarer terms have found, but looks for no others: going
// through all of its entries for each of them would be quadratic.
const mostSharers = 200

/**
 * A function that names an entry's nearest others: those that share its rarest tags and topics, each term weighing the
 * logarithm of its rarity; ties go to the newer paper, then to the title. Entries that share no tag and no topic are
 * never near. The index is built once; a question costs no more than the entries that share a term.
 */
export function relatedIndex<T extends Shelved>(
  entries: readonly T[],
): (entry: T, most: number) => T[] {
  const sharers = new Map<string, T[]>()
  const termsOf = ({ topics = [], tags = [] }: T) => [
    ...tags.map((tag) => `tag ${tag}`),
    ...topics.map((topic) => `topic ${topic}`),
  ]
  for (const entry of entries) {
    for (const term of termsOf(entry)) {
      const known = sharers.get(term)
      if (known) known.push(entry)
      else sharers.set(term, [entry])
    }
  }
  return (entry, most) => {
    const scores = new Map<T, number>()
    const found = termsOf(entry)
      .map((term) => ({ term, others: sharers.get(term) ?? [] }))
      .sort((a, b) => a.others.length - b.others.length)
    for (const { term, others } of found) {
      const weight = Math.log(1 + entries.length / others.length)
      const known = others.length > mostSharers && scores.size > most
      const candidates = known
        ? [...scores.keys()].filter((other) => termsOf(other).includes(term))
        : others.slice(0, mostSharers)
      for (const other of candidates) {
        if (other !== entry) scores.set(other, (scores.get(other) ?? 0) + weight)
      }
    }
    return [...scores]
      .sort(
        ([a, scoreOfA], [b, scoreOfB]) =>
          scoreOfB - scoreOfA ||
          compareDates(b.published, a.published) ||
          a.title.localeCompare(b.title, 'en') ||
          (a.id < b.id ? -1 : 1),
      )
      .slice(0, most)
      .map(([other]) => other)
  }
}
