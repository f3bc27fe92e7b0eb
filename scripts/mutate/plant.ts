import type { EntryFacts } from '../../src/model/entry.ts'
import type { List, Surroundings } from '../../src/rules/rule.ts'
import { soundFacts } from '../../src/rules/sound-facts.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'
import type { Edit } from './edits.ts'

/** The list that faults are planted in: sound entries and what surrounds them. */
export interface Ground {
  list: List
  around: Surroundings
  /** What is recorded of papers upstream, as it stands in its files. */
  records: readonly unknown[]
}

/** The entry that is to get a fault. */
export interface Soil {
  file: EntryFile
  facts: Partial<EntryFacts>
  /** Where the entry stands in the list, from 0: chooses which of several places gets the fault. */
  nth: number
  ground: Ground
}

/** A file with one fault, and what must be said of it. */
export interface Planted extends Edit {
  /** The file's path, where it is not the entry's. */
  path?: string
  /** Set where the file stands beside the entry, not in its place. */
  beside?: true
  /** Rules that the same fault also breaks; what else they say is no false alarm. */
  also?: readonly string[]
}

/** One kind of single fault. */
export interface Plant {
  /** What is done: `one letter of a tag left out`. */
  what: string
  /** Makes the fault in a copy; undefined when the entry has no place for it. */
  plant(soil: Soil): Planted | undefined
}

/** An entry of the list as soil. */
export function soilOf(file: EntryFile, nth: number, ground: Ground): Soil {
  return { file, facts: soundFacts(file), nth, ground }
}

/** Another entry of the list, the same one for the same entry. */
export function otherOf({ nth, ground }: Soil): EntryFile {
  const { entries } = ground.list
  const other = entries[(nth + 1) % entries.length]
  if (!other) throw new Error('The list has no entries')
  return other
}

/** A plant whose fault also breaks other rules. */
export function also(
  planted: Planted | Edit | undefined,
  ...rules: readonly string[]
): Planted | undefined {
  return planted && { ...planted, also: rules }
}
