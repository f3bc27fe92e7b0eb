import type { Entry } from '../content/entry.ts'
import { asciiLetters } from '../model/letters.ts'
import { yearOf } from '../model/partial-date.ts'
import { fullFamily, parsePerson } from '../model/person.ts'

/** The facts of an entry that its citation key is made from. */
export type KeyedEntry = Pick<
  Entry,
  'id' | 'formerIds' | 'authors' | 'people' | 'published' | 'added'
>

const insignificant = new Set(
  'a an and are as at be by can do does for from how in is it its of on or our the their to toward towards via what when where which who whose why with your'.split(
    ' ',
  ),
)

/** Returns the id under which an entry joined the list; it stays the same when the entry is renamed. */
export function firstId({ id, formerIds }: Pick<KeyedEntry, 'id' | 'formerIds'>): string {
  return formerIds?.[0] ?? id
}

/**
 * The first significant word of an id. If it has only one or two letters, the next word is appended, so that `re-align` and
 * `x-llm` stay recognisable.
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

function baseKey(entry: KeyedEntry): string {
  const [author] = entry.people ?? entry.authors ?? []
  const family = author ? asciiLetters(fullFamily(parsePerson(author))) : ''
  const year = entry.published ? yearOf(entry.published) : ''
  return `${family || 'paper'}${year}${significantWord(firstId(entry))}`
}

/** The suffix of the second and later ones of equal keys: `b` to `z`, then `aa`, `ab`. */
function suffixOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : suffixOf(Math.floor(index / 26) - 1) + letter
}

/**
 * Returns a citation key for each entry by its id: `shi2024wildfeedback`, from the first author's family name, the year of
 * the first public version and the first word of the first id. Neither a new title nor a venue changes a key. Of equal
 * keys, those of later additions get a letter, so that additions never change existing keys.
 */
export function citationKeys(entries: readonly KeyedEntry[]): Map<string, string> {
  const inOrder = [...entries].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  const taken = new Set<string>()
  const keys = new Map<string, string>()
  for (const entry of inOrder) {
    const base = baseKey(entry)
    let key = base
    for (let index = 1; taken.has(key); index += 1) key = base + suffixOf(index)
    taken.add(key)
    keys.set(entry.id, key)
  }
  return keys
}

function sortKey(entry: KeyedEntry): string {
  return `${entry.added} ${firstId(entry)}`
}
