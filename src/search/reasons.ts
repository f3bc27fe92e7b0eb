import { marked, type Piece } from './excerpt.ts'
import { type Field, type FieldTexts, listSeparator } from './field.ts'
import { keptWords } from './kept-words.ts'
import type { Lexicon } from './lexicon.ts'
import type { Matcher } from './matches.ts'
import { allMeanings, booksOf } from './meaning-books.ts'
import type { Understood } from './understand.ts'

/** Why a paper was found, where its title, claim and abstract don't show it. */
export interface Reason {
  /** What the rest is: `Earlier or later title`. */
  label: string
  pieces: Piece[]
}

const labels: readonly (readonly [Field, string])[] = [
  ['also', 'Earlier or later title'],
  ['names', 'Name'],
  ['authors', 'Author'],
  ['ids', 'Found at'],
  ['tags', 'Tag'],
  ['topics', 'Topic'],
  ['series', 'Venue'],
  ['asks', 'Asked for as'],
]

const mostReasons = 2

/** The reasons that a reader doesn't see in the title, the claim and the abstract. */
export function reasonsOf(fields: FieldTexts, matches: Matcher): Reason[] {
  const shown = [fields.title, fields.claim, fields.text, fields.venue]
  const seen = new Set(shown.flatMap((text) => matches(text ?? '').map(({ means }) => means)))
  const reasons: Reason[] = []
  for (const [field, label] of labels) {
    for (const item of fields[field]?.split(listSeparator) ?? []) {
      const found = matches(item)
      if (reasons.length >= mostReasons || found.every(({ means }) => seen.has(means))) continue
      for (const { means } of found) seen.add(means)
      reasons.push({ label, pieces: marked(item, found) })
    }
  }
  return reasons
}

/** What phrases of the query stand for in a paper that says them otherwise: `RLHF: reinforcement learning from human feedback`. */
export function translationsOf(
  fields: FieldTexts,
  { words, meanings }: Understood,
  { books }: Pick<Lexicon, 'books'>,
): Reason[] {
  const texts = [fields.title, fields.names, fields.tags, fields.claim, fields.text]
  const spoken = texts
    .filter((text) => text !== undefined)
    .map((text) => ({ text, words: keptWords(text) }))
  const meant = booksOf(new Set(meanings.map(({ meaning }) => meaning)), books)
  return meanings.flatMap(({ from, to, meaning }): Reason[] => {
    const asked = words.slice(from, to)
    const key = asked.map(({ term }) => term).join(' ')
    let other: string | undefined
    for (const { text, words } of spoken) {
      for (const found of allMeanings(words, meant)) {
        if (found.meaning !== meaning) continue
        const said = words.slice(found.from, found.to)
        if (said.map(({ term }) => term).join(' ') === key) return []
        other ??= text.slice(said[0]?.start, said.at(-1)?.end)
      }
    }
    const label = asked.map(({ plain }) => plain).join(' ')
    return other === undefined ? [] : [{ label, pieces: [{ text: other, marked: true }] }]
  })
}
