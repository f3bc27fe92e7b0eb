import type { KnownGaps } from '../../model/entry.ts'
import type { Identities } from '../../model/identity.ts'
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
  /** What is recorded of papers upstream. Absent if nothing is recorded; then nothing is compared. */
  identities?: Identities
  /** The gaps that the list admits. Absent if missing facts are no fault, as in a listing converted elsewhere. */
  gaps?: KnownGaps
  /** The names of rules that have nothing to compare with, since their vocabulary cannot be read. That has a finding. */
  unread?: ReadonlySet<string>
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
  /** Set if the rule judges the text as written, so that it also runs on files too large to parse and on unclear lines. */
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
  /** The paths that somebody asked about, if not all. When two files collide, the finding is in one of these. */
  looked?: ReadonlySet<string>
}

/** A rule that compares files with each other, or that reads files which are no entries. */
export interface ListRule {
  name: string
  /** The sentence with which its section in CONTRIBUTING begins. */
  sentence: string
  check(list: List, around: Surroundings): Iterable<Remark & { path: string }>
}
