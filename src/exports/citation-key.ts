import type { Entry } from '../content/entry.ts'
import { asciiLetters } from '../model/letters.ts'
import { yearOf } from '../model/partial-date.ts'
import { fullFamily, parsePerson } from '../model/person.ts'

/** What a citation key is made of. */
export type Keyed = Pick<Entry, 'id' | 'formerIds' | 'authors' | 'people' | 'published' | 'added'>

const insignificant = new Set(
  'a an and are as at be by can do does for from how in is it its of on or our the their to toward towards via what when where which who whose why with your'.split(
    ' ',
  ),
)

/** The id under which an entry joined the list; permanent, whatever it is called now. */
export function firstId({ id, formerIds }: Pick<Keyed, 'id' | 'formerIds'>): string {
  return formerIds?.[0] ?? id
}

/**
 * The first word of an id that says something; words of one or two letters take the next one with them, so that `re-align`
 * and `x-llm` stay recognisable.
 */
function significantWord(id: string): string {
  const words = id.split('-')
  const start = words.findIndex((word) => !insignificant.has(word))
  let word = ''
  for (const next of start < 0 ? words : words.slice(start)) {
    word += next
    if (word.length > 2) break
  }
  return word
}

function plainKey(entry: Keyed): string {
  const [author] = entry.people ?? entry.authors ?? []
  const family = author ? asciiLetters(fullFamily(parsePerson(author))) : ''
  const year = entry.published ? yearOf(entry.published) : ''
  return `${family || 'paper'}${year}${significantWord(firstId(entry))}`
}

/** `b` to `z`, then `ab`: what tells the second and later ones of equal keys apart. */
function letterOf(place: number): string {
  const letter = String.fromCharCode(97 + (place % 26))
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter
}

/**
 * A citation key for each entry, `shi2024wildfeedback`: the first author's family name, the year of the first public
 * version and the first word of the first id, so that neither a new title nor a venue changes it. Of equal ones, those that
 * joined the list later get a letter: a key never changes because another entry comes after it.
 */
export function citationKeys(entries: readonly Keyed[]): Map<string, string> {
  const inOrder = [...entries].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  const taken = new Set<string>()
  const keys = new Map<string, string>()
  for (const entry of inOrder) {
    const plain = plainKey(entry)
    let key = plain
    for (let place = 1; taken.has(key); place += 1) key = plain + letterOf(place)
    taken.add(key)
    keys.set(entry.id, key)
  }
  return keys
}

function order(entry: Keyed): string {
  return `${entry.added} ${firstId(entry)}`
}
