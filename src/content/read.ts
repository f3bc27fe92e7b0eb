import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { entryFacts } from '../model/entry.ts'
import { compareDates } from '../model/partial-date.ts'
import { type Site, siteFacts } from '../model/site.ts'
import { type Topic, topicFacts } from '../model/topic.ts'
import {
  type AbsentWork,
  absentVocabulary,
  acronymVocabulary,
  type Concepts,
  conceptVocabulary,
  tagVocabulary,
  type Vocabulary,
  venueVocabulary,
} from '../model/vocabulary.ts'
import { type EntryFile, parseEntryFile } from '../text/entry-file.ts'
import { parseFrontMatter } from '../text/front-matter.ts'
import { type Entry, entryOf } from './entry.ts'

/** The folder that holds entries, below the content folder. */
export const papersFolder = 'papers'

const load = (path: string) => readFileSync(path, 'utf8')

/** What a file holds, as its schema says. Throws with the file's name if it holds something else. */
function checked<T>(schema: z.ZodType<T>, path: string, values: unknown): T {
  const { data, error } = schema.safeParse(values)
  if (error)
    throw new Error(`${path} is not valid. Run \`npm run check\`.\n${z.prettifyError(error)}`)
  return data
}

function loadYaml<T>(schema: z.ZodType<T>, path: string): T {
  return checked(schema, path, parse(load(path)))
}

/** Loads the site's configuration, `site.yaml`. `SITE_URL` and `SITE_BASE` win over it. Throws if it is not valid. */
export function loadSite(content = 'content', environment = process.env): Site {
  const path = join(content, 'site.yaml')
  const { SITE_URL: url, SITE_BASE: base } = environment
  const facts = { ...parse(load(path)), ...(url && { url }), ...(base && { base }) }
  return checked(siteFacts, path, facts)
}

/** Loads the facts of the topics in their order. Throws if one is not valid. */
export function loadTopics(content = 'content'): Topic[] {
  return filePaths(join(content, 'topics'))
    .map((path) => {
      const { values } = parseFrontMatter(load(path))
      return { ...checked(topicFacts, path, values), id: path.replace(/^.*\/|\.mdx$/g, '') }
    })
    .sort((a, b) => a.order - b.order)
}

/** Loads the list's vocabulary. Throws if a file of it is not valid. */
export function loadVocabulary(content = 'content'): Vocabulary {
  const folder = join(content, 'vocabulary')
  return {
    tags: loadYaml(tagVocabulary, join(folder, 'tags.yaml')),
    acronyms: loadYaml(acronymVocabulary, join(folder, 'acronyms.yaml')),
    venues: loadYaml(venueVocabulary, join(folder, 'venues.yaml')),
  }
}

/** Loads the concepts that search knows. A list may have none. Throws if they are not valid. */
export function loadConcepts(content = 'content'): Concepts {
  const path = join(content, 'vocabulary', 'concepts.yaml')
  return existsSync(path) ? loadYaml(conceptVocabulary, path) : {}
}

/** Loads the work that search knows to be missing. A list may name none. Throws if it is not valid. */
export function loadAbsent(content = 'content'): Record<string, AbsentWork> {
  const path = join(content, 'vocabulary', 'absent.yaml')
  return existsSync(path) ? loadYaml(absentVocabulary, path) : {}
}

function filePaths(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx') && !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name).replaceAll('\\', '/'))
}

/** The paths of the entries in a folder, in the order of their names, with forward slashes. */
export const entryPaths = filePaths

/** Loads one entry's file. Never throws for what is in it. */
export function loadEntryFile(path: string): EntryFile {
  return parseEntryFile(path.replaceAll('\\', '/'), load(path))
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

let built: Entry[] | undefined

/**
 * All entries of the list, newest first, for what runs at the end of a build. They are read once and kept. Astro has its
 * own copy of them, which only pages can ask for.
 */
export function builtEntries(): readonly Entry[] {
  built ??= loadEntries()
  return built
}
