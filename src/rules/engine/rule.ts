import type { Identities } from '../../model/identity.ts'
import type { KnownGaps } from '../../model/known-gaps.ts'
import type { Topic } from '../../model/topic.ts'
import type { Vocabulary } from '../../model/vocabulary.ts'
import type { DataFile } from '../../text/data-file.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import type { Place } from '../../text/place.ts'

/** What a rule may compare an entry with. */
export interface Surroundings {
  topics: readonly Topic[]
  vocabulary: Vocabulary
  /** Today, `2026-03-13`; facts may not lie after it. */
  today: string
  /** What is recorded of papers upstream; absent where nothing is recorded, and then nothing is compared. */
  identities?: Identities
  /** The gaps that the list admits; absent where what is missing is no fault, as in a listing converted elsewhere. */
  gaps?: KnownGaps
}

/** What a rule says of one place in the file it was given. */
export interface Remark extends Place {
  message: string
  /** The other file, when two collide. */
  other?: string
}

/** A rule that needs one entry's file. Its name is its file's name and its section's name in CONTRIBUTING. */
export interface EntryRule {
  name: string
  /** The sentence with which its section in CONTRIBUTING begins. */
  sentence: string
  /** Set where the rule reads the file as it was written; other rules see its faults of syntax mended. */
  asWritten?: true
  check(file: EntryFile, around: Surroundings): Iterable<Remark>
}

/** Every file that is looked at in one go. */
export interface List {
  entries: readonly EntryFile[]
  /** The pages of topics and paths. */
  pages: readonly EntryFile[]
  /** The list's YAML: vocabulary, configuration, known gaps. */
  data: readonly DataFile[]
  /** The paths that somebody asked about, where it is not all of them: of two that collide, theirs is spoken of. */
  looked?: ReadonlySet<string>
}

/** A rule that compares files with each other, or that reads files which are no entries. */
export interface ListRule {
  name: string
  /** The sentence with which its section in CONTRIBUTING begins. */
  sentence: string
  check(list: List, around: Surroundings): Iterable<Remark & { path: string }>
}
