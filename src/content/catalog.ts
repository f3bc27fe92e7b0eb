import { type CollectionEntry, getCollection, render } from 'astro:content'
import { compareDates } from '../model/partial-date.ts'
import type { ReadingPath } from '../model/path.ts'
import type { Topic } from '../model/topic.ts'
import type { TagFacts, Vocabulary } from '../model/vocabulary.ts'
import { paperVectors, relatedIndex } from '../similarity/related.ts'
import type { Entry } from './entry.ts'
import { loadShared } from './shared.ts'

/** The list that was loaded last. */
export const { loadedList }: typeof import('./read.ts') = loadShared('./src/content/read.ts')

/** A tag for pages, with its entries. */
export interface Tag extends TagFacts {
  id: string
  entries: Entry[]
}

/** A topic for pages, with its entries. */
export interface Shelf extends Topic {
  entries: Entry[]
  /** The topic's page, which Astro renders. */
  page: CollectionEntry<'topics'>
}

/** A reading path for pages, with the entries of its steps. */
export interface Path extends Omit<ReadingPath, 'steps'> {
  steps: { entry: Entry; why: string }[]
  /** The path's page, which Astro renders. */
  page: CollectionEntry<'paths'>
}

/** Memoises a function for a build. In development it runs at each call. */
export function once<T>(derive: () => Promise<T>): () => Promise<T> {
  let derived: Promise<T> | undefined
  return () => {
    // The content may change while a development server runs.
    derived = import.meta.env.DEV ? derive() : (derived ?? derive())
    return derived
  }
}

/** All entries, withdrawn ones included, newest paper first. */
export const everyEntry = once(async (): Promise<readonly Entry[]> => loadedList().entries)

/** All entries on the list, newest paper first. */
export const entries = once(
  async (): Promise<Entry[]> => (await everyEntry()).filter(({ withdrawn }) => !withdrawn),
)

/** The former ids of entries, whose pages redirect, and the ids of withdrawn entries, whose pages say so. */
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
    // Withdrawn papers are left out.
    const entrySteps = steps.flatMap(({ paper, why }) => {
      const entry = known.get(paper)
      return entry ? [{ entry, why }] : []
    })
    return page ? [{ ...path, page, steps: entrySteps }] : []
  })
})

/** All tags that an entry has, sorted by name. */
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

/** All tags that an entry has, by id. */
export const tagsById = byId(tags)

/** The vector of each entry, in the order of `entries`; the cosine of two is their similarity. */
export const vectors = once(async () => paperVectors(await entries(), (await vocabulary()).tags))

/** A function that returns the entries most similar to one, with what they share. */
export const related = once(async () =>
  relatedIndex(await entries(), (await vocabulary()).tags, await vectors()),
)

/** All entries, the last added first; of one day the newest paper first. */
export const recentlyAdded = once(
  async (): Promise<Entry[]> =>
    (await entries()).toSorted((a, b) => compareDates(b.added, a.added)),
)

/** The text of a topic's or path's page, as a component. */
export async function introductionOf({ page }: Shelf | Path) {
  return (await render(page)).Content
}

/** The text of a page in `content/pages`, as a component; undefined if there is no such page. */
export async function proseOf(id: string) {
  const page = (await getCollection('pages')).find((one) => one.id === id)
  return page && (await render(page)).Content
}
