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

/** Thrown when a file of the list cannot be loaded. Its message has a line for each finding. */
export class RefusedFiles extends Error {
  override name = 'RefusedFiles'
  readonly findings: readonly Finding[]

  constructor(findings: readonly Finding[]) {
    super(findings.map(findingLine).join('\n'))
    this.findings = findings
  }
}

/** What `read` gives. Throws when it adds a finding. */
export function throwFindings<T>(read: (odd: Finding[]) => T): T {
  const odd: Finding[] = []
  const value = read(odd)
  if (odd.length > 0) throw new RefusedFiles(odd)
  return value
}

/** What a file holds, as its schema says. Throws with the file's name if it holds something else. */
function checked<T>(schema: z.ZodType<T>, path: string, values: unknown): T {
  const { data, error } = schema.safeParse(values)
  if (!error) return data
  const [{ path: key, message } = { path: [], message: 'It is not valid' }] = error.issues
  const said = `Unexpected \`${key.join('.')}\`, ${message}. Run \`npm run check\`.`
  throw new RefusedFiles([{ path, ...fileStart, rule: 'vocabulary', message: said }])
}

/** The values of a YAML file; none where there is no such file. Throws where the check would have a finding. */
function valuesOf(path: string): Record<string, unknown> {
  const [file] = throwFindings((odd) => plainFile(path, odd))
  if (file === undefined) return {}
  const { values, faults } = parseDataFile(file, readPlainFile(file)).data
  const [fault] = faults
  if (fault) throw new RefusedFiles([{ path: file, rule: 'vocabulary', ...fault }])
  return values
}

function loadYaml<T>(schema: z.ZodType<T>, path: string): T {
  return checked(schema, path, valuesOf(path))
}

/** Loads the site's configuration, `site.yaml`. `SITE_URL` and `SITE_BASE` win over it. Throws if it is not valid. */
export function loadSite(content = 'content', environment = process.env): Site {
  const path = join(content, 'site.yaml')
  const { SITE_URL: url, SITE_BASE: base } = environment
  const facts = { ...valuesOf(path), ...(url && { url }), ...(base && { base }) }
  return checked(siteFacts, path, facts)
}

/** Loads the pages in a folder, in their order: the facts of each, and its introduction. */
function loadPages<T extends { order: number }>(schema: z.ZodType<T>, folder: string) {
  return entryPaths(folder)
    .map((path) => {
      const { id, source, frontMatter } = loadEntryFile(path)
      const introduction = withoutBom(source).slice(frontMatter.bodyStart).trim()
      return { ...checked(schema, path, frontMatter.values), id, introduction }
    })
    .sort((a, b) => a.order - b.order)
}

/** Loads the topics in their order. Throws if one is not valid. */
export function loadTopics(content = 'content'): Topic[] {
  return loadPages(topicFacts, join(content, 'topics'))
}

/** Loads the reading paths in their order. A list may have none. Throws if one is not valid. */
export function loadPaths(content = 'content'): ReadingPath[] {
  return loadPages(pathFacts, join(content, 'paths'))
}

/** Loads the list's vocabulary. Throws if a file of it is not valid. */
export function loadVocabulary(content = 'content'): Vocabulary {
  const folder = join(content, 'vocabulary')
  throwFindings((odd) => plainFiles(folder, odd))
  return withoutPrototypes({
    kinds: loadYaml(kindVocabulary, join(folder, 'kinds.yaml')),
    tags: loadYaml(tagVocabulary, join(folder, 'tags.yaml')),
    acronyms: loadYaml(acronymVocabulary, join(folder, 'acronyms.yaml')),
    venues: loadYaml(venueVocabulary, join(folder, 'venues.yaml')),
  })
}

/** Loads the concepts that search knows. A list may have none. Throws if they are not valid. */
export function loadConcepts(content = 'content'): Concepts {
  return loadYaml(conceptVocabulary, join(content, 'vocabulary', 'concepts.yaml'))
}

/** Loads the work that search knows to be missing. A list may name none. Throws if it is not valid. */
export function loadAbsent(content = 'content'): Record<string, AbsentWork> {
  return loadYaml(absentVocabulary, join(content, 'vocabulary', 'absent.yaml'))
}

/** The paths of the entries in a folder, in the order of their names. Throws where something else than plain files is there. */
export function entryPaths(folder: string): string[] {
  // A file is no folder to write entries into: the disk says so, and `convert` reports it.
  if (statsAt(folder)?.isFile()) readdirSync(folder)
  return throwFindings((odd) => plainFiles(folder, odd)).filter((path) => path.endsWith('.mdx'))
}

/**
 * Loads all entries, newest first, withdrawn ones included, through the same guard as the check: an entry is parsed and
 * rendered as prose, never compiled or evaluated. Throws if the guard finds anything.
 */
export function loadEntries(content = 'content'): Entry[] {
  return throwFindings((findings) =>
    plainFiles(join(content, papersFolder), findings).flatMap((path) => {
      // A tree is many times its text: it goes before the next one comes.
      const file = loadEntryFile(path)
      findings.push(...guard(file))
      return findings.length > 0 ? [] : entryOf(file, entryFacts.parse(file.frontMatter.values))
    }),
  ).sort((a, b) => compareDates(b.published, a.published) || a.title.localeCompare(b.title, 'en'))
}

/** A list as pages, exports and search show it. */
export interface LoadedList {
  /** All entries, newest paper first and then by title, withdrawn ones included. */
  entries: readonly Entry[]
  topics: readonly Topic[]
  paths: readonly ReadingPath[]
  vocabulary: Vocabulary
}

/** What loader, pages and integrations have in common: Vite gives each its own modules, in one process. */
const shared = globalThis as {
  readingList?: { list: LoadedList; derived: Map<string, unknown> }
}

/** Loads a list, and keeps it for whoever asks. Throws if a file of it is not valid; then the one before is kept. */
export function loadList(content = 'content'): LoadedList {
  const list = {
    entries: loadEntries(content),
    topics: loadTopics(content),
    paths: loadPaths(content),
    vocabulary: loadVocabulary(content),
  }
  shared.readingList = { list, derived: new Map() }
  return list
}

/** The list as it was loaded last. */
export function loadedList(): LoadedList {
  return shared.readingList?.list ?? loadList()
}

/** What is derived of the kept list, under a name of its own: once for pages and integrations together. */
export function derivedOnce<T>(name: string, derive: (list: LoadedList) => T): T {
  const list = loadedList()
  const derived = shared.readingList?.derived
  if (!derived?.has(name)) derived?.set(name, derive(list))
  return derived?.get(name) as T
}
