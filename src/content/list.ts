import { join } from 'node:path'
import type { z } from 'zod'
import { type KnownGaps, knownGaps } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import { type Identity, identitiesOf, identityRecords } from '../model/identity.ts'
import { type Topic, topicFacts } from '../model/topic.ts'
import {
  acronymVocabulary,
  kindVocabulary,
  tagVocabulary,
  venueVocabulary,
} from '../model/vocabulary.ts'
import type { List, Surroundings } from '../rules/engine/rule.ts'
import { type DataFile, parseDataFile } from '../text/data-file.ts'
import { type EntryFile, parseEntryFile } from '../text/entry-file.ts'
import { fileStart } from '../text/place.ts'
import { plainFile, plainFiles, readPlainFile, shownPath, statsAt } from './plain-file.ts'

/** The folder that holds entries, below the content folder. */
export const papersFolder = 'papers'

/** Every file of a content folder as it was read, and what could not be read. */
export interface ReadList extends List {
  /** What is recorded of papers; absent where nothing is, or where it cannot be read. */
  records?: readonly Identity[]
  findings: readonly Finding[]
}

/** Reads an entry or a page. Never throws for what is in it; throws `NotPlain` for what is no plain file. */
export function loadEntryFile(path: string): EntryFile {
  return parseEntryFile(shownPath(path), readPlainFile(path))
}

/** Reads every file of a content folder. Never throws for what lies there or what is in it. */
export function readList(content: string): ReadList {
  const findings: Finding[] = []
  const files = (folder: string) => plainFiles(join(content, folder), findings)
  const single = (name: string) => plainFile(join(content, name), findings)
  if (!statsAt(join(content, 'site.yaml'))) {
    const message = 'Unexpected list without `site.yaml`, expected the facts of the site. Write it.'
    findings.push({
      ...fileStart,
      path: shownPath(join(content, 'site.yaml')),
      rule: 'vocabulary',
      message,
    })
  }
  const data = [
    ...['site.yaml', 'gaps.yaml'].flatMap(single),
    ...files('vocabulary').filter((path) => path.endsWith('.yaml')),
  ]
  const records = readRecords(content, findings)
  return {
    entries: files(papersFolder).map(loadEntryFile),
    pages: ['topics', 'paths', 'pages'].flatMap(files).map(loadEntryFile),
    data: data.map((path) => parseDataFile(path, readPlainFile(path))),
    ...(records && { records }),
    findings,
  }
}

/** What a content folder records of papers; undefined where it records nothing, and where a finding says that it cannot be read. */
export function readRecords(content: string, findings: Finding[]): readonly Identity[] | undefined {
  const read = plainFiles(join(content, 'listing'), findings)
    .filter((path) => /\/(?:bibliography|identit[^/]*)\.json$/.test(path))
    .map((path) => recordsIn(path, findings))
  return read.length > 0 && read.every((records) => records !== undefined) ? read.flat() : undefined
}

/** The records of a JSON file; undefined, and a finding, where it holds something else. */
function recordsIn(path: string, findings: Finding[]): Identity[] | undefined {
  const cure = 'Restore it from the repository, or mend it by hand.'
  const add = (message: string, { line, column } = fileStart) =>
    findings.push({ path, line, column, rule: 'identity', message })
  let data: unknown
  try {
    data = JSON.parse(readPlainFile(path))
  } catch (error) {
    const reason = String(error).replace(/^SyntaxError: /, '')
    const [, line = 1, column = 1] = /\(line (\d+) column (\d+)\)/.exec(reason) ?? []
    const message = `Unexpected JSON (${reason.replace(/ in JSON.*$/s, '')}), expected a list of records. ${cure}`
    add(message, { line: Number(line), column: Number(column) })
    return undefined
  }
  const { error, data: records } = identityRecords.safeParse(data)
  for (const {
    path: [record, ...rest],
  } of error?.issues.slice(0, 10) ?? []) {
    const where = typeof record === 'number' ? ` in record ${record + 1}` : ''
    const what =
      rest.length > 0 ? `\`${rest.join('.')}\`` : record === undefined ? 'value' : 'record'
    const message = `Unexpected ${what}${where}, expected a list of records with title and authors. ${cure}`
    add(message)
  }
  return records
}

/** What a list has besides its entries, as far as it can be read. The rules report what cannot be read. */
export function surroundingsOf(
  { pages, data, records }: Pick<ReadList, 'pages' | 'data' | 'records'>,
  today: string,
): Surroundings {
  const file = (name: string) => data.find(({ path }) => path.endsWith(`/${name}`))
  const [kinds, tags, venues, gaps] = ['kinds.yaml', 'tags.yaml', 'venues.yaml', 'gaps.yaml'].map(
    file,
  )
  const unread = new Set<string>()
  if (isUnread(kinds)) unread.add('kind')
  if (isUnread(tags)) unread.add('tags')
  if (isUnread(venues)) unread.add('venue')
  return {
    topics: pages.flatMap(topicOf).sort((a, b) => a.order - b.order),
    vocabulary: {
      kinds: sound(kindVocabulary, kinds, (name) => ({ name, meaning: '' })),
      tags: sound(tagVocabulary, tags, (name) => ({ name, meaning: '', aliases: [] })),
      acronyms: sound(acronymVocabulary, file('acronyms.yaml'), () => []),
      venues: sound(venueVocabulary, venues, (name) => ({ name, kind: 'conference' })),
    },
    today,
    unread,
    ...(!isUnread(gaps) &&
      !gaps?.data.faults.length && { gaps: sound<KnownGaps[string]>(knownGaps, gaps, () => []) }),
    ...(records && { identities: identitiesOf(records) }),
  }
}

/** Whether a file is there and holds something else than keys with values. */
function isUnread(file: DataFile | undefined): boolean {
  if (!file) return false
  const { values, faults } = file.data
  return Array.isArray(values) || (faults.length > 0 && Object.keys(values).length === 0)
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
