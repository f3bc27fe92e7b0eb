import { entryFacts, factNames, type gapName, gapsOf, type KnownGaps } from '../model/entry.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { fileStart } from '../text/place.ts'
import { abstractText, isCut, type ListRule } from './engine/rule.ts'
import { shown } from './engine/words.ts'

/** The file that names what entries are known to lack; its name below the content folder. */
const gapsFile = 'gaps.yaml'

const cures: Record<(typeof gapName.options)[number], string> = {
  authors: 'Write `authors: […]`, every name.',
  published: 'Write `published: …`, the day of the first public version.',
  paper: 'Write `paper: https://…`, where the paper is.',
  topics: 'Write `topics: […]`, one to three of the list.',
  kind: 'Write `kind: […]`, what the paper contributes.',
  tags: 'Write `tags: […]`, terms of the vocabulary.',
  claim: 'Write `claim: …`, one sentence that says what the paper shows.',
  evidence: 'Write `evidence: "…"`, exact words of the abstract.',
  abstract: 'Write the rest of the abstract.',
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
      for (const message of missingFrom(file, known, vocabulary)) {
        yield { ...fileStart, path: file.path, message }
      }
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
        const message = `Unexpected gap \`${name}\` of ${shown(id, 100)}, which has it now, expected gaps only. Take it out.`
        yield { ...written.placeOf([id, index]), path, message }
      }
    }
  },
}

function* missingFrom(
  file: EntryFile,
  known: KnownGaps,
  { kinds, tags }: Vocabulary,
): Iterable<string> {
  const admitted = Object.hasOwn(known, file.id) ? known[file.id] : undefined
  const { values } = file.frontMatter
  // An empty value or a misspelt key has a finding of its own.
  const unknown = Object.keys(values).filter((key) => !Object.hasOwn(entryFacts.shape, key))
  const misspelt = unknown.map((key) => nearestName(key, factNames))
  for (const name of lacking(file)) {
    // The rule `abstract` reports a cut abstract, at its end.
    if (name === 'abstract' || admitted?.includes(name)) continue
    // What the list has no words for yet nobody can write.
    const words = { kind: kinds, tags }[name as string]
    if (words && Object.keys(words).length === 0) continue
    if (values[name] === '' || misspelt.includes(name)) continue
    yield `Unexpected entry without \`${name}\`, expected every fact of a finished entry. ${cures[name]}`
  }
}
