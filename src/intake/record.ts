import { titleKey } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { folded, shown } from '../text/messages.ts'
import { foldSpace } from '../text/plain-letters.ts'
import { texText, texTitle } from '../text/tex.ts'
import { withoutMarkup } from '../text/tex-html.ts'
import { foundIn } from './addresses.ts'
import { withoutBraces } from './braces.ts'
import { datesOf, firstVersion } from './dates.ts'
import { type Fact, factOfField, type OpenItem, textOf } from './facts.ts'
import { authorsOf, nameFields } from './names.ts'
import { type FieldAddress, placedFacts, placesOf, readPlaces } from './places.ts'
import {
  addCommand,
  emptyReading,
  longestSaid,
  type NoItem,
  noFacts,
  type Reading,
  type ReadRecord,
  type SourceField,
  type SourceItem,
} from './reading.ts'
import { newVenueLine, saysMore, venueName } from './venue-name.ts'

// The longest title on arXiv has fewer; what is longer is a title and its description in one.
const longestTitle = 300

/** A value as the report shows it: addresses and names whole, other texts cut. */
function said({ name, value }: SourceField): string {
  const whole = Array.isArray(value) ? value.map((part) => part ?? 'null') : value
  const text = folded(texText(textOf(whole))) || JSON.stringify(value)
  const isWhole = factOfField(name) === 'authors' || /https?:|10\.\d{4}/.test(text)
  return shown(text, isWhole ? longestSaid : 200)
}

/** A reader of whole files, from one that finds the parts of a text: items, and what is none. */
export function readerOf(
  partsOf: (text: string, venues: Vocabulary['venues']) => Iterable<SourceItem | NoItem>,
) {
  return (text: string, venues: Vocabulary['venues']): Reading => {
    const reading = emptyReading()
    for (const part of partsOf(text, venues)) {
      if ('fields' in part) {
        readItem(part, venues, reading)
        continue
      }
      const { line, source, why, name } = part
      const what = shown(source, longestSaid)
      if (name === undefined) reading.leftOut.push({ line, what, why })
      else reading.unused.push({ line, name, value: what, why })
    }
    return reading
  }
}

/**
 * Reads one item into a reading. By the same rules for every form of file, each filled field becomes a fact of the record or
 * is named with the reason why it does not.
 */
export function readItem(item: SourceItem, venues: Vocabulary['venues'], reading: Reading): void {
  const plain = (text: string) => (item.form === 'TeX' ? withoutBraces(text) : withoutMarkup(text))
  // An author of whom nothing is said is missing all the same.
  const isFilled = ({ name, value }: SourceField) =>
    textOf(value).trim() !== '' ||
    (factOfField(name) === 'authors' && (value === null || Array.isArray(value)))
  const fields = item.fields.filter(isFilled)
  const words = (field: SourceField | undefined) => foldSpace(plain(textOf(field?.value)))
  const of = (...facts: Fact[]) =>
    facts.flatMap((fact) => fields.filter(({ name }) => factOfField(name) === fact))
  const titled = of('title').find((field) => /[\p{L}\p{N}]/u.test(words(field)))
  const title = words(titled)
  const what = title ? shown(texTitle(title), 200) : item.key ? `\`${item.key}\`` : 'one item'
  const places = placesOf(of(...placedFacts))
  const fault = titled ? faultOfTitle(title, places) : 'it has no title'
  if (fault) {
    const rest = fields.filter((field) => field !== titled)
    const has = rest.map((field) => `${field.name} ${said(field)}`).join(', ')
    const why = has ? `${fault}; it has ${has}` : fault
    reading.leftOut.push({ line: item.line, what, why })
    return
  }
  const record: ReadRecord = { title, line: item.line, abstract: [], item: { title, ...noFacts } }
  const open: OpenItem = {
    record,
    form: item.form,
    venues,
    of,
    words,
    omit(field, why, venue) {
      const { name, line } = field
      const left = { line, what: `${name} of ${what}`, why: `${said(field)} ${why}` }
      reading.leftOut.push({ ...left, ...(venue && { venue }) })
    },
    unused(
      field,
      why = byHand.test(field.name) ? 'only a person writes it' : 'an entry has no such fact',
    ) {
      const { name, line } = field
      reading.unused.push({ line, name, value: said(field), why })
    },
  }
  readTitles(open)
  readAbstract(open, plain)
  readAuthors(open)
  readPlaces(open, places)
  readDatesAndVenues(open)
  for (const field of fields) if (!factOfField(field.name)) open.unused(field)
  reading.records.push(record)
}

/** Facts of an entry that are not taken over from a file: the venue that they belong to may not be the entry's. */
const byHand = /^(?:volume|vl|issue|is|number|pages?|sp|ep)$/i

/** What keeps a title from being one, with the way to ask for the right one. */
function faultOfTitle(title: string, places: readonly FieldAddress[]): string | undefined {
  if (title.length <= longestTitle) return undefined
  const id = places.find(({ found }) => found.kind === 'arxiv' || found.kind === 'doi')?.found.id
  const cure = id ? `; \`${addCommand(id)}\` asks for it` : ''
  return `its title has ${title.length} characters${cure}`
}

function readTitles({ record: { title }, of, words, omit }: OpenItem): void {
  for (const field of of('title'))
    if (titleKey(texTitle(words(field))) !== titleKey(texTitle(title)))
      omit(field, 'is another title')
}

function readAbstract({ record, of, omit }: OpenItem, plain: (text: string) => string): void {
  for (const field of of('abstract')) {
    const parts = plain(textOf(field.value)).split(/\n\s*\n/)
    const paragraphs = parts.flatMap((part) => foldSpace(part) || [])
    if (record.abstract.length === 0) record.abstract = paragraphs
    else if (paragraphs.join(' ') !== record.abstract.join(' ')) omit(field, 'is another abstract')
  }
}

function readAuthors({ record, form, of, omit, unused }: OpenItem): void {
  const fields = of('authors')
  const all = fields.map(({ value }) => authorsOf(value, form !== 'markup'))
  const doubt = all.find((one) => one.doubt)?.doubt
  const byName = new Map(all.flatMap(({ names }) => names.map((name) => [authorName(name), name])))
  if (!doubt && byName.size > 0) record.item.authors = [...byName.values()]
  for (const field of fields) {
    const isEmpty = field.value === null || (Array.isArray(field.value) && field.value.length === 0)
    if (isEmpty) unused(field, 'it names nobody')
    else if (doubt) omit(field, doubt)
    for (const part of besideNames(field)) unused(part)
  }
}

/** What a file says of authors beside their names: `authors.affiliation`. */
function besideNames({ name, value, line }: SourceField): SourceField[] {
  return (Array.isArray(value) ? value : []).flatMap((author: unknown) =>
    typeof author === 'object' && author !== null
      ? Object.entries(author).flatMap(([key, part]) =>
          nameFields.has(key) || textOf(part).trim() === ''
            ? []
            : [{ name: `${name}.${key}`, value: part, line }],
        )
      : [],
  )
}

/** Reads when the paper was first public, and where it was published, since the year of that is often the file's own. */
function readDatesAndVenues(open: OpenItem): void {
  const { record, of, omit, unused } = open
  const { item } = record
  const { date, read, unread } = datesOf(of('date'))
  item.published = item.arxiv ? firstVersion(item.arxiv, date) : date
  if (date && date !== item.published) record.ownDate = date
  readVenues(open, date && Number(date.slice(0, 4)))
  const shownDates = [item.published ?? '', item.venue?.name ?? '']
  for (const { field, part } of read)
    if (!date) omit(field, 'has no year beside it')
    else if (!shownDates.some((one) => one.includes(part)))
      unused(field, 'the date of the first version goes before it')
    else if (part.length === 4 && /^\d+[/]\d+[/]\d{4}$/.test(textOf(field.value).trim()))
      unused(field, 'it does not show which is the month')
  for (const field of unread) omit(field, 'is no date')
}

function readVenues(
  { record, venues, of, words, omit, unused }: OpenItem,
  year?: number | '',
): void {
  const notKnown = 'is not among the venues of the vocabulary'
  for (const field of of('venue')) {
    const text = texTitle(words(field))
    const { found, rest } = foundIn(textOf(field.value))
    const isPreprint = found.length > 0 || /\b(?:arxiv|corr)\b/i.test(text)
    const known = isPreprint ? undefined : venueName(text, year || undefined, venues)
    const other = record.item.venue?.name
    if (isPreprint) {
      if (rest) unused(field)
    } else if (!known)
      omit(
        field,
        year ? notKnown : `${notKnown}, or it has no year`,
        newVenueLine(text, field.name, venues),
      )
    else if (other && other !== known) omit(field, `is not used, since the entry has \`${other}\``)
    else record.item.venue = { name: known, year: undefined }
    if (known && saysMore(text, known, venues)) unused(field, `the entry says \`${known}\``)
  }
}
