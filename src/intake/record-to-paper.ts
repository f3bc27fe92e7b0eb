import { titleKey } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { texTitle } from '../text/tex.ts'
import { findAddresses } from './addresses.ts'
import { firstVersionDate, parseDates } from './dates.ts'
import {
  type AddressField,
  addressFacts,
  assignAddresses,
  parseAddressField,
} from './field-addresses.ts'
import { type RecordField, type RecordReader, recordReader, textOf } from './fields.ts'
import { mergePapers } from './merge.ts'
import { nameFields, parseAuthorField } from './names.ts'
import { addCommand, type ParsedPapers, type Skipped, type SourceRecord } from './paper.ts'
import { hasOtherWords, newVenueLine, venueName } from './venue-name.ts'

type Venues = Vocabulary['venues']

// arXiv has no longer title. Longer ones include a description.
const longestTitle = 300

/** Turns the records of a file into valid papers, merges duplicates, and reports everything that was not used. */
export function papersFrom(
  records: Iterable<SourceRecord | Skipped>,
  venues: Venues,
): ParsedPapers {
  const parsed: ParsedPapers = { papers: [], skipped: [] }
  for (const record of records) {
    if ('fields' in record) readRecord(record, venues, parsed)
    else parsed.skipped.push(record)
  }
  return mergePapers(parsed)
}

/** Reads a record: each filled field becomes a fact of the paper, or is reported. */
function readRecord(record: SourceRecord, venues: Venues, { papers, skipped }: ParsedPapers): void {
  const reader = recordReader(record, skipped)
  const { paper, fields, fieldsOf, oneLine, omit, ignore, reject } = reader
  const addresses = fieldsOf(...addressFacts).map(parseAddressField)
  const problem = paper.title ? titleProblem(paper.title, addresses) : 'it has no title'
  if (problem) {
    reject(problem)
    return
  }
  for (const field of fieldsOf('title'))
    if (titleKey(texTitle(oneLine(field))) !== titleKey(texTitle(paper.title)))
      omit(field, 'is a second title')
  for (const field of fieldsOf('abstract'))
    if (paper.abstract.length === 0) paper.abstract = reader.paragraphsOf(field)
    else if (oneLine(field) !== paper.abstract.join(' ')) omit(field, 'is a second abstract')
  readAuthors(reader)
  assignAddresses(reader, addresses)
  readDatesAndVenues(reader, venues)
  for (const field of fields) if (!field.fact) ignore(field)
  papers.push(paper)
}

/** Why a title is invalid, with the command that looks up the right one. */
function titleProblem(title: string, addresses: readonly AddressField[]): string | undefined {
  if (title.length <= longestTitle) return undefined
  const all = addresses.flatMap(({ found }) => found)
  const id = all.find(({ kind }) => kind === 'arxiv' || kind === 'doi')?.id
  const fix = id ? `; \`${addCommand(id)}\` looks it up` : ''
  return `its title is too long, with ${title.length} characters${fix}`
}

function readAuthors({ paper, markup, fieldsOf, omit, ignore }: RecordReader): void {
  const fields = fieldsOf('authors')
  const all = fields.map(({ value }) =>
    parseAuthorField(value, markup === 'TeX' || markup === 'RIS'),
  )
  const problem = all.find((one) => one.problem)?.problem
  const byName = new Map(all.flatMap(({ names }) => names.map((name) => [authorName(name), name])))
  if (!problem && byName.size > 0) paper.authors = [...byName.values()]
  for (const field of fields) {
    const isEmpty = field.value === null || (Array.isArray(field.value) && field.value.length === 0)
    if (isEmpty) ignore(field, 'it is empty')
    else if (problem) omit(field, problem)
    for (const detail of authorDetails(field)) ignore(detail)
  }
}

/** What a list of authors says of them other than their names, as fields: `authors.affiliation`. */
function authorDetails({ name, value, line }: RecordField): RecordField[] {
  const people: unknown[] = Array.isArray(value) ? value : []
  return people
    .flatMap((person) => (typeof person === 'object' ? Object.entries(person ?? {}) : []))
    .filter(([key, part]) => !nameFields.has(key) && textOf(part).trim() !== '')
    .map(([key, part]) => ({ name: `${name}.${key}`, value: part, line, fact: undefined }))
}

/** Reads the dates and venues. They depend on each other, because the year in a file is often the venue's. */
function readDatesAndVenues(reader: RecordReader, venues: Venues): void {
  const { paper, fieldsOf, omit, ignore } = reader
  const { date, used, invalid } = parseDates(fieldsOf('date'))
  paper.published = paper.arxiv ? firstVersionDate(paper.arxiv, date) : date
  for (const field of fieldsOf('venue')) readVenue(reader, field, venues, date?.slice(0, 4))
  const imported = [paper.published ?? '', paper.venue ?? '']
  for (const { field, part } of used)
    if (!date) omit(field, 'has no year with it')
    else if (!imported.some((text) => text.includes(part)))
      ignore(field, 'the entry has the date of the first version')
    else if (part.length === 4 && /^\d+[/]\d+[/]\d{4}$/.test(textOf(field.value).trim()))
      ignore(field, 'its day and month cannot be told apart')
  for (const field of invalid) omit(field, 'is not a date')
}

function readVenue(
  { paper, oneLine, omit, ignore }: RecordReader,
  field: RecordField,
  venues: Venues,
  year?: string,
): void {
  const text = texTitle(oneLine(field))
  const { found, rest } = findAddresses(textOf(field.value))
  if (found.length > 0 || /\b(?:arxiv|corr)\b/i.test(text)) {
    if (rest) ignore(field)
    return
  }
  const known = venueName(text, venues, year)
  const other = paper.venue
  if (!known) {
    const why = 'is not a venue of the vocabulary'
    const line = newVenueLine(text, field.name, venues)
    omit(field, year ? why : `${why}, or has no year`, line)
  } else if (other && other !== known) omit(field, `is not used, since the entry has \`${other}\``)
  else paper.venue = known
  if (known && hasOtherWords(text, known, venues)) ignore(field, `the entry has \`${known}\``)
}
