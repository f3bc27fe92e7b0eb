import { entryFacts, factNames, type gapName, gapsOf, type KnownGaps } from '../model/entry.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { allOf, shown } from '../text/messages.ts'
import { fileStart } from '../text/place.ts'
import { abstractText, isTruncated, type ListRule } from './engine/rule.ts'

/** What to write for each gap. */
const fixes: Record<(typeof gapName.options)[number], string> = {
  authors: '`authors: […]`, every name',
  published: '`published: …`, the day of the first public version',
  paper: '`paper: https://…`, where the paper is',
  topics: '`topics: […]`, one to three of the list',
  kind: '`kind: […]`, what the paper contributes',
  tags: '`tags: […]`, terms of the vocabulary',
  claim: '`claim: …`, one sentence that says what the paper shows',
  evidence: '`evidence: "…"`, exact words of the abstract',
  abstract: 'the rest of the abstract',
}

/** Returns the gaps of an entry: the expected facts that it lacks, and `abstract` if its abstract is truncated. */
export function gapsIn(file: EntryFile): (typeof gapName.options)[number][] {
  if (Object.keys(file.frontMatter.values).length === 0) return []
  return [
    ...gapsOf(file.frontMatter.values),
    ...(isTruncated(abstractText(file)) ? ['abstract' as const] : []),
  ]
}

/** Checks that every expected fact is present or listed as a known gap, and that no listed gap has been filled. */
export const gaps: ListRule = {
  name: 'gaps',
  sentence: 'Every entry has all the facts that the table above marks as needed.',
  *check({ entries, data }, { gaps: known, vocabulary }) {
    if (!known) return
    for (const file of entries) {
      const unlisted = unreportedGaps(file, known, vocabulary)
      if (unlisted.length === 0) continue
      yield { ...fileStart, path: file.path, message: messageForGaps(unlisted) }
    }
    const file = data.find(({ path }) => path.endsWith('/gaps.yaml'))
    if (!file) return
    const { path, data: yaml } = file
    const byId = new Map(entries.map((entry) => [entry.id, entry]))
    for (const [id, names] of Object.entries(known)) {
      const entry = byId.get(id)
      if (!entry) {
        const message = `Unexpected id ${shown(id, 100)}, expected the id of an entry on the list. Take the line out.`
        yield { ...yaml.placeOf([id], 'key'), path, message }
        continue
      }
      const gaps = entry.frontMatter.faults.length > 0 ? names : gapsIn(entry)
      for (const [index, name] of names.entries()) {
        if (gaps.includes(name)) continue
        const message = `Unexpected gap \`${name}\` of ${shown(id, 100)}, which has it now, expected only what an entry lacks. Take it out, or the whole line if nothing else is in it.`
        yield { ...yaml.placeOf([id, index]), path, other: entry.path, message }
      }
    }
  },
}

/** Returns the message for the gaps of an entry. */
export function messageForGaps(names: readonly (typeof gapName.options)[number][]): string {
  const fix = names.map((name) => fixes[name]).join('; ')
  return `Unexpected entry without ${allOf(names)}, expected every fact of a finished entry. Write ${fix}.`
}

/** Returns the gaps of an entry that are neither known nor explained by another finding. */
export function unreportedGaps(file: EntryFile, known: KnownGaps, { kinds, tags }: Vocabulary) {
  const listed = Object.hasOwn(known, file.id) ? known[file.id] : undefined
  const { values } = file.frontMatter
  // The rule `facts` reports empty values and misspelt keys.
  const unknown = Object.keys(values).filter((key) => !Object.hasOwn(entryFacts.shape, key))
  const misspelt = unknown.map((key) => nearestName(key, factNames))
  // If the vocabulary has no kinds or tags yet, nobody can write them.
  const words: Partial<Record<string, object>> = { kind: kinds, tags }
  // A fact that seems to be missing may be in a line that cannot be read.
  if (file.frontMatter.faults.some(({ isRepaired }) => !isRepaired)) return []
  // The rule `abstract` reports a truncated abstract.
  return gapsIn(file).filter(
    (name) =>
      name !== 'abstract' &&
      Object.keys(words[name] ?? [name]).length > 0 &&
      !listed?.includes(name) &&
      values[name] !== '' &&
      !misspelt.includes(name),
  )
}
