import { canonicalPaperAddress, titleKey } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { folded, shown } from '../rules/engine/words.ts'
import { foldSpace } from '../text/plain-letters.ts'
import { texText, texTitle } from '../text/tex.ts'
import { withoutMarkup } from '../text/tex-html.ts'
import { type Found, foundAt, foundIn, isPaperAddress } from './addresses.ts'
import { withoutBraces } from './braces.ts'
import { datesOf, monthOfArxiv } from './dates.ts'
import { kindOf } from './links.ts'
import { type Authors, authorsOf, nameFields } from './names.ts'
import { addCommand, type Field, type Item, type Reading, type ReadRecord } from './reading.ts'
import { saysMore, venueName } from './venue-name.ts'

/**
 * The names under which files keep each fact, without case, spaces and signs: those of BibTeX, CSL-JSON, Zotero, arXiv,
 * Hugging Face, Semantic Scholar and OpenAlex, our own, and the tags of RIS.
 */
const names = {
  title: 'title papertitle displayname ti t1',
  abstract: 'abstract abstractnote summary ab n2',
  authors: 'author authors creators authornames au a1',
  date: 'published issued date publicationdate publisheddate publishedat publicationyear year month day da py y1',
  arxiv: 'arxiv arxivid eprint externalidsarxiv',
  doi: 'doi externalidsdoi do',
  address: 'paper paperurl url urls link pdf pdfurl openaccesspdfurl ee ur lk l1 l2',
  venue:
    'venue containertitle publicationtitle journal journaltitle booktitle conference eventtitle journalname jo jf ja t2 bt c3',
  code: 'code codeurl github githubrepo repository',
  project: 'project projecturl projectpage website homepage',
  // Without an address or an identifier in them these are no facts.
  remark:
    'id volume links howpublished note comment comments addendum annote extra archiveprefix eprinttype n1 m1 vl an',
} as const
type Fact = keyof typeof names
const factOf = new Map(
  (Object.keys(names) as Fact[]).flatMap((fact) =>
    names[fact].split(' ').map((name) => [name, fact] as const),
  ),
)

/** The fact that a field is of; Hugging Face has the paper's own within an object. */
export function factOfField(name: string): Fact | undefined {
  const plain = name.replace(/^paper\./, '').toLowerCase()
  return factOf.get(plain.replace(/[^a-z0-9]/g, ''))
}

// The longest title on arXiv has fewer; what is longer is a title and its description in one.
const longestTitle = 300

/** A value as one text. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.values(value).map(textOf).filter(Boolean).join(' ')
  return value === undefined || value === null ? '' : String(value)
}

/** A value as the report shows it: addresses and names whole, other texts cut. */
function said(value: unknown, isWhole = false): string {
  const text = folded(texText(textOf(value)))
  return shown(text, isWhole || /https?:|10\.\d{4}/.test(text) ? 5000 : 200)
}

/**
 * Reads one item into a reading. By the same rules for every form of file, each filled field becomes a fact of the record or
 * is named with the reason why it does not.
 */
export function readItem(item: Item, venues: Vocabulary['venues'], reading: Reading): void {
  const plain = (text: string) => (item.form === 'TeX' ? withoutBraces(text) : withoutMarkup(text))
  const words = (field: Field | undefined) => foldSpace(plain(textOf(field?.value)))
  const fields = item.fields.filter(({ value }) => textOf(value).trim() !== '')
  const of = (...facts: Fact[]) =>
    facts.flatMap((fact) => fields.filter(({ name }) => factOfField(name) === fact))
  const titled = of('title').find((field) => /[\p{L}\p{N}]/u.test(words(field)))
  const title = words(titled)
  const what = title ? shown(texTitle(title), 200) : item.key ? `\`${item.key}\`` : 'one item'
  const omit = ({ name, value, line }: Field, why: string) => {
    const isName = factOfField(name) === 'authors'
    reading.leftOut.push({ line, what: `${name} of ${what}`, why: `${said(value, isName)} ${why}` })
  }
  const unused = ({ name, value, line }: Field, why = 'an entry has no such fact') =>
    reading.unused.push({ line, name, value: said(value), why })
  const places = placesOf(of('arxiv', 'doi', 'address', 'remark', 'venue', 'code', 'project'))
  const first = (kind: Found['kind']) => places.find(({ found }) => found.kind === kind)?.found.id
  const [arxiv, doi] = [first('arxiv'), first('doi')]
  const wholeFault = !titled
    ? 'it has no title'
    : title.length > longestTitle
      ? `its title has ${title.length} characters${(arxiv ?? doi) ? `; \`${addCommand(arxiv ?? doi ?? '')}\` asks for it` : ''}`
      : undefined
  if (wholeFault) {
    const rest = fields.filter((field) => field !== titled)
    const has = rest.map(
      ({ name, value }) => `${name} ${said(value, factOfField(name) === 'authors')}`,
    )
    const why = has.length > 0 ? `${wholeFault}; it has ${has.join(', ')}` : wholeFault
    reading.leftOut.push({ line: item.line, what, why })
    return
  }

  const record: ReadRecord = { title, line: item.line, abstract: [], item: { title, ...noFacts } }
  for (const field of of('title'))
    if (titleKey(texTitle(words(field))) !== titleKey(texTitle(title)))
      omit(field, 'is another title')
  for (const field of of('abstract')) {
    const parts = plain(textOf(field.value))
      .split(/\n\s*\n/)
      .flatMap((part) => foldSpace(part) || [])
    if (record.abstract.length === 0) record.abstract = parts
    else if (parts.join(' ') !== record.abstract.join(' ')) omit(field, 'is another abstract')
  }

  const authors = authorsOfFields(of('authors'))
  if (authors.names.length > 0) record.item.authors = authors.names
  for (const field of of('authors')) {
    if (authors.doubt) omit(field, authors.doubt)
    for (const part of besideNames(field)) unused(part)
  }

  const dates = datesOf(of('date'))
  const told = arxiv ? monthOfArxiv(arxiv) : undefined
  record.item.published = told && !dates.date?.startsWith(told) ? told : dates.date
  if (dates.date && dates.date !== record.item.published) record.ownDate = dates.date

  const year = Number(dates.date?.slice(0, 4)) || undefined
  for (const field of of('venue')) {
    const { found, rest } = foundIn(textOf(field.value))
    const text = texTitle(words(field))
    if (found.length > 0 || /\b(?:arxiv|corr)\b/i.test(text)) {
      if (rest) unused(field)
      continue
    }
    const known = venueName(text, year, venues)
    const other = record.item.venue?.name
    if (!known) omit(field, year ? notAVenue : `${notAVenue}, or it has no year`)
    else if (other && other !== known) omit(field, `is not used, since the entry has \`${other}\``)
    else record.item.venue = { name: known, year: undefined }
    if (known && saysMore(text, known, venues)) unused(field, `the entry says \`${known}\``)
  }
  const shownDates = [record.item.published ?? '', record.item.venue?.name ?? '']
  for (const { field, part } of dates.read)
    if (!shownDates.some((date) => date.includes(part)))
      unused(field, 'the date of the first version goes before it')
  for (const field of dates.unread) omit(field, 'is no date')

  record.item.arxiv = arxiv
  record.item.doi = doi
  const addresses = places.filter(({ found }) => found.kind === 'address')
  const own =
    addresses.find(({ found }) => isPaperAddress(found.id)) ??
    addresses.find(
      ({ field, found: { id } }) => factOfField(field.name) === 'address' && !isLink(id),
    )
  if (!arxiv && !doi && own) record.paper = canonicalPaperAddress(own.found.id)
  // What the file itself calls the code goes before what looks like it.
  const isNamed = ({ field }: Place) => /^(?:code|project)$/.test(factOfField(field.name) ?? '')
  for (const { field, found } of places.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a))))
    usePlace(record, field, found, omit, unused)
  for (const field of of('arxiv', 'doi', 'address', 'remark', 'code', 'project')) {
    const isRemark = factOfField(field.name) === 'remark'
    const none = places.every((place) => place.field !== field)
    const isArchive = /^arxiv$/i.test(textOf(field.value)) && arxiv !== undefined
    if (none && !isArchive) isRemark ? unused(field) : omit(field, noPlace(field))
    else if (isRemark && foundIn(textOf(field.value)).rest && !isArchive) unused(field)
  }
  for (const field of fields) if (!factOfField(field.name)) unused(field)
  reading.records.push(record)
}

const noPlace = ({ name }: Field) => {
  const fact = factOfField(name)
  return fact === 'doi'
    ? 'is no DOI'
    : fact === 'arxiv'
      ? 'is no arXiv id'
      : 'is no address that may be linked'
}

/** Whether an address surely leads to a paper's code, data or model, and not to the paper. */
const isLink = (address: string) =>
  /^(?:code|data|model)$/.test(kindOf({ address, words: '' }) ?? '')

const notAVenue = 'is not among the venues of the vocabulary'

const noFacts = {
  arxiv: undefined,
  authors: undefined,
  published: undefined,
  venue: undefined,
  doi: undefined,
  code: undefined,
  project: undefined,
  alsoTitled: undefined,
}

interface Place {
  field: Field
  found: Found
}

/** The identifiers and addresses in some fields, those of the surest fields first. */
function placesOf(fields: readonly Field[]): Place[] {
  return fields.flatMap((field) => {
    const text = textOf(field.value)
    const fact = factOfField(field.name)
    // DBLP keeps arXiv's numbers in this field, and every journal its own.
    if (/^(?:volume|VL)$/i.test(field.name) && !/^abs\//.test(text)) return []
    const whole = foundAt(text.replace(/^abs\//, '').trim())
    const { found } =
      whole.kind === 'none' && !whole.why?.includes('arXiv') ? foundIn(text) : { found: [whole] }
    const isSure = fact === 'arxiv' || fact === 'doi' || fact === 'address'
    return found
      .filter(({ kind, why }) => kind !== 'none' || isSure || why?.includes('arXiv'))
      .map((one) => ({ field, found: one }))
  })
}

/** Writes an address into the record where it has room for it, and names one that it has none for. */
function usePlace(
  record: ReadRecord,
  field: Field,
  { kind, id, why = '' }: Found,
  omit: (field: Field, why: string) => void,
  unused: (field: Field, why: string) => void,
): void {
  const { item, paper } = record
  const fact = factOfField(field.name)
  const part = { ...field, value: id }
  const own = kind === 'arxiv' || kind === 'doi' ? item[kind] : undefined
  if (kind === 'none') omit(part, why)
  else if (kind !== 'address') {
    if (id !== own) omit(part, `is not used, since the entry has \`${own}\``)
  } else if (fact === 'code' || fact === 'project') {
    if (item[fact] && item[fact] !== id)
      omit(part, `is not used, since the entry has \`${item[fact]}\``)
    else item[fact] = id
  } else if (canonicalPaperAddress(id) !== paper) {
    const link = isPaperAddress(id) ? undefined : kindOf({ address: id, words: field.name })
    const room = link === 'code' ? 'code' : 'project'
    if (link && (item[room] ?? id) === id) item[room] = id
    else unused(part, 'the entry has a surer address')
  }
}

function authorsOfFields(fields: readonly Field[]): Authors {
  const all = fields.map(({ value }) => authorsOf(value))
  const doubt = all.find((one) => one.doubt)?.doubt
  const byName = new Map(all.flatMap((one) => one.names.map((name) => [authorName(name), name])))
  return doubt ? { names: [], doubt } : { names: [...byName.values()] }
}

/** What a file says of authors beside their names: `authors.affiliation`. */
function besideNames({ name, value, line }: Field): Field[] {
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
