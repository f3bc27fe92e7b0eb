import { titleKey } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { folded, shown } from '../rules/engine/words.ts'
import { foldSpace } from '../text/plain-letters.ts'
import { texText, texTitle } from '../text/tex.ts'
import { withoutMarkup } from '../text/tex-html.ts'
import { foundIn } from './addresses.ts'
import { withoutBraces } from './braces.ts'
import { datesOf, firstVersion } from './dates.ts'
import { settled } from './distinct.ts'
import { type Fact, factOfField, type OpenItem, textOf } from './fields.ts'
import { authorsOf, nameFields } from './names.ts'
import {
  addCommand,
  type Left,
  longestSaid,
  type Paper,
  type Reading,
  type SourceField,
  type SourceItem,
} from './paper.ts'
import { type FieldAddress, placedFacts, placesOf, readPlaces } from './places.ts'
import { newVenueLine, saysMore, venueName } from './venue-name.ts'

type Venues = Vocabulary['venues']

// The longest title on arXiv has fewer; what is longer is a title and its description in one.
const longestTitle = 300

/** The papers in the items of a file, each once and fit to become an entry, and all that is in none of them. */
export function papersFrom(items: Iterable<SourceItem | Left>, venues: Venues): Reading {
  const reading: Reading = { papers: [], left: [] }
  for (const item of items) {
    if ('fields' in item) readItem(item, venues, reading)
    else reading.left.push(item)
  }
  return settled(reading)
}

/** A value as the report shows it: addresses and names whole, other texts cut. */
function said({ name, value }: SourceField): string {
  const whole = Array.isArray(value) ? value.map((part) => part ?? 'null') : value
  const text = folded(texText(textOf(whole))) || JSON.stringify(value)
  const isWhole = factOfField(name) === 'authors' || /https?:|10\.\d{4}/.test(text)
  return shown(text, isWhole ? longestSaid : 200)
}

/** Facts of an entry that are not taken over from a file: the venue that they belong to may not be the entry's. */
const byHand = /^(?:volume|vl|issue|is|number|pages?|sp|ep)$/i

/** Reads one item: each filled field becomes a fact of the paper, or is named with the reason why it does not. */
function readItem(item: SourceItem, venues: Venues, { papers, left }: Reading): void {
  const plain = { TeX: withoutBraces, RIS: withoutMarkup, markup: withoutMarkup, plain: String }[
    item.form
  ]
  // An author of whom nothing is said is missing all the same.
  const isFilled = ({ name, value }: SourceField) =>
    textOf(value).trim() !== '' ||
    (factOfField(name) === 'authors' && (value === null || Array.isArray(value)))
  const fields = item.fields.filter(isFilled)
  const of = (...facts: Fact[]) =>
    facts.flatMap((fact) => fields.filter(({ name }) => factOfField(name) === fact))
  const words = (field: SourceField | undefined) => foldSpace(plain(textOf(field?.value)))
  const titled = of('title').find((field) => /[\p{L}\p{N}]/u.test(words(field)))
  const title = words(titled)
  const what = title ? shown(texTitle(title), 200) : item.key ? `\`${item.key}\`` : 'one item'
  const places = placesOf(of(...placedFacts))
  const fault = titled ? faultOfTitle(title, places) : 'it has no title'
  if (fault) {
    const rest = fields.filter((field) => field !== titled)
    const has = rest.map((field) => `${field.name} ${said(field)}`).join(', ')
    left.push({ line: item.line, what, why: has ? `${fault}; it has ${has}` : fault })
    return
  }
  const paper: Paper = { title, line: item.line, abstract: [] }
  const open: OpenItem = {
    paper,
    form: item.form,
    venues,
    of,
    words,
    omit(field, why, venue) {
      const { name, line } = field
      const lost = { line, what: `${name} of ${what}`, why: `${said(field)} ${why}` }
      left.push(venue ? { ...lost, venue } : lost)
    },
    unused(field, why) {
      const { name, line } = field
      const usual = byHand.test(name) ? 'only a person writes it' : 'an entry has no such fact'
      left.push({ line, what: name, why: why ?? usual, value: said(field) })
    },
  }
  for (const field of of('title'))
    if (titleKey(texTitle(words(field))) !== titleKey(texTitle(title)))
      open.omit(field, 'is another title')
  readAbstract(open, plain)
  readAuthors(open)
  readPlaces(open, places)
  readDatesAndVenues(open)
  for (const field of fields) if (!factOfField(field.name)) open.unused(field)
  papers.push(paper)
}

/** What keeps a title from being one, with the way to ask for the right one. */
function faultOfTitle(title: string, places: readonly FieldAddress[]): string | undefined {
  if (title.length <= longestTitle) return undefined
  const id = places.find(({ found }) => found.kind === 'arxiv' || found.kind === 'doi')?.found.id
  const cure = id ? `; \`${addCommand(id)}\` asks for it` : ''
  return `its title has ${title.length} characters${cure}`
}

function readAbstract({ paper, of, omit }: OpenItem, plain: (text: string) => string): void {
  for (const field of of('abstract')) {
    const parts = plain(textOf(field.value)).split(/\n\s*\n/)
    const paragraphs = parts.flatMap((part) => foldSpace(part) || [])
    if (paper.abstract.length === 0) paper.abstract = paragraphs
    else if (paragraphs.join(' ') !== paper.abstract.join(' ')) omit(field, 'is another abstract')
  }
}

function readAuthors({ paper, form, of, omit, unused }: OpenItem): void {
  const fields = of('authors')
  const all = fields.map(({ value }) => authorsOf(value, form === 'TeX' || form === 'RIS'))
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
function readDatesAndVenues(open: OpenItem): void {
  const { paper, of, omit, unused } = open
  const { date, read, unread } = datesOf(of('date'))
  paper.published = paper.arxiv ? firstVersion(paper.arxiv, date) : date
  for (const field of of('venue')) readVenue(open, field, date?.slice(0, 4))
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
  { paper, venues, words, omit, unused }: OpenItem,
  field: SourceField,
  year = '',
): void {
  const text = texTitle(words(field))
  const { found, rest } = foundIn(textOf(field.value))
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
  if (known && saysMore(text, known, venues)) unused(field, `the entry says \`${known}\``)
}
