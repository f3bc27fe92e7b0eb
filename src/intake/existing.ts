import { identifiersOf, titleKey } from '../model/identifier.ts'
import { nearTitles } from '../similarity/near-titles.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { newId } from './entry.ts'

/** What of an entry's file tells its paper from others. */
type Head = Pick<EntryFile, 'path' | 'frontMatter'>

/** An existing entry of a paper, and by what it was found. */
export interface ExistingEntry<File extends Head = Head> {
  file: File
  path: string
  /** The titles of the entry, the present one first. */
  titles: readonly string[]
  by: 'id' | 'title' | 'near title'
}

/** The facts that identify a paper, not validated yet. */
type Claim = { [Fact in 'title' | 'publishedTitle' | 'alsoTitled' | 'paper' | 'doi']?: unknown }

/** Indexes the papers of entries, and the ids in use, including former ids. */
export function existingEntries<File extends Head>(files: readonly File[]) {
  type Owner = Omit<ExistingEntry<File>, 'by'>
  const ids = new Set<string>()
  const owners = new Map<string, Owner>()
  const titled: { owner: Owner; text: string }[] = []
  let near: ReturnType<typeof nearTitles> | undefined
  const add = (file: File) => {
    const { values } = file.frontMatter
    const owner = { file, path: file.path, titles: titlesOf(values) }
    const id = file.path.replace(/^.*\//, '').replace(/\.mdx$/, '')
    for (const own of [id, ...listOf(values['formerIds'])]) ids.add(String(own))
    for (const key of [...idsOf(values), ...owner.titles.map(keyOf)])
      if (!owners.has(key)) owners.set(key, owner)
    titled.push(...owner.titles.map((text) => ({ owner, text })))
    near = undefined
  }
  files.forEach(add)
  const found = (owner: Owner | undefined, by: ExistingEntry['by']) => owner && { ...owner, by }
  const first = (keys: readonly string[]) => keys.flatMap((key) => owners.get(key) ?? [])[0]
  return {
    /** Adds a new entry. */
    add,
    /** The entry with a paper's identifier, otherwise with one of its titles. */
    findEntry: (paper: Claim): ExistingEntry<File> | undefined =>
      found(first(idsOf(paper)), 'id') ?? found(first(titlesOf(paper).map(keyOf)), 'title'),
    /** An entry with nearly the same title as one of a paper's. */
    findNearEntry(paper: Claim): ExistingEntry<File> | undefined {
      near ??= nearTitles(titled.map(({ text }) => text))
      const [place = -1] = titlesOf(paper).flatMap(near)
      return found(titled[place]?.owner, 'near title')
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
const textsOf = (values: readonly unknown[]) => values.filter((value) => typeof value === 'string')
const keyOf = (title: string) => titleKey(title) || title

function titlesOf({ title, publishedTitle, alsoTitled }: Claim): string[] {
  return textsOf([title, publishedTitle, ...listOf(alsoTitled)])
}

function idsOf({ paper, doi }: Claim): string[] {
  const [[address], [own]] = [textsOf([paper]), textsOf([doi])]
  return identifiersOf({ paper: address, doi: own })
}
