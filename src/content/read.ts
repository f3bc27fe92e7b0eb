import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { entryFacts } from '../model/entry.ts'
import { type Finding, findingLine } from '../model/finding.ts'
import { pathPath, topicPath } from '../model/page-path.ts'
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
  ownWords,
  tagVocabulary,
  type Vocabulary,
  venueVocabulary,
} from '../model/vocabulary.ts'
import { parseDataFile } from '../text/data-file.ts'
import { withoutMark } from '../text/place.ts'
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
export function refusing<T>(read: (odd: Finding[]) => T): T {
  const odd: Finding[] = []
  const value = read(odd)
  if (odd.length > 0) throw new RefusedFiles(odd)
  return value
}

/** Refuses a file of the list; the check says more of it. */
function refuse(path: string, expected: string, { line, column } = { line: 1, column: 1 }): never {
  const message = `Unexpected content, expected ${expected} Run \`npm run check\`.`
  throw new RefusedFiles([{ path, line, column, rule: 'vocabulary', message }])
}

/** What a file holds, as its schema says. Throws with the file's name if it holds something else. */
function checked<T>(schema: z.ZodType<T>, path: string, values: unknown): T {
  const { data, error } = schema.safeParse(values)
  if (!error) return data
  const [{ path: key, message } = { path: [], message: 'It is not valid' }] = error.issues
  return refuse(path, `the facts of its schema. ${key.join('.')}: ${message}.`)
}

/** The values of a YAML file; none where there is no such file. Throws where the check would have a finding. */
function valuesOf(path: string): Record<string, unknown> {
  const [file] = refusing((odd) => plainFile(path, odd))
  if (file === undefined) return {}
  const { values, faults } = parseDataFile(file, readPlainFile(file)).data
  const [fault] = faults
  if (fault) refuse(file, `YAML that can be read (${fault.reason.replace(/\.$/, '')}).`, fault)
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

/** Loads the facts of the topics in their order. Throws if one is not valid. */
export function loadTopics(content = 'content'): Topic[] {
  return entryPaths(join(content, 'topics'))
    .map((path) => {
      const { id, frontMatter } = loadEntryFile(path)
      return { ...checked(topicFacts, path, frontMatter.values), id }
    })
    .sort((a, b) => a.order - b.order)
}

/** Loads the reading paths in their order. A list may have none. Throws if one is not valid. */
export function loadPaths(content = 'content'): ReadingPath[] {
  return entryPaths(join(content, 'paths'))
    .map((path) => {
      const { id, frontMatter } = loadEntryFile(path)
      return { ...checked(pathFacts, path, frontMatter.values), id }
    })
    .sort((a, b) => a.order - b.order)
}

/** Loads the introductions of topics and paths, as the Markdown that stands in their files, by the paths of their pages. */
export function loadIntroductions(content = 'content'): Map<string, string> {
  const inFolder = (folder: string, pathOf: (id: string) => string) =>
    entryPaths(join(content, folder)).map((path) => {
      const { id, source, frontMatter } = loadEntryFile(path)
      return [pathOf(id), withoutMark(source).slice(frontMatter.bodyStart).trim()] as const
    })
  return new Map([...inFolder('topics', topicPath), ...inFolder('paths', pathPath)])
}

/** Loads the list's vocabulary. Throws if a file of it is not valid. */
export function loadVocabulary(content = 'content'): Vocabulary {
  const folder = join(content, 'vocabulary')
  refusing((odd) => plainFiles(folder, odd))
  return ownWords({
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
  return refusing((odd) => plainFiles(folder, odd)).filter((path) => path.endsWith('.mdx'))
}

/** Loads all entries, newest first, withdrawn ones included. Throws if the facts of one are not valid. */
export function loadEntries(content = 'content'): Entry[] {
  return entryPaths(join(content, papersFolder))
    .map((path) => {
      const file = loadEntryFile(path)
      return entryOf(file, checked(entryFacts, path, file.frontMatter.values))
    })
    .sort(byDate)
}

/** The order of entries on pages and in files: newest paper first, then by title. */
export function byDate(a: Entry, b: Entry): number {
  return compareDates(b.published, a.published) || a.title.localeCompare(b.title, 'en')
}

/** What loader, pages and integrations have in common: Vite gives each its own modules, in one process. */
const shared = globalThis as { readingListEntries?: readonly Entry[] }

/** Keeps all entries of the list, as the loader read them. */
export function keepEntries(entries: readonly Entry[]): void {
  shared.readingListEntries = entries.toSorted(byDate)
}

/** All entries of the list, newest first, as the loader read them last. */
export function keptEntries(): readonly Entry[] {
  shared.readingListEntries ??= loadEntries()
  return shared.readingListEntries
}
