import { basename } from 'node:path'
import { newId } from '../../src/intake/entry.ts'
import { identifiersOf, titleKey } from '../../src/model/identifier.ts'
import { nearTitles } from '../../src/similarity/near-titles.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'

/** An entry that has a paper, and what the two have in common. */
export interface ClaimingEntry {
  path: string
  /** The titles of the entry's paper, the present one first. */
  titles: readonly string[]
  by: 'id' | 'title' | 'near title'
}

/** The facts that tell a paper from others, not validated yet. */
type Claim = { [Fact in 'title' | 'publishedTitle' | 'alsoTitled' | 'paper' | 'doi']?: unknown }

/** The papers that entries have, and the ids that are taken, those of renamed entries included. */
export function existingPapersIn(files: readonly Pick<EntryFile, 'path' | 'frontMatter'>[]) {
  const ids = new Set<string>()
  const owners = new Map<string, Omit<ClaimingEntry, 'by'>>()
  const add = ({ path, frontMatter: { values } }: (typeof files)[number]) => {
    const owner = { path, titles: titlesOf(values) }
    for (const id of [basename(path, '.mdx'), ...listOf(values['formerIds'])]) ids.add(String(id))
    for (const key of [...idsOf(values), ...owner.titles.map(keyOf)])
      if (!owners.has(key)) owners.set(key, owner)
  }
  files.forEach(add)
  const found = (keys: readonly string[], by: ClaimingEntry['by']): ClaimingEntry | undefined => {
    const owner = keys.flatMap((key) => owners.get(key) ?? [])[0]
    return owner && { ...owner, by }
  }
  return {
    /** Takes a new entry in. */
    add,
    /** The entry that has a paper's identifier, or else one of its titles. */
    ownerOf: (paper: Claim) =>
      found(idsOf(paper), 'id') ?? found(titlesOf(paper).map(keyOf), 'title'),
    /** An entry with nearly the same title. */
    nearOwnerOf(title: string | undefined): ClaimingEntry | undefined {
      if (title === undefined) return undefined
      const titled = [...new Set(owners.values())].flatMap((owner) =>
        owner.titles.map((text) => ({ owner, text })),
      )
      const [place = -1] = nearTitles(titled.map(({ text }) => text))(title)
      const near = titled[place]?.owner
      return near && { ...near, by: 'near title' }
    },
    /** Makes the id of a new entry from its title, and takes it. */
    takeId(title: string): string {
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
