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
import { fileStart, type Place, withoutBom } from '../text/place.ts'
import { type DataFile, parseDataFile } from '../text/yaml.ts'
import { plainFile, plainFiles, readPlainFile, shownPath, statsAt } from './plain-file.ts'

/** The folder of the entries, below the content folder. */
export const papersFolder = 'papers'

/** All parsed files of a content folder, and the findings of those that could not be read. */
export interface ReadList extends List {
  /** What is recorded about papers; absent if nothing is, or if a record cannot be read. */
  records?: readonly Identity[]
  /** The rules that have nothing to compare with, because a file or folder could not be opened. */
  skippedRules: readonly string[]
  findings: readonly Finding[]
}

/** Parses an entry or a page. Never throws for its content; throws `NotPlainFile` for a link, a folder or a device. */
export function loadEntryFile(path: string): EntryFile {
  return parseEntryFile(shownPath(path), readPlainFile(path))
}

const folders = [papersFolder, 'topics', 'paths', 'pages', 'vocabulary', 'listing', 'evaluation']
const dataFiles = ['site.yaml', 'gaps.yaml']
const pageFiles = prosePages.map((name) => `${name}.mdx`)

/** The rules that need a file or folder. If it is not a plain file or a folder, they are skipped. */
const rulesNeeding: Readonly<Record<string, readonly string[]>> = {
  [papersFolder]: ['gaps', 'references'],
  topics: ['topics'],
  vocabulary: ['kind', 'tags', 'venue'],
  'vocabulary/kinds.yaml': ['kind'],
  'vocabulary/tags.yaml': ['tags'],
  'vocabulary/venues.yaml': ['venue'],
  'gaps.yaml': ['gaps'],
}

/** Reads every file of a content folder. Never throws; what is wrong becomes a finding. */
export function readList(content: string): ReadList {
  const findings: Finding[] = []
  const filesIn = (folder: string) => plainFiles(join(content, folder), findings)
  const add = (name: string, rule: string, message: string) =>
    findings.push({ ...fileStart, path: shownPath(join(content, name)), rule, message })
  const rejectOthers = (folder: string, allowed: readonly string[]) => {
    const path = join(content, folder)
    const names = statsAt(path)?.isDirectory() ? readdirSync(path) : []
    for (const name of names.filter((one) => !one.startsWith('.') && !allowed.includes(one))) {
      const message = `Unexpected ${shown(name)} in \`${basename(path)}\`, expected ${oneOf(allowed)}. Move it to another place.`
      add(join(folder, name), 'file-name', message)
    }
  }
  const requireFile = (name: string, rule: string, expected: string) => {
    if (statsAt(join(content, name))) return
    add(
      name,
      rule,
      `Unexpected list without \`${basename(name)}\`, expected ${expected}. Write it.`,
    )
  }
  rejectOthers('', [...folders, ...dataFiles])
  rejectOthers('vocabulary', vocabularyFiles)
  rejectOthers('pages', pageFiles)
  requireFile('site.yaml', 'vocabulary', 'the file with the facts of the site')
  for (const name of pageFiles) requireFile(`pages/${name}`, 'file-name', 'this page of the site')
  const data = [
    ...dataFiles.flatMap((name) => plainFile(join(content, name), findings)),
    ...filesIn('vocabulary').filter((path) => vocabularyFiles.includes(basename(path))),
  ]
  const records = readRecords(content, findings)
  const skippedRules = Object.entries(rulesNeeding).flatMap(([name, rules]) => {
    const stats = statsAt(join(content, name))
    const canBeOpened = name.endsWith('.yaml') ? stats?.isFile() : stats?.isDirectory()
    return stats && !canBeOpened ? rules : []
  })
  return {
    entries: filesIn(papersFolder).map(loadEntryFile),
    pages: ['topics', 'paths', 'pages'].flatMap(filesIn).map(loadEntryFile),
    data: data.map((path) => parseDataFile(path, readPlainFile(path))),
    ...(records && { records }),
    skippedRules,
    findings,
  }
}

/** What `content/listing` records about papers; undefined if there are no records, or if one cannot be read. */
function readRecords(content: string, findings: Finding[]): readonly Identity[] | undefined {
  const expected =
    'a list of records with title and authors. Restore it from the repository, or correct it by hand.'
  const files: (readonly Identity[] | undefined)[] = []
  for (const path of plainFiles(join(content, 'listing'), findings)) {
    if (/\/(?:bibliography|identit[^/]*)\.json$/.test(path))
      files.push(readJson(path, identityRecords, { rule: 'identity', expected, findings }))
    else if (path.endsWith('.json')) listingDay(path, findings)
  }
  const isComplete = files.every((records) => records !== undefined)
  return files.length > 0 && isComplete ? files.flat() : undefined
}

const listingFacts = z.object({ date: day.optional() })

/**
 * Reads the day from the file beside a listing, `{"date": "2025-03-13"}`; undefined if it has none. Adds findings if it is
 * invalid.
 */
export function listingDay(path: string, findings: Finding[]): string | undefined {
  const expected = 'the day of the listing. Write `{"date": "2025-03-13"}`.'
  return readJson(path, listingFacts, { rule: 'vocabulary', expected, findings })?.date
}

/** Parses a JSON file by a schema. If it is invalid, adds findings and returns undefined. */
function readJson<T>(
  path: string,
  schema: z.ZodType<T>,
  { rule, expected, findings }: { rule: string; expected: string; findings: Finding[] },
): T | undefined {
  const add = (found: string, place: Place = fileStart) => {
    const message = `Unexpected ${found}, expected ${expected}`
    findings.push({ path: shownPath(path), ...place, rule, message })
  }
  let values: unknown
  try {
    values = JSON.parse(withoutBom(readPlainFile(path)))
  } catch (error) {
    const reason = String(error).replace(/^SyntaxError: /, '')
    const [, line = 1, column = 1] = /\(line (\d+) column (\d+)\)/.exec(reason) ?? []
    const place = { line: Number(line), column: Number(column) }
    add(`JSON (${reason.replace(/ in JSON.*$/s, '')})`, place)
    return undefined
  }
  const { data, error } = schema.safeParse(values)
  for (const { path: keys } of error?.issues.slice(0, 10) ?? []) {
    const [index] = keys
    const isInRecord = typeof index === 'number'
    const key = keys.slice(isInRecord ? 1 : 0).join('.')
    const found = key ? `\`${key}\`` : isInRecord ? 'record' : 'value'
    add(isInRecord ? `${found} in record ${index + 1}` : found)
  }
  return data
}

/** What the rules compare entries with. Invalid values have findings of their own, and are replaced by placeholders. */
export function ruleContextOf(
  { pages, data, records, skippedRules }: Omit<ReadList, 'entries' | 'findings'>,
  today: string,
): RuleContext {
  const file = (name: string) => data.find(({ path }) => path.endsWith(`/${name}`))
  const [kinds, tags, venues, gaps] = ['kinds.yaml', 'tags.yaml', 'venues.yaml', 'gaps.yaml'].map(
    file,
  )
  const unreadable = Object.entries({ kind: kinds, tags, venue: venues }).flatMap(([rule, one]) =>
    hasFaults(one) ? [rule] : [],
  )
  return {
    topics: pages.flatMap(topicOf).sort((a, b) => a.order - b.order),
    vocabulary: {
      kinds: validValues(kindVocabulary, kinds, (name) => ({ name, meaning: '' })),
      tags: validValues(tagVocabulary, tags, (name) => ({ name, meaning: '', aliases: [] })),
      acronyms: validValues(acronymVocabulary, file('acronyms.yaml'), () => []),
      venues: validValues(venueVocabulary, venues, (name) => ({ name, kind: 'conference' })),
    },
    today,
    skippedRules: new Set([...skippedRules, ...unreadable]),
    ...(!hasFaults(gaps) && { gaps: validValues<KnownGaps[string]>(knownGaps, gaps, () => []) }),
    ...(records && { identities: identitiesOf(records) }),
  }
}

/** Whether a file has faults of syntax. One of them may hide the keys below it, so none of its keys count. */
function hasFaults(file: DataFile | undefined): boolean {
  return file !== undefined && file.data.faults.length > 0
}

/** The values of a file, each validated by itself. An invalid one is replaced by a placeholder. */
function validValues<T>(
  schema: z.ZodRecord<z.ZodString, z.ZodType<T>>,
  file: DataFile | undefined,
  placeholder: (key: string) => T,
): Record<string, T> {
  const values = file && !hasFaults(file) ? Object.entries(file.data.values) : []
  const validated = values.map(([key, value]) => {
    const { success, data } = schema.valueType.safeParse(value)
    return [key, success ? data : placeholder(key)]
  })
  // An entry may be called `constructor`.
  return Object.assign(Object.create(null), Object.fromEntries(validated))
}

/** The topic of a page in `topics`. If its facts are invalid, it has only its name, so that its entries get no findings. */
function topicOf({ path, id, frontMatter }: EntryFile): Topic[] {
  if (!/(?:^|\/)topics\/[^/]*$/.test(path)) return []
  const { data } = topicFacts.safeParse(frontMatter.values)
  const placeholder = { name: id, order: 1000, description: '', include: '', exclude: '' }
  return [{ ...(data ?? placeholder), id }]
}
