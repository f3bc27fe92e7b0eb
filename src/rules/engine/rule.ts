import type { Nodes } from 'mdast'
import { type EntryFacts, entryFacts, factNames, type KnownGaps } from '../../model/entry.ts'
import type { Identities } from '../../model/identity.ts'
import type { Topic } from '../../model/topic.ts'
import type { Vocabulary } from '../../model/vocabulary.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import { shown } from '../../text/messages.ts'
import { collapseSpaces } from '../../text/normalise.ts'
import type { Place } from '../../text/place.ts'
import { plainText } from '../../text/plain.ts'
import type { DataFile } from '../../text/yaml.ts'

/** What a rule may compare an entry with. */
export interface RuleContext {
  topics: readonly Topic[]
  vocabulary: Vocabulary
  /** Today, `2026-03-13`; no fact may lie more than a day after it. */
  today: string
  /** What is recorded of papers upstream. Absent if nothing is recorded; then nothing is compared. */
  identities?: Identities
  /** The gaps that the list admits. Absent if missing facts are no fault, as in a listing converted elsewhere. */
  gaps?: KnownGaps
  /** The names of rules that have nothing to compare with, since a file or folder cannot be read. That has a finding. */
  skippedRules?: ReadonlySet<string>
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
  check(file: EntryFile, context: RuleContext): Iterable<Remark>
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
  check(list: List, context: RuleContext): Iterable<Remark & { path: string }>
}

/** A node and everything below it, in the order of the text. */
export function* nodesIn(node: Nodes): Iterable<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesIn(child)
}

/** Works out something of a file once, since many rules ask for it. */
function once<T>(work: (file: EntryFile) => T): (file: EntryFile) => T {
  const known = new WeakMap<EntryFile, T>()
  return (file) => {
    const value = known.get(file) ?? work(file)
    known.set(file, value)
    return value
  }
}

/** The facts of a file that fit the schema, each judged by itself. The rule `facts` reports the others. */
export const validFacts = once(({ frontMatter: { values } }): Partial<EntryFacts> => {
  const facts = factNames.flatMap((name) => {
    if (!Object.hasOwn(values, name)) return []
    const { success, data } = entryFacts.shape[name].safeParse(values[name])
    return success && data !== undefined ? [[name, data]] : []
  })
  return Object.fromEntries(facts)
})

/** The abstract as a reader sees it, on one line: the text in which evidence, names and copies are looked up. */
export const abstractText = once((file) => collapseSpaces(plainText(file.abstract)))

/** Whether an abstract was cut: it ends with dots. */
export function isCut(text: string): boolean {
  return /(?:\.{3,}|…)["')\]”’]*$/.test(text)
}

/** The items of a list that have a fault, and those that stand in it already. */
export function* itemRemarks(
  name: 'topics' | 'kind' | 'tags' | 'names' | 'alsoTitled',
  file: EntryFile,
  faultOf: (item: string) => string | undefined = () => undefined,
): Iterable<Remark> {
  const items = validFacts(file)[name] ?? []
  for (const [index, item] of items.entries()) {
    const again = `second ${shown(item)} in \`${name}\`, expected each once. Take it out.`
    const fault = faultOf(item) ?? (items.indexOf(item) < index ? again : undefined)
    if (fault) yield { ...file.frontMatter.placeOf([name, index]), message: `Unexpected ${fault}` }
  }
}
