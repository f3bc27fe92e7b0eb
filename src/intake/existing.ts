import { identifiersOf, titleKey } from '../model/identifier.ts'
import { nearTitles } from '../similarity/near-titles.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { newId } from './entry.ts'

/** The part of an entry's file that identifies its paper. */
type EntryHead = Pick<EntryFile, 'path' | 'frontMatter'>

/** An entry that has a paper already, and how it was found. */
export interface ExistingEntry<File extends EntryHead = EntryHead> {
  file: File
  path: string
  /** The titles of the entry, the current one first. */
  titles: readonly string[]
  by: 'id' | 'title' | 'near title'
}

/** The facts that identify a paper, not validated yet. */
type IdentifyingFacts = {
  [Fact in 'title' | 'publishedTitle' | 'alsoTitled' | 'paper' | 'doi']?: unknown
}

/** Indexes entries by their papers and ids, including former ids. */
export function indexEntries<File extends EntryHead>(files: readonly File[]) {
  type Entry = Omit<ExistingEntry<File>, 'by'>
  const ids = new Set<string>()
  const byKey = new Map<string, Entry>()
  const titled: { entry: Entry; title: string }[] = []
  let findNear: ReturnType<typeof nearTitles> | undefined
  const add = (file: File) => {
    const { values } = file.frontMatter
    const entry = { file, path: file.path, titles: titlesOf(values) }
    const id = file.path.replace(/^.*\//, '').replace(/\.mdx$/, '')
    for (const own of [id, ...listOf(values['formerIds'])]) ids.add(String(own))
    for (const key of [...idsOf(values), ...entry.titles.map(keyOf)])
      if (!byKey.has(key)) byKey.set(key, entry)
    titled.push(...entry.titles.map((title) => ({ entry, title })))
    findNear = undefined
  }
  files.forEach(add)
  const found = (entry: Entry | undefined, by: ExistingEntry['by']) => entry && { ...entry, by }
  const first = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? [])[0]
  return {
    /** Adds a new entry. */
    add,
    /** The entry with one of a paper's identifiers, otherwise with one of its titles. */
    findEntry: (paper: IdentifyingFacts): ExistingEntry<File> | undefined =>
      found(first(idsOf(paper)), 'id') ?? found(first(titlesOf(paper).map(keyOf)), 'title'),
    /** An entry with nearly the same title as a paper. */
    findNearEntry(paper: IdentifyingFacts): ExistingEntry<File> | undefined {
      findNear ??= nearTitles(titled.map(({ title }) => title))
      const [index = -1] = titlesOf(paper).flatMap(findNear)
      return found(titled[index]?.entry, 'near title')
    },
    /** Makes the id of a new entry from its title, and reserves it. */
    reserveId(title: string): string {
      const id = newId(title, ids)
      ids.add(id)
      return id
    },
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
const keyOf = (title: string) => titleKey(title) || title

function titlesOf({ title, publishedTitle, alsoTitled }: IdentifyingFacts): string[] {
  return [title, publishedTitle, ...listOf(alsoTitled)].flatMap((value) => textOf(value) ?? [])
}

function idsOf({ paper, doi }: IdentifyingFacts): string[] {
  return identifiersOf({ paper: textOf(paper), doi: textOf(doi) })
}
