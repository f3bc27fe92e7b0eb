import { type CollectionEntry, getCollection, render } from 'astro:content'
import { compareDates } from '../model/partial-date.ts'
import type { ReadingPath } from '../model/path.ts'
import type { Topic } from '../model/topic.ts'
import type { TagFacts, Vocabulary } from '../model/vocabulary.ts'
import { paperVectors, relatedIndex } from '../similarity/related.ts'
import type { Entry } from './entry.ts'
import { loadedList } from './read.ts'

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

/** A reading path as pages see it, with the entries of its steps. */
export interface Path extends Omit<ReadingPath, 'steps'> {
  steps: { entry: Entry; why: string }[]
  /** The page itself, to be rendered by Astro. */
  page: CollectionEntry<'paths'>
}

/** A function that derives something from the content: once in a build, at each call in development. */
export function once<T>(derive: () => Promise<T>): () => Promise<T> {
  let derived: Promise<T> | undefined
  return () => {
    // In development content changes under a running server, so that nothing may be kept.
    derived = import.meta.env.DEV ? derive() : (derived ?? derive())
    return derived
  }
}

/** All entries, newest paper first, and those that left the list. */
export const everyEntry = once(async (): Promise<readonly Entry[]> => loadedList().entries)

/** All entries on the list, newest paper first. */
export const entries = once(
  async (): Promise<Entry[]> => (await everyEntry()).filter(({ withdrawn }) => !withdrawn),
)

/** Ids whose pages lead elsewhere or stand empty: those that an entry had before, and those of entries that left the list. */
export const formerEntries = once(async (): Promise<{ id: string; entry: Entry }[]> => {
  const all = await everyEntry()
  return all.flatMap((entry) => [
    ...(entry.formerIds ?? []).map((id) => ({ id, entry })),
    ...(entry.withdrawn ? [{ id: entry.id, entry }] : []),
  ])
})

/** The list's vocabulary. */
export const vocabulary = once(async (): Promise<Vocabulary> => loadedList().vocabulary)

/** All topics in their order, each with its entries, newest paper first. */
export const shelves = once(async (): Promise<Shelf[]> => {
  const all = await entries()
  const pages = new Map((await getCollection('topics')).map((page) => [page.id, page]))
  return loadedList().topics.flatMap((topic) => {
    const page = pages.get(topic.id)
    const shelf = all.filter(({ topics }) => topics?.includes(topic.id))
    return page ? [{ ...topic, page, entries: shelf }] : []
  })
})

/** All reading paths in their order, each with the entries of its steps. */
export const paths = once(async (): Promise<Path[]> => {
  const known = await entriesById()
  const pages = new Map((await getCollection('paths')).map((page) => [page.id, page]))
  return loadedList().paths.flatMap(({ steps, ...path }) => {
    const page = pages.get(path.id)
    // A paper that left the list is no step any more.
    const kept = steps.flatMap(({ paper, why }) => {
      const entry = known.get(paper)
      return entry ? [{ entry, why }] : []
    })
    return page ? [{ ...path, page, steps: kept }] : []
  })
})

/** All tags that an entry carries, by name. */
export const tags = once(async (): Promise<Tag[]> => {
  const all = await entries()
  return Object.entries((await vocabulary()).tags)
    .map(([id, tag]) => ({ ...tag, id, entries: all.filter(({ tags }) => tags?.includes(id)) }))
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

/** What each entry is about, in their order, as weights that say how like two entries are. */
export const vectors = once(async () => paperVectors(await entries(), (await vocabulary()).tags))

/** A function that names an entry's nearest others, and what each shares with it. */
export const related = once(async () =>
  relatedIndex(await entries(), (await vocabulary()).tags, await vectors()),
)

/** The entries that joined the list last, the newest paper first among those of one day. */
export const recentlyAdded = once(
  async (): Promise<Entry[]> =>
    (await entries()).toSorted((a, b) => compareDates(b.added, a.added)),
)

/** The introduction of a topic or a path, as a component that takes the components its file may use. */
export async function introductionOf({ page }: Shelf | Path) {
  return (await render(page)).Content
}

/** A page of prose in `content/pages`, as a component that takes the components its file may use; undefined if there is none. */
export async function proseOf(id: string) {
  const page = (await getCollection('pages')).find((one) => one.id === id)
  return page && (await render(page)).Content
}
