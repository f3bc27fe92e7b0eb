import { entryFacts, factNames, type gapName, gapsOf, type KnownGaps } from '../model/entry.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { allOf, shown } from '../text/messages.ts'
import { fileStart } from '../text/place.ts'
import { abstractText, isCut, type ListRule } from './engine/rule.ts'

/** The file that names what entries are known to lack; its name below the content folder. */
const gapsFile = 'gaps.yaml'

/** What to write for each missing fact. */
const cures: Record<(typeof gapName.options)[number], string> = {
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

/** What an entry lacks: expected facts, and the end of its abstract. */
export function lacking(file: EntryFile): (typeof gapName.options)[number][] {
  if (Object.keys(file.frontMatter.values).length === 0) return []
  return [
    ...gapsOf(file.frontMatter.values),
    ...(isCut(abstractText(file)) ? ['abstract' as const] : []),
  ]
}

/** Every expected fact is there, or is named as a known gap; a gap that is none any more is named no longer. */
export const gaps: ListRule = {
  name: 'gaps',
  sentence: 'Every entry has all facts that the table above marks as needed.',
  *check({ entries, data }, { gaps: known, vocabulary }) {
    if (!known) return
    for (const file of entries) {
      const missing = missingFrom(file, known, vocabulary)
      if (missing.length === 0) continue
      yield { ...fileStart, path: file.path, message: messageForMissing(missing) }
    }
    const register = data.find(({ path }) => path.endsWith(`/${gapsFile}`))
    if (!register) return
    const { path, data: written } = register
    const byId = new Map(entries.map((entry) => [entry.id, entry]))
    for (const [id, names] of Object.entries(known)) {
      const entry = byId.get(id)
      if (!entry) {
        const message = `Unexpected entry ${shown(id, 100)}, expected the id of one in the list. Take the line out.`
        yield { ...written.placeOf([id], 'key'), path, message }
        continue
      }
      const missing = entry.frontMatter.faults.length > 0 ? names : lacking(entry)
      for (const [index, name] of names.entries()) {
        if (missing.includes(name)) continue
        const message = `Unexpected gap \`${name}\` of ${shown(id, 100)}, which has it now, expected gaps only. Take it out, and the whole line with the last one.`
        yield { ...written.placeOf([id, index]), path, other: entry.path, message }
      }
    }
  },
}

/** The message for facts that an entry lacks. */
export function messageForMissing(names: readonly (typeof gapName.options)[number][]): string {
  const cure = names.map((name) => cures[name]).join('; ')
  return `Unexpected entry without ${allOf(names)}, expected every fact of a finished entry. Write ${cure}.`
}

/** The facts that an entry lacks and that no other finding speaks of. */
export function missingFrom(file: EntryFile, known: KnownGaps, { kinds, tags }: Vocabulary) {
  const admitted = Object.hasOwn(known, file.id) ? known[file.id] : undefined
  const { values } = file.frontMatter
  // An empty value or a misspelt key has a finding of its own.
  const unknown = Object.keys(values).filter((key) => !Object.hasOwn(entryFacts.shape, key))
  const misspelt = unknown.map((key) => nearestName(key, factNames))
  // What the list has no words for yet nobody can write.
  const words: Partial<Record<string, object>> = { kind: kinds, tags }
  // A line that cannot be read may hold what seems to be missing.
  if (file.frontMatter.faults.some(({ isRepaired }) => !isRepaired)) return []
  // The rule `abstract` reports a cut abstract, at its end.
  return lacking(file).filter(
    (name) =>
      name !== 'abstract' &&
      Object.keys(words[name] ?? [name]).length > 0 &&
      !admitted?.includes(name) &&
      values[name] !== '' &&
      !misspelt.includes(name),
  )
}
