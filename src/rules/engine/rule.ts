import type { Nodes } from 'mdast'
import { type EntryFacts, entryFacts, factNames, type KnownGaps } from '../../model/entry.ts'
import type { Finding } from '../../model/finding.ts'
import type { Identities } from '../../model/identity.ts'
import type { Topic } from '../../model/topic.ts'
import type { Vocabulary } from '../../model/vocabulary.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import { quoted } from '../../text/messages.ts'
import { collapseSpaces } from '../../text/normalise.ts'
import { plainText } from '../../text/plain.ts'
import type { DataFile } from '../../text/yaml.ts'

/** The data that rules compare an entry with. */
export interface RuleContext {
  topics: readonly Topic[]
  vocabulary: Vocabulary
  /** Today's date, `2026-03-13`. */
  today: string
  /** The recorded titles, authors and ids of papers. If absent, entries are not compared with them. */
  identities?: Identities
  /** The gaps that the list allows. If absent, missing facts are not reported. */
  gaps?: KnownGaps
  /** The names of rules that cannot run because their data cannot be read, which has a finding of its own. */
  skippedRules?: ReadonlySet<string>
}

/** A finding in the file that a rule was given; the engine adds the path and the rule. */
export type Problem = Omit<Finding, 'path' | 'rule'>

/** A rule that checks one entry at a time. Its name is also its file's name and its heading in CONTRIBUTING. */
export interface EntryRule {
  name: string
  /** The first sentence of the rule's section in CONTRIBUTING. */
  sentence: string
  /** Set if the rule checks the source text, and so also runs on files that are too large to parse and on unclear lines. */
  checksSource?: true
  check(file: EntryFile, context: RuleContext): Iterable<Problem>
}

/** All files that are checked in one run. */
export interface List {
  entries: readonly EntryFile[]
  /** The pages of topics and paths, and the pages about the list. */
  pages: readonly EntryFile[]
  /** The YAML files: vocabulary, configuration and known gaps. */
  data: readonly DataFile[]
  /** The paths to report on; all if absent. When two files conflict, the finding is in one of these. */
  requested?: ReadonlySet<string>
}

/** A rule that compares files with each other, or checks files other than entries. */
export interface ListRule {
  name: string
  /** The first sentence of the rule's section in CONTRIBUTING. */
  sentence: string
  check(list: List, context: RuleContext): Iterable<Problem & { path: string }>
}

/** Yields a node and all its descendants, in document order. */
export function* nodesIn(node: Nodes): Iterable<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesIn(child)
}

/** Caches a function's result for each file, because many rules need it. */
function memoized<T>(compute: (file: EntryFile) => T): (file: EntryFile) => T {
  const cache = new WeakMap<EntryFile, T>()
  return (file) => {
    const value = cache.get(file) ?? compute(file)
    cache.set(file, value)
    return value
  }
}

/** The facts of an entry if all of them match the schema. */
export const factsOf = memoized(
  ({ frontMatter: { values } }): EntryFacts | undefined => entryFacts.safeParse(values).data,
)

/** The facts of an entry that match the schema; each is validated separately. The rule `facts` reports the others. */
export const validFacts = memoized((file): Partial<EntryFacts> => {
  const all = factsOf(file)
  if (all) return all
  const { values } = file.frontMatter
  const facts = factNames.flatMap((name) => {
    if (!Object.hasOwn(values, name)) return []
    const { success, data } = entryFacts.shape[name].safeParse(values[name])
    return success && data !== undefined ? [[name, data]] : []
  })
  return Object.fromEntries(facts)
})

/** The abstract as readers see it, as plain text on one line. */
export const abstractText = memoized((file) => collapseSpaces(plainText(file.abstract)))

/** Whether an abstract ends in an ellipsis, so that its end is missing. */
export function isTruncated(text: string): boolean {
  return /(?:\.{3,}|…)["')\]”’]*$/.test(text)
}

/** Yields a problem for each item of a list in the front matter that is invalid or a duplicate. */
export function* itemProblems(
  name: 'topics' | 'kind' | 'tags' | 'names' | 'alsoTitled',
  file: EntryFile,
  faultOf: (item: string) => string | undefined = () => undefined,
): Iterable<Problem> {
  const items = validFacts(file)[name] ?? []
  for (const [index, item] of items.entries()) {
    const duplicate = `second ${quoted(item)} in \`${name}\`, expected each item once. Take it out.`
    const fault = faultOf(item) ?? (items.indexOf(item) < index ? duplicate : undefined)
    if (fault) yield { ...file.frontMatter.placeOf([name, index]), message: `Unexpected ${fault}` }
  }
}
