import { type CollectionEntry, getCollection, render } from 'astro:content'
import { exportFiles } from './exports/files.ts'
import { type Reference, referencesOf } from './exports/reference.ts'
import { loadVocabulary } from './library.ts'
import type { EntryFacts } from './model/entry.ts'
import { compareDates } from './model/partial-date.ts'
import type { Topic } from './model/topic.ts'
import type { TagFacts } from './model/vocabulary.ts'
import { exampleQueries } from './search/examples.ts'
import { relatedIndex } from './similarity/related.ts'
import { absolute, site } from './site.ts'
import { type LoadedEntry, loadedEntries } from './text/loaded-entry.ts'

/** One entry as pages see it: its facts, and what is written in its file. */
export interface Entry extends EntryFacts, Omit<LoadedEntry, 'facts' | 'abstract' | 'notes'> {
  /** The abstract as a reader sees it, without markup. */
  abstractText: string
}

/** A tag as pages see it, with the entries that carry it. */
export interface Tag extends TagFacts {
  id: string
  entries: Entry[]
}

/** A topic as pages see it, with its shelf. */
export interface Shelf extends Topic {
  entries: Entry[]
  /** The topic page itself, to be rendered by Astro. */
  page: CollectionEntry<'topics'>
}

/** Newest first by the paper's date, then by title. */
function byDate(a: Entry, b: Entry): number {
  return compareDates(b.published, a.published) || a.title.localeCompare(b.title, 'en')
}

const once = <T>(load: () => Promise<T>) => {
  let loaded: Promise<T> | undefined
  // In development content changes under a running server, so that nothing may be kept.
  return () => {
    loaded = import.meta.env.DEV ? load() : (loaded ?? load())
    return loaded
  }
}

const everything = once(async (): Promise<Entry[]> => {
  // Asked so that a page is made anew when an entry changes under a development server.
  await getCollection('papers')
  return loadedEntries()
    .map(({ facts, abstract, notes: _, ...entry }) => ({
      ...facts,
      ...entry,
      abstractText: abstract,
    }))
    .sort(byDate)
})

/** All entries on the list, newest paper first. */
export const entries = once(
  async (): Promise<Entry[]> => (await everything()).filter(({ withdrawn }) => !withdrawn),
)

/** Ids whose pages lead elsewhere or stand empty: those that an entry had before, and those of entries that left the list. */
export const formerEntries = once(async (): Promise<{ id: string; entry: Entry }[]> => {
  const all = await everything()
  return all.flatMap((entry) => [
    ...(entry.formerIds ?? []).map((id) => ({ id, entry })),
    ...(entry.withdrawn ? [{ id: entry.id, entry }] : []),
  ])
})

/** All topics in their order, each with its entries, newest paper first. */
export const shelves = once(async (): Promise<Shelf[]> => {
  const all = await entries()
  const pages = await getCollection('topics')
  return pages
    .map((page) => ({
      ...page.data,
      id: page.id,
      page,
      entries: all.filter((entry) => entry.topics?.includes(page.id)),
    }))
    .sort((a, b) => a.order - b.order)
})

/** All tags that an entry carries, by name. */
export const tags = once(async (): Promise<Tag[]> => {
  const all = await entries()
  const vocabulary = await getCollection('tags')
  return vocabulary
    .map(({ id, data }) => ({
      ...data,
      id,
      entries: all.filter((entry) => entry.tags?.includes(id)),
    }))
    .filter((tag) => tag.entries.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
})

const byId = <T extends { id: string }>(load: () => Promise<T[]>) =>
  once(async () => new Map((await load()).map((item) => [item.id, item])))

/** All entries by id. */
export const entriesById = byId(entries)

/** All topics by id. */
export const shelvesById = byId(shelves)

/** All tags that an entry carries, by id. */
export const tagsById = byId(tags)

/** Queries that show what can be searched for. */
export const examples = once(async () =>
  exampleQueries(await entries(), new Map((await tags()).map(({ id, name }) => [id, name]))),
)

const words = once(async () => loadVocabulary())

/** Every entry as it is cited, in the order of `entries`; citation keys are unique among them and the withdrawn ones. */
export const references = once(async (): Promise<Reference[]> => {
  const all = await everything()
  return referencesOf(all, await words()).filter(({ entry }) => !entry.withdrawn)
})

/** An entry as it is cited, by its id. */
export const referencesById = once(
  async () => new Map((await references()).map((reference) => [reference.entry.id, reference])),
)

/** The names of the topics, by id. */
export const topicNames = once(async () =>
  Object.fromEntries((await shelves()).map(({ id, name }) => [id, name])),
)

/** Every file that the site has beside its pages; made anew at each call, so that what their writers remember goes with them. */
export const exports = async () =>
  exportFiles(
    { references: await references(), topics: await shelves(), tags: await tags() },
    { site, absolute },
  )

/** A function that names an entry's nearest others. */
export const related = once(async () => relatedIndex(await entries()))

/** The entries that joined the list last, the newest paper first among those of one day. */
export const recentlyAdded = once(
  async (): Promise<Entry[]> =>
    (await entries()).toSorted((a, b) => compareDates(b.added, a.added)),
)

/** A topic's introduction, as a component that takes the components its file may use. */
export async function introductionOf({ page }: Shelf) {
  return (await render(page)).Content
}
