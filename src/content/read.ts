import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { entryFacts } from '../model/entry.ts'
import { type Finding, findingLine } from '../model/finding.ts'
import { compareDates } from '../model/partial-date.ts'
import { pathFacts, type ReadingPath } from '../model/path.ts'
import { type Site, siteFacts } from '../model/site.ts'
import { type Topic, topicFacts } from '../model/topic.ts'
import {
  type AbsentWork,
  absentVocabulary,
  acronymVocabulary,
  type Concepts,
  conceptVocabulary,
  kindVocabulary,
  tagVocabulary,
  type Vocabulary,
  venueVocabulary,
  withoutPrototypes,
} from '../model/vocabulary.ts'
import { guard } from '../rules/engine/guard.ts'
import { fileStart, withoutBom } from '../text/place.ts'
import { parseDataFile } from '../text/yaml.ts'
import { type Entry, entryOf } from './entry.ts'
import { loadEntryFile, papersFolder } from './list.ts'
import { plainFile, plainFiles, readPlainFile, statsAt } from './plain-file.ts'

export { loadEntryFile, papersFolder }

/** Thrown when files of the list are invalid. Its message has one line for each finding. */
export class RefusedFiles extends Error {
  override name = 'RefusedFiles'
  readonly findings: readonly Finding[]

  constructor(findings: readonly Finding[]) {
    super(findings.map(findingLine).join('\n'))
    this.findings = findings
  }
}

/** Returns what `read` returns. Throws `RefusedFiles` if it added findings. */
export function throwFindings<T>(read: (findings: Finding[]) => T): T {
  const findings: Finding[] = []
  const value = read(findings)
  if (findings.length > 0) throw new RefusedFiles(findings)
  return value
}

/** Validates the values of a YAML file, or other values of a file, by a schema. Throws a finding if they are invalid. */
function validated<T>(schema: z.ZodType<T>, path: string, values: unknown = valuesOf(path)): T {
  const { data, error } = schema.safeParse(values)
  if (!error) return data
  const [{ path: key, message: expected } = { path: [], message: 'expected valid values' }] =
    error.issues
  const message = `Unexpected \`${key.join('.')}\`, ${expected}. Run \`npm run check\`.`
  throw new RefusedFiles([{ path, ...fileStart, rule: 'vocabulary', message }])
}

/** Reads the values of a YAML file; none if there is no such file. Throws a finding if it cannot be read. */
function valuesOf(path: string): Record<string, unknown> {
  const [file] = throwFindings((findings) => plainFile(path, findings))
  if (file === undefined) return {}
  const { values, faults } = parseDataFile(file, readPlainFile(file)).data
  const [fault] = faults
  if (fault) throw new RefusedFiles([{ path: file, rule: 'vocabulary', ...fault }])
  return values
}

/** Loads the site's configuration, `site.yaml`; `SITE_URL` and `SITE_BASE` override it. Throws if it is invalid. */
export function loadSite(content = 'content', environment = process.env): Site {
  const path = join(content, 'site.yaml')
  const { SITE_URL: url, SITE_BASE: base } = environment
  const facts = { ...valuesOf(path), ...(url && { url }), ...(base && { base }) }
  return validated(siteFacts, path, facts)
}

/** Loads the pages in a folder, sorted by `order`: the facts and the introduction of each. */
function loadPages<T extends { order: number }>(schema: z.ZodType<T>, folder: string) {
  return entryPaths(folder)
    .map((path) => {
      const { id, source, frontMatter } = loadEntryFile(path)
      const introduction = withoutBom(source).slice(frontMatter.bodyStart).trim()
      return { ...validated(schema, path, frontMatter.values), id, introduction }
    })
    .sort((a, b) => a.order - b.order)
}

/** Loads the topics, sorted by `order`. Throws if one is invalid. */
export function loadTopics(content = 'content'): Topic[] {
  return loadPages(topicFacts, join(content, 'topics'))
}

/** Loads the reading paths, sorted by `order`. A list may have none. Throws if one is invalid. */
export function loadPaths(content = 'content'): ReadingPath[] {
  return loadPages(pathFacts, join(content, 'paths'))
}

/** Loads the list's vocabulary. Throws if a file of it is invalid. */
export function loadVocabulary(content = 'content'): Vocabulary {
  const folder = join(content, 'vocabulary')
  throwFindings((findings) => plainFiles(folder, findings))
  return withoutPrototypes({
    kinds: validated(kindVocabulary, join(folder, 'kinds.yaml')),
    tags: validated(tagVocabulary, join(folder, 'tags.yaml')),
    acronyms: validated(acronymVocabulary, join(folder, 'acronyms.yaml')),
    venues: validated(venueVocabulary, join(folder, 'venues.yaml')),
  })
}

/** Loads the concepts for search. A list may have none. Throws if they are invalid. */
export function loadConcepts(content = 'content'): Concepts {
  return validated(conceptVocabulary, join(content, 'vocabulary', 'concepts.yaml'))
}

/** Loads the names of absent work for search. A list may have none. Throws if they are invalid. */
export function loadAbsent(content = 'content'): Record<string, AbsentWork> {
  return validated(absentVocabulary, join(content, 'vocabulary', 'absent.yaml'))
}

/** The sorted paths of the `.mdx` files in a folder. Throws if the folder has anything but plain files. */
export function entryPaths(folder: string): string[] {
  // Throws `ENOTDIR`, which `convert` reports.
  if (statsAt(folder)?.isFile()) readdirSync(folder)
  return throwFindings((findings) => plainFiles(folder, findings)).filter((path) =>
    path.endsWith('.mdx'),
  )
}

/**
 * Loads all entries, withdrawn ones included, newest paper first and then by title. Entries are parsed and rendered as
 * prose, never compiled or evaluated. Throws if the guard has findings.
 */
export function loadEntries(content = 'content'): Entry[] {
  return throwFindings((findings) =>
    plainFiles(join(content, papersFolder), findings).flatMap((path) => {
      // A tree is much larger than its text, so only one at a time is in memory.
      const file = loadEntryFile(path)
      findings.push(...guard(file))
      return findings.length > 0 ? [] : entryOf(file, entryFacts.parse(file.frontMatter.values))
    }),
  ).sort((a, b) => compareDates(b.published, a.published) || a.title.localeCompare(b.title, 'en'))
}

/** A list for pages, exports and search. */
export interface LoadedList {
  /** All entries, withdrawn ones included, newest paper first and then by title. */
  entries: readonly Entry[]
  topics: readonly Topic[]
  paths: readonly ReadingPath[]
  vocabulary: Vocabulary
}

let loaded: LoadedList | undefined

/** Loads a list for `loadedList`. Throws if a file of it is invalid, and keeps the list that was loaded before. */
export function loadList(content = 'content'): LoadedList {
  loaded = {
    entries: loadEntries(content),
    topics: loadTopics(content),
    paths: loadPaths(content),
    vocabulary: loadVocabulary(content),
  }
  return loaded
}

/** The list that was loaded last. Loads it if there is none. */
export function loadedList(): LoadedList {
  return loaded ?? loadList()
}

/** Makes a function that computes a value from the loaded list, once until a list is loaded again. */
export function derivedOnce<T>(derive: (list: LoadedList) => T): () => T {
  let last: { list: LoadedList; value: T } | undefined
  return () => {
    const list = loadedList()
    if (last?.list !== list) last = { list, value: derive(list) }
    return last.value
  }
}
