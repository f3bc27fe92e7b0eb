import { derivedOnce } from '../content/read.ts'
import { latest, loadModifiedDays, type ModifiedDays } from './modified-days.ts'
import { type Reference, referencesOf } from './reference.ts'

/** The day of the last commit of every file below `content` and `src/pages`. */
export function modifiedDays(): ModifiedDays {
  return derivedOnce('modified days', () => loadModifiedDays(['content', 'src/pages']))
}

/** Every entry on the list as it is cited, newest paper first. */
export function references(): readonly Reference[] {
  return derivedOnce('references', ({ entries, vocabulary }) =>
    // Withdrawn entries keep their citation keys, so that no other entry gets them.
    referencesOf(entries, vocabulary, modifiedDays()).filter(({ entry }) => !entry.withdrawn),
  )
}

/** An entry as it is cited, by its id. */
export function referencesById(): ReadonlyMap<string, Reference> {
  return derivedOnce(
    'references by id',
    () => new Map(references().map((reference) => [reference.entry.id, reference])),
  )
}

/** The day on which an entry last joined or changed; undefined in a list without papers. */
export function lastRevised(): string | undefined {
  const changed = [...modifiedDays()].flatMap(([path, day]) =>
    path.startsWith('content/papers/') ? day : [],
  )
  return latest([...changed, ...references().map(({ entry }) => entry.added)])
}
