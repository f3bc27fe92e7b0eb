import { shown } from '../text/messages.ts'
import { collapseSpaces, normaliseText } from '../text/normalise.ts'
import { texText, texTitle } from '../text/tex.ts'
import { withoutMarkup } from '../text/tex-html.ts'
import { withoutBraces } from './braces.ts'
import {
  longestShown,
  type Paper,
  type Skipped,
  type SourceField,
  type SourceRecord,
} from './paper.ts'

/**
 * The field names of each fact, in lower case and without punctuation: those of BibTeX, CSL-JSON, Zotero, arXiv,
 * Hugging Face, Semantic Scholar and OpenAlex, this list's own, and the tags of RIS.
 */
const fieldNames = {
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
  data: 'dataurl dataset datasets dataseturl',
  model: 'modelurl weights checkpoint checkpoints',
  project: 'project projecturl projectpage website homepage',
  // These only count if they hold an address or an identifier.
  remark:
    'id volume links howpublished note comment comments addendum annote extra archiveprefix eprinttype n1 m1 vl an',
} as const
/** A kind of fact that a field can hold. */
export type Fact = keyof typeof fieldNames
const factOf = new Map(
  (Object.keys(fieldNames) as Fact[]).flatMap((fact) =>
    fieldNames[fact].split(' ').map((name) => [name, fact] as const),
  ),
)

/** The kind of fact that a field holds, by its name; undefined for unknown names. */
export function factOfField(name: string): Fact | undefined {
  // Hugging Face nests the paper's own fields in `paper`.
  const plain = name.replace(/^paper\./, '').toLowerCase()
  return factOf.get(plain.replace(/[^a-z0-9]/g, ''))
}

/** A value as one text: lists are joined by commas, the values of objects by spaces. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.values(value).map(textOf).filter(Boolean).join(' ')
  return value === undefined || value === null ? '' : String(value)
}

/** A filled field of a record, with its line and the kind of fact that it holds. */
export interface RecordField extends SourceField {
  line: number
  fact: Fact | undefined
}

/** A value as the report shows it. Only texts without authors and addresses are shortened. */
function shownValue({ fact, value }: RecordField): string {
  const whole = Array.isArray(value) ? value.map((part) => part ?? 'null') : value
  const text = collapseSpaces(texText(textOf(whole))) || JSON.stringify(value)
  const isWhole = fact === 'authors' || /https?:|10\.\d{4}/.test(text)
  return shown(text, isWhole ? longestShown : 200)
}

/** Why a field without a fact is not used. */
function reasonToIgnore({ name }: RecordField): string {
  return /^(?:volume|vl|issue|is|number|pages?|sp|ep)$/i.test(name)
    ? 'it may belong to another venue; write it by hand'
    : 'entries have no such field'
}

const removeMarkup = { TeX: withoutBraces, RIS: withoutMarkup, HTML: withoutMarkup, none: String }

/** A record while it is turned into a paper: its fields, the paper so far, and ways to report what is skipped. */
export type RecordReader = ReturnType<typeof recordReader>

/** Starts to read a record. What is skipped is added to `skipped`. */
export function recordReader(record: SourceRecord, skipped: Skipped[]) {
  const isFilled = ({ fact, value }: RecordField) =>
    textOf(value).trim() !== '' ||
    // An empty list of authors is reported.
    (fact === 'authors' && (value === null || Array.isArray(value)))
  const fields = record.fields
    .map((field) => ({ line: record.line, fact: factOfField(field.name), ...field }))
    .filter(isFilled)
  /** The filled fields of some facts, sorted by the order in which the facts are given. */
  const fieldsOf = (...facts: Fact[]) =>
    facts.flatMap((wanted) => fields.filter(({ fact }) => fact === wanted))
  /** The paragraphs of a field, each on one line and without markup. */
  const paragraphsOf = ({ value }: RecordField) => {
    const parts = removeMarkup[record.markup](textOf(value)).split(/\n\s*\n/)
    return parts.flatMap((part) => normaliseText(part) || [])
  }
  /** A field on one line and without markup. */
  const oneLine = (field: RecordField) => paragraphsOf(field).join(' ')
  const titleField = fieldsOf('title').find((field) => /[\p{L}\p{N}]/u.test(oneLine(field)))
  const title = titleField ? oneLine(titleField) : ''
  const name = title ? shown(texTitle(title), 200) : record.key ? `\`${record.key}\`` : 'a record'
  const paper: Paper = { title, line: record.line, abstract: [] }
  return {
    paper,
    markup: record.markup,
    fields,
    fieldsOf,
    paragraphsOf,
    oneLine,
    /** Reports a value as lost. `why` is a predicate; `venue` is the line to add to the vocabulary. */
    omit(field: RecordField, why: string, venue?: string) {
      const lost = { line: field.line, what: `${field.name} of ${name}` }
      skipped.push({ ...lost, why: `${shownValue(field)} ${why}`, ...(venue && { venue }) })
    },
    /** Reports a field as unused. `why` is a clause. */
    ignore(field: RecordField, why = reasonToIgnore(field)) {
      skipped.push({ line: field.line, what: field.name, why, value: shownValue(field) })
    },
    /** Reports the whole record as lost, with its fields. `why` is a clause. */
    reject(why: string) {
      const rest = fields.filter((field) => field !== titleField)
      const has = rest.map((field) => `${field.name} ${shownValue(field)}`).join(', ')
      skipped.push({ line: record.line, what: name, why: has ? `${why}; it has ${has}` : why })
    },
  }
}
