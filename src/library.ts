import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { type Site, siteFacts } from './model/site.ts'
import { type Topic, topicFacts } from './model/topic.ts'
import {
  absentVocabulary,
  acronymVocabulary,
  type Concepts,
  conceptVocabulary,
  tagVocabulary,
  type Vocabulary,
  venueVocabulary,
} from './model/vocabulary.ts'
import { type EntryFile, parseEntryFile } from './text/entry-file.ts'
import { parseFrontMatter } from './text/front-matter.ts'

/** The folder that holds entries, below the content folder. */
export const papersFolder = 'papers'

const load = (path: string) => readFileSync(path, 'utf8')

const named = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort()

/** Loads the site's configuration, `site.yaml` in the content folder; `SITE_URL` and `SITE_BASE` win over it. Throws when it is not valid. */
export function loadSite(content = 'content', environment = process.env): Site {
  const facts = parse(load(join(content, 'site.yaml')))
  const { SITE_URL: url, SITE_BASE: base } = environment
  return siteFacts.parse({ ...facts, ...(url && { url }), ...(base && { base }) })
}

/** Loads the topics' facts in their order. Throws when one is not valid. */
export function loadTopics(content = 'content'): Topic[] {
  const folder = join(content, 'topics')
  return named(folder, '.mdx')
    .map((name) => ({
      ...topicFacts.parse(parseFrontMatter(load(join(folder, name))).values),
      id: name.replace(/\.mdx$/, ''),
    }))
    .sort((a, b) => a.order - b.order)
}

/** Loads the list's vocabulary. Throws when a file of it is not valid. */
export function loadVocabulary(content = 'content'): Vocabulary {
  const words = (name: string) => parse(load(join(content, 'vocabulary', name)))
  return {
    tags: tagVocabulary.parse(words('tags.yaml')),
    acronyms: acronymVocabulary.parse(words('acronyms.yaml')),
    venues: venueVocabulary.parse(words('venues.yaml')),
  }
}

/** Loads the concepts that search knows; none where a list keeps none. Throws when they are not valid. */
export function loadConcepts(content = 'content'): Concepts {
  const path = join(content, 'vocabulary', 'concepts.yaml')
  return existsSync(path) ? conceptVocabulary.parse(parse(load(path))) : {}
}

/** Loads the work that search knows to be missing; none where a list keeps none. Throws when it is not valid. */
export function loadAbsent(content = 'content'): z.infer<typeof absentVocabulary> {
  const path = join(content, 'vocabulary', 'absent.yaml')
  return existsSync(path) ? absentVocabulary.parse(parse(load(path))) : {}
}

/** The paths of the entries in a folder, in the order of their names, with forward slashes. */
export function entryPaths(folder: string): string[] {
  return named(folder, '.mdx').map((name) => join(folder, name).replaceAll('\\', '/'))
}

/** Loads one entry's file. Never throws for what is in it. */
export function loadEntryFile(path: string): EntryFile {
  return parseEntryFile(path.replaceAll('\\', '/'), load(path))
}
