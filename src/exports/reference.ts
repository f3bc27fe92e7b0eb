import type { Entry } from '../content/entry.ts'
import type { Site } from '../model/site.ts'
import { citationKeys } from './citation-key.ts'
import { type CitedEntry, citedEntry, type Names } from './cited-entry.ts'
import { type CslItem, itemOf } from './csl.ts'

/** The fields of a format that have a value, in their order. A list of values stands for a field of each. */
export function fieldsOf(
  fields: Readonly<Record<string, string | readonly string[] | undefined>>,
): [name: string, value: string][] {
  return Object.entries(fields).flatMap(([name, values = []]) =>
    [values].flat().flatMap((value): [string, string][] => (value ? [[name, value]] : [])),
  )
}

/** What an export says of the site that it comes from. */
export interface Source {
  site: Site
  /** The absolute address of a page or file, from its path below the base. */
  absolute(path: `/${string}`): string
}

/** The names and addresses of an entry's links, in the order in which readers want them. */
export function namedLinks({
  links = {},
}: Pick<Entry, 'links'>): [name: string, address: string][] {
  const { code, data, model, project } = links
  return fieldsOf({ Code: code, Data: data, Model: model, Project: project })
}

/** An entry with all that citing it needs. */
export interface Reference extends CitedEntry {
  item: CslItem
}

/**
 * A reference for each entry, in the order given. Keys are unique among all of them, so give the whole list. `days` says
 * when the entries' files last changed, where that is known.
 */
export function referencesOf(
  entries: readonly Entry[],
  names: Names,
  days: ReadonlyMap<string, string> = new Map(),
): Reference[] {
  const keys = citationKeys(entries)
  const times = addedTimes(entries)
  return entries.map((entry) => {
    const { id, path, added } = entry
    const cited = citedEntry(entry, names, times.get(id) ?? added, days.get(path))
    return { ...cited, item: itemOf(keys.get(id) ?? id, cited) }
  })
}

/**
 * The time at which each entry joined the list, by its id. Entries of one day are a minute apart, the last one in the list
 * first, because feed readers sort by time and would shuffle what has the same.
 */
function addedTimes(entries: readonly Entry[]): Map<string, string> {
  const minutes = new Map<string, number>()
  return new Map(
    entries.toReversed().map(({ id, added }) => {
      const minute = minutes.get(added) ?? 0
      // A day has 1,440 minutes; what is more shares the last one.
      minutes.set(added, Math.min(minute + 1, 1439))
      return [id, new Date(Date.parse(added) + minute * 60_000).toISOString().replace('.000', '')]
    }),
  )
}
