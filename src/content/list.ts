import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { type KnownGaps, knownGaps } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import { type Identity, identitiesOf, identityRecords } from '../model/identity.ts'
import { day } from '../model/partial-date.ts'
import { prosePages, type Topic, topicFacts } from '../model/topic.ts'
import {
  acronymVocabulary,
  kindVocabulary,
  tagVocabulary,
  venueVocabulary,
} from '../model/vocabulary.ts'
import type { List, RuleContext } from '../rules/engine/rule.ts'
import { vocabularyFiles } from '../rules/vocabulary.ts'
import { type EntryFile, parseEntryFile } from '../text/entry-file.ts'
import { oneOf, shown } from '../text/messages.ts'
import { fileStart, type Place, withoutMark } from '../text/place.ts'
import { type DataFile, parseDataFile } from '../text/yaml.ts'
import { plainFile, plainFiles, readPlainFile, shownPath, statsAt } from './plain-file.ts'

/** The folder that holds entries, below the content folder. */
export const papersFolder = 'papers'

/** Every file of a content folder as it was read, and what could not be read. */
export interface ReadList extends List {
  /** What is recorded of papers; absent where nothing is, or where it cannot be read. */
  records?: readonly Identity[]
  /** The rules that have nothing to compare with, since a folder cannot be read. */
  unread: readonly string[]
  findings: readonly Finding[]
}

/** Reads an entry or a page. Never throws for what is in it; throws `NotPlain` for what is no plain file. */
export function loadEntryFile(path: string): EntryFile {
  return parseEntryFile(shownPath(path), readPlainFile(path))
}

const folders = [papersFolder, 'topics', 'paths', 'pages', 'vocabulary', 'listing', 'evaluation']
const dataFiles = ['site.yaml', 'gaps.yaml']
const pageFiles = prosePages.map((name) => `${name}.mdx`)

/** The rules that can say nothing where a folder of the list is no folder, or a file no plain file. */
const rulesOf: Readonly<Record<string, readonly string[]>> = {
  [papersFolder]: ['gaps', 'references'],
  topics: ['topics'],
  vocabulary: ['kind', 'tags', 'venue'],
  'vocabulary/kinds.yaml': ['kind'],
  'vocabulary/tags.yaml': ['tags'],
  'vocabulary/venues.yaml': ['venue'],
  'gaps.yaml': ['gaps'],
}

/** Reads every file of a content folder. Never throws for what lies there or what is in it. */
export function readList(content: string): ReadList {
  const findings: Finding[] = []
  const files = (folder: string) => plainFiles(join(content, folder), findings)
  const single = (name: string) => plainFile(join(content, name), findings)
  const add = (path: string, message: string, rule = 'file-name') =>
    findings.push({ ...fileStart, path: shownPath(path), rule, message })
  /** Names what a folder may not have, and what it must have. */
  const holdTo = (folder: string, may: readonly string[], must: readonly string[]) => {
    const names = statsAt(folder)?.isDirectory() ? readdirSync(folder) : []
    for (const name of names.filter((one) => !one.startsWith('.') && !may.includes(one)))
      add(
        join(folder, name),
        `Unexpected ${shown(name)} in \`${basename(folder)}\`, expected ${oneOf(may)}. Move it to another place.`,
      )
    for (const name of must)
      if (!statsAt(join(folder, name)))
        add(
          join(folder, name),
          `Unexpected list without \`${name}\`, expected ${name === 'site.yaml' ? 'the facts of the site' : 'this page of the site'}. Write it.`,
          name === 'site.yaml' ? 'vocabulary' : 'file-name',
        )
  }
  holdTo(content, [...folders, ...dataFiles], ['site.yaml'])
  holdTo(join(content, 'vocabulary'), vocabularyFiles, [])
  holdTo(join(content, 'pages'), pageFiles, pageFiles)
  const data = [
    ...dataFiles.flatMap(single),
    ...files('vocabulary').filter((path) => vocabularyFiles.includes(basename(path))),
  ]
  const records = readRecords(content, findings)
  const odd = Object.keys(rulesOf).filter((name) => {
    const stats = statsAt(join(content, name))
    return stats && !(name.endsWith('.yaml') ? stats.isFile() : stats.isDirectory())
  })
  return {
    entries: files(papersFolder).map(loadEntryFile),
    pages: ['topics', 'paths', 'pages'].flatMap(files).map(loadEntryFile),
    data: data.map((path) => parseDataFile(path, readPlainFile(path))),
    ...(records && { records }),
    unread: odd.flatMap((name) => rulesOf[name] ?? []),
    findings,
  }
}

/** What a content folder records of papers; undefined where it records nothing, and where a finding says that it cannot be read. */
function readRecords(content: string, findings: Finding[]): readonly Identity[] | undefined {
  const expected =
    'a list of records with title and authors. Restore it from the repository, or correct it by hand.'
  const read: (readonly Identity[] | undefined)[] = []
  for (const path of plainFiles(join(content, 'listing'), findings)) {
    if (/\/(?:bibliography|identit[^/]*)\.json$/.test(path))
      read.push(readJson(path, identityRecords, { rule: 'identity', expected, findings }))
    else if (path.endsWith('.json')) listingDay(path, findings)
  }
  return read.length > 0 && read.every((records) => records !== undefined) ? read.flat() : undefined
}

const listingFacts = z.object({ date: day.optional() })

/** The day that a file beside a listing says, `{"date": "2025-03-13"}`; undefined where it says none. What is wrong with it becomes a finding. */
export function listingDay(path: string, findings: Finding[]): string | undefined {
  const expected = 'the day of the listing. Write `{"date": "2025-03-13"}`.'
  return readJson(path, listingFacts, { rule: 'vocabulary', expected, findings })?.date
}

/** What a JSON file holds; undefined, and findings, where it holds something else than its schema says. */
function readJson<T>(
  path: string,
  schema: z.ZodType<T>,
  { rule, expected, findings }: { rule: string; expected: string; findings: Finding[] },
): T | undefined {
  const add = (what: string, place: Place = fileStart) => {
    const message = `Unexpected ${what}, expected ${expected}`
    findings.push({ path: shownPath(path), ...place, rule, message })
  }
  let values: unknown
  try {
    values = JSON.parse(withoutMark(readPlainFile(path)))
  } catch (error) {
    const reason = String(error).replace(/^SyntaxError: /, '')
    const [, line = 1, column = 1] = /\(line (\d+) column (\d+)\)/.exec(reason) ?? []
    const place = { line: Number(line), column: Number(column) }
    add(`JSON (${reason.replace(/ in JSON.*$/s, '')})`, place)
    return undefined
  }
  const { data, error } = schema.safeParse(values)
  for (const { path: keys } of error?.issues.slice(0, 10) ?? []) {
    const [record] = keys
    const isInRecord = typeof record === 'number'
    const key = keys.slice(isInRecord ? 1 : 0).join('.')
    const what = key ? `\`${key}\`` : isInRecord ? 'record' : 'value'
    add(isInRecord ? `${what} in record ${record + 1}` : what)
  }
  return data
}

/** What a list has besides its entries, as far as it can be read. The rules report what cannot be read. */
export function ruleContextOf(
  {
    pages,
    data,
    records,
    unread: odd = [],
  }: Pick<ReadList, 'pages' | 'data' | 'records'> & Partial<ReadList>,
  today: string,
): RuleContext {
  const file = (name: string) => data.find(({ path }) => path.endsWith(`/${name}`))
  const [kinds, tags, venues, gaps] = ['kinds.yaml', 'tags.yaml', 'venues.yaml', 'gaps.yaml'].map(
    file,
  )
  const words = { kind: kinds, tags, venue: venues }
  const unsound = Object.entries(words).flatMap(([rule, one]) => (isUnread(one) ? [rule] : []))
  const unread = new Set([...odd, ...unsound])
  return {
    topics: pages.flatMap(topicOf).sort((a, b) => a.order - b.order),
    vocabulary: {
      kinds: sound(kindVocabulary, kinds, (name) => ({ name, meaning: '' })),
      tags: sound(tagVocabulary, tags, (name) => ({ name, meaning: '', aliases: [] })),
      acronyms: sound(acronymVocabulary, file('acronyms.yaml'), () => []),
      venues: sound(venueVocabulary, venues, (name) => ({ name, kind: 'conference' })),
    },
    today,
    skippedRules: unread,
    ...(!isUnread(gaps) && { gaps: sound<KnownGaps[string]>(knownGaps, gaps, () => []) }),
    ...(records && { identities: identitiesOf(records) }),
  }
}

/** Whether a file is there and holds something else than keys with values, in whole or in part: a fault may hide the keys below. */
function isUnread(file: DataFile | undefined): boolean {
  return file !== undefined && file.data.faults.length > 0
}

/** The values of a file, each judged by itself. One that is not sound has a finding, and is stood in for. */
function sound<T>(
  schema: z.ZodRecord<z.ZodString, z.ZodType<T>>,
  file: DataFile | undefined,
  standIn: (key: string) => T,
): Record<string, T> {
  const values = file && !isUnread(file) ? Object.entries(file.data.values) : []
  const judged = values.map(([key, value]) => {
    const { success, data } = schema.valueType.safeParse(value)
    return [key, success ? data : standIn(key)]
  })
  // An entry may be called `constructor`.
  return Object.assign(Object.create(null), Object.fromEntries(judged))
}

/** A topic, by its name alone where its facts are not sound: then they have findings, and its entries need none. */
function topicOf({ path, id, frontMatter }: EntryFile): Topic[] {
  if (!/(?:^|\/)topics\/[^/]*$/.test(path)) return []
  const { data } = topicFacts.safeParse(frontMatter.values)
  const standIn = { name: id, order: 1000, description: '', include: '', exclude: '' }
  return [{ ...(data ?? standIn), id }]
}
