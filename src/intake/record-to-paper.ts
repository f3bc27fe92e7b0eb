import { titleKey } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { texTitle } from '../text/tex.ts'
import { findAddresses } from './addresses.ts'
import { firstVersionDate, parseDates } from './dates.ts'
import {
  addressFacts,
  assignAddresses,
  type FieldAddress,
  fieldAddresses,
} from './field-addresses.ts'
import { factOfField, type RecordReader, recordReader, textOf } from './fields.ts'
import { mergePapers } from './merge.ts'
import { nameFields, parseAuthorField } from './names.ts'
import {
  addCommand,
  type ParsedPapers,
  type Skipped,
  type SourceField,
  type SourceRecord,
} from './paper.ts'
import { hasOtherWords, newVenueLine, venueName } from './venue-name.ts'

type Venues = Vocabulary['venues']

// The longest title on arXiv has fewer; what is longer is a title and its description in one.
const longestTitle = 300

/** The papers in the items of a file, each once and fit to become an entry, and all that is in none of them. */
export function papersFrom(items: Iterable<SourceRecord | Skipped>, venues: Venues): ParsedPapers {
  const reading: ParsedPapers = { papers: [], skipped: [] }
  for (const item of items) {
    if ('fields' in item) readItem(item, venues, reading)
    else reading.skipped.push(item)
  }
  return mergePapers(reading)
}

/** Reads one item: each filled field becomes a fact of the paper, or is named with the reason why it does not. */
function readItem(item: SourceRecord, venues: Venues, { papers, skipped }: ParsedPapers): void {
  const open = recordReader(item, skipped)
  const { paper, fields, of, words, omit, unused, refuse } = open
  const places = fieldAddresses(of(...addressFacts))
  const fault = paper.title ? faultOfTitle(paper.title, places) : 'it has no title'
  if (fault) {
    refuse(fault)
    return
  }
  for (const field of of('title'))
    if (titleKey(texTitle(words(field))) !== titleKey(texTitle(paper.title)))
      omit(field, 'is another title')
  for (const field of of('abstract'))
    if (paper.abstract.length === 0) paper.abstract = open.paragraphs(field)
    else if (words(field) !== paper.abstract.join(' ')) omit(field, 'is another abstract')
  readAuthors(open)
  assignAddresses(open, places)
  readDatesAndVenues(open, venues)
  for (const field of fields) if (!factOfField(field.name)) unused(field)
  papers.push(paper)
}

/** What keeps a title from being one, with the way to ask for the right one. */
function faultOfTitle(title: string, places: readonly FieldAddress[]): string | undefined {
  if (title.length <= longestTitle) return undefined
  const id = places.find(({ found }) => found.kind === 'arxiv' || found.kind === 'doi')?.found.id
  const cure = id ? `; \`${addCommand(id)}\` asks for it` : ''
  return `its title has ${title.length} characters${cure}`
}

function readAuthors({ paper, form, of, omit, unused }: RecordReader): void {
  const fields = of('authors')
  const all = fields.map(({ value }) => parseAuthorField(value, form === 'TeX' || form === 'RIS'))
  const doubt = all.find((one) => one.doubt)?.doubt
  const byName = new Map(all.flatMap(({ names }) => names.map((name) => [authorName(name), name])))
  if (!doubt && byName.size > 0) paper.authors = [...byName.values()]
  for (const field of fields) {
    const isEmpty = field.value === null || (Array.isArray(field.value) && field.value.length === 0)
    if (isEmpty) unused(field, 'it names nobody')
    else if (doubt) omit(field, doubt)
    for (const part of besideNames(field)) unused(part)
  }
}

/** What a file says of authors beside their names: `authors.affiliation`. */
function besideNames({ name, value, line }: SourceField): SourceField[] {
  const people: unknown[] = Array.isArray(value) ? value : []
  return people
    .flatMap((person) => (typeof person === 'object' ? Object.entries(person ?? {}) : []))
    .filter(([key, part]) => !nameFields.has(key) && textOf(part).trim() !== '')
    .map(([key, part]) => ({ name: `${name}.${key}`, value: part, line }))
}

/** Reads when the paper was first public, and where it was published, since the year of that is often the file's own. */
function readDatesAndVenues(open: RecordReader, venues: Venues): void {
  const { paper, of, omit, unused } = open
  const { date, read, unread } = parseDates(of('date'))
  paper.published = paper.arxiv ? firstVersionDate(paper.arxiv, date) : date
  for (const field of of('venue')) readVenue(open, field, venues, date?.slice(0, 4))
  const shownDates = [paper.published ?? '', paper.venue ?? '']
  for (const { field, part } of read)
    if (!date) omit(field, 'has no year beside it')
    else if (!shownDates.some((one) => one.includes(part)))
      unused(field, 'the date of the first version goes before it')
    else if (part.length === 4 && /^\d+[/]\d+[/]\d{4}$/.test(textOf(field.value).trim()))
      unused(field, 'it does not show which is the month')
  for (const field of unread) omit(field, 'is no date')
}

function readVenue(
  { paper, words, omit, unused }: RecordReader,
  field: SourceField,
  venues: Venues,
  year = '',
): void {
  const text = texTitle(words(field))
  const { found, rest } = findAddresses(textOf(field.value))
  if (found.length > 0 || /\b(?:arxiv|corr)\b/i.test(text)) {
    if (rest) unused(field)
    return
  }
  const known = venueName(text, Number(year) || undefined, venues)
  const other = paper.venue
  if (!known) {
    const why = 'is not among the venues of the vocabulary'
    const line = newVenueLine(text, field.name, venues)
    omit(field, year ? why : `${why}, or it has no year`, line)
  } else if (other && other !== known) omit(field, `is not used, since the entry has \`${other}\``)
  else paper.venue = known
  if (known && hasOtherWords(text, known, venues)) unused(field, `the entry says \`${known}\``)
}
