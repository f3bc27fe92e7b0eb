import { type EntryFacts, entryFacts, factNames } from '../../model/entry.ts'
import type { EntryFile } from '../../text/entry-file.ts'

const known = new WeakMap<EntryFile, Partial<EntryFacts>>()

/** The facts of a file that fit the schema, each judged by itself. The rule `facts` reports the others. */
export function soundFacts(file: EntryFile): Partial<EntryFacts> {
  const before = known.get(file)
  if (before) return before
  const { values } = file.frontMatter
  const facts: Partial<EntryFacts> = Object.fromEntries(
    factNames.flatMap((name) => {
      if (!Object.hasOwn(values, name)) return []
      const { success, data } = entryFacts.shape[name].safeParse(values[name])
      return success && data !== undefined ? [[name, data]] : []
    }),
  )
  known.set(file, facts)
  return facts
}
