import type { Entry } from '../../content/entry.ts'
import { loadEntries, loadSite, loadTopics, loadVocabulary } from '../../content/read.ts'
import { type Reference, referencesOf, type Source } from '../reference.ts'
import { hardEntries } from './hard-entries.ts'

/** The entries of `content/papers`, as the exports get them. */
export const realEntries: Entry[] = loadEntries()

export const vocabulary = loadVocabulary()
export const topics = loadTopics()
export const site = loadSite('content', {})

export const realReferences: Reference[] = referencesOf(realEntries, vocabulary)
export const hardReferences: Reference[] = referencesOf(hardEntries, vocabulary)

/** The hard entry of that id. */
export function hardReference(id: string): Reference {
  const reference = hardReferences.find(({ entry }) => entry.id === id)
  if (!reference) throw new Error(`Unexpected hard entry ${id}, expected one of test-data`)
  return reference
}

/** The site as the exports are told of it in tests: below a base path, with an authority of its own. */
export const testSource: Source = {
  site: { ...site, url: 'https://list.example', base: '/base/', idAuthority: 'list.example,2025' },
  absolute: (path) => `https://list.example/base${path}`,
}
