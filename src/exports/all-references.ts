import { derivedOnce } from '../content/read.ts'
import { latest, loadModifiedDays } from './modified-days.ts'
import { type Reference, referencesOf } from './reference.ts'

/** Returns the day of the last commit of every file in `content` and `src/pages`, by path. */
export const modifiedDays = derivedOnce(
  (): ReadonlyMap<string, string> => loadModifiedDays(['content', 'src/pages']),
)

/** Returns the references of all entries on the list, the newest paper first. */
export const references = derivedOnce(({ entries, topics, vocabulary }): readonly Reference[] =>
  // Withdrawn entries keep their citation keys, so that no other entry can get them.
  referencesOf(entries, { ...vocabulary, topics }, modifiedDays()).filter(
    ({ entry }) => !entry.withdrawn,
  ),
)

/** Returns the references of all entries on the list, by entry id. */
export const referencesById = derivedOnce(
  (): ReadonlyMap<string, Reference> =>
    new Map(references().map((reference) => [reference.entry.id, reference])),
)

/** Returns the day on which an entry was last added or changed; undefined in a list without papers. */
export function lastRevised(): string | undefined {
  const changed = [...modifiedDays()].flatMap(([path, day]) =>
    path.startsWith('content/papers/') ? day : [],
  )
  return latest([...changed, ...references().map(({ entry }) => entry.added)])
}
