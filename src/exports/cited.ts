import { entries, everyEntry, once, vocabulary } from '../content/catalog.ts'
import { latest, loadModifiedDays } from './modified-days.ts'
import { type Reference, referencesOf } from './reference.ts'

/** Every entry on the list as it is cited, newest paper first. */
export const references = once(async (): Promise<Reference[]> => {
  // Withdrawn entries keep their citation keys, so that no other entry gets them.
  const all = referencesOf(await everyEntry(), await vocabulary())
  return all.filter(({ entry }) => !entry.withdrawn)
})

/** An entry as it is cited, by its id. */
export const referencesById = once(
  async () => new Map((await references()).map((reference) => [reference.entry.id, reference])),
)

/** The day on which an entry last joined or changed; undefined in a list without papers. */
export const lastRevised = once(async () => {
  const joined = (await entries()).map(({ added }) => added)
  return latest([...loadModifiedDays('content/papers').values(), ...joined])
})
