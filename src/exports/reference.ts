import type { Entry } from '../content/entry.ts'
import type { Site } from '../model/site.ts'
import { citationKeys } from './citation-key.ts'
import { type CitedEntry, citedEntry, type DisplayNames } from './cited-entry.ts'
import { type CslItem, cslItemOf } from './csl.ts'

/** Returns the fields that have a value, in order. A list of values becomes several fields with the same name. */
export function fieldsOf(
  fields: Readonly<Record<string, string | readonly string[] | undefined>>,
): [name: string, value: string][] {
  return Object.entries(fields).flatMap(([name, values = []]) =>
    [values].flat().flatMap((value): [string, string][] => (value ? [[name, value]] : [])),
  )
}

/** The site that exports refer to. */
export interface SiteContext {
  site: Site
  /** Returns the absolute address of a page or file, given its path below the base. */
  absolute(path: `/${string}`): string
}

/** Returns the labels and addresses of an entry's links, in the order in which they are shown. */
export function namedLinks({
  links = {},
}: Pick<Entry, 'links'>): [name: string, address: string][] {
  const { code, data, model, project } = links
  return fieldsOf({ Code: code, Data: data, Model: model, Project: project })
}

/** An entry with everything that its citations need. */
export interface Reference extends CitedEntry {
  item: CslItem
}

/**
 * Makes a reference for each entry, in the given order. Citation keys are unique only among the given entries, so pass the
 * whole list. `days` has the days on which files last changed, by path.
 */
export function referencesOf(
  entries: readonly Entry[],
  names: DisplayNames,
  days: ReadonlyMap<string, string> = new Map(),
): Reference[] {
  const keys = citationKeys(entries)
  const times = addedTimes(entries)
  return entries.map((entry) => {
    const { id, path, added } = entry
    const cited = citedEntry(entry, names, times.get(id) ?? added, days.get(path))
    return { ...cited, item: cslItemOf(keys.get(id) ?? id, cited) }
  })
}

/**
 * The time at which each entry was added, by its id. Entries of the same day are a minute apart, the last one of the list
 * first, because feed readers sort by time and would mix up items with equal times.
 */
function addedTimes(entries: readonly Entry[]): Map<string, string> {
  const minutes = new Map<string, number>()
  return new Map(
    entries.toReversed().map(({ id, added }) => {
      const minute = minutes.get(added) ?? 0
      // A day has 1,440 minutes; any further entries share the last one.
      minutes.set(added, Math.min(minute + 1, 1439))
      return [id, new Date(Date.parse(added) + minute * 60_000).toISOString().replace('.000', '')]
    }),
  )
}
