import { shown } from '../text/messages.ts'
import { collapseSpaces, normaliseText } from '../text/normalise.ts'
import { texText, texTitle } from '../text/tex.ts'
import { withoutMarkup } from '../text/tex-html.ts'
import { withoutBraces } from './braces.ts'
import { type Left, longestSaid, type Paper, type SourceField, type SourceItem } from './paper.ts'

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
  data: 'dataurl dataset datasets dataseturl',
  model: 'modelurl weights checkpoint checkpoints',
  project: 'project projecturl projectpage website homepage',
  // Without an address or an identifier in them these are no facts.
  remark:
    'id volume links howpublished note comment comments addendum annote extra archiveprefix eprinttype n1 m1 vl an',
} as const
/** A fact that a field of a file may be of. */
export type Fact = keyof typeof names
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

/** A value as one text. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.values(value).map(textOf).filter(Boolean).join(' ')
  return value === undefined || value === null ? '' : String(value)
}

/** A value as the report shows it: addresses and names whole, other texts cut. */
function said({ name, value }: SourceField): string {
  const whole = Array.isArray(value) ? value.map((part) => part ?? 'null') : value
  const text = collapseSpaces(texText(textOf(whole))) || JSON.stringify(value)
  const isWhole = factOfField(name) === 'authors' || /https?:|10\.\d{4}/.test(text)
  return shown(text, isWhole ? longestSaid : 200)
}

/** Facts of an entry that are not taken over from a file: the venue that they belong to may not be the entry's. */
const byHand = /^(?:volume|vl|issue|is|number|pages?|sp|ep)$/i

/** An item while its fields become facts of a paper, or are named with the reason why they do not. */
export type OpenItem = ReturnType<typeof openItem>

/** Opens an item; what becomes no fact is added to what is left. */
export function openItem(item: SourceItem, left: Left[]) {
  // An author of whom nothing is said is missing all the same.
  const isFilled = ({ name, value }: SourceField) =>
    textOf(value).trim() !== '' ||
    (factOfField(name) === 'authors' && (value === null || Array.isArray(value)))
  const fields = item.fields.filter(isFilled)
  const plain = { TeX: withoutBraces, RIS: withoutMarkup, markup: withoutMarkup, plain: String }
  /** The filled fields of some facts, those of the first fact first. */
  const of = (...facts: Fact[]) =>
    facts.flatMap((fact) => fields.filter(({ name }) => factOfField(name) === fact))
  /** The paragraphs of a field, each on one line and without markup. */
  const paragraphs = ({ value }: SourceField) => {
    const parts = plain[item.form](textOf(value)).split(/\n\s*\n/)
    return parts.flatMap((part) => normaliseText(part) || [])
  }
  const words = (field: SourceField) => paragraphs(field).join(' ')
  const titled = of('title').find((field) => /[\p{L}\p{N}]/u.test(words(field)))
  const title = titled ? words(titled) : ''
  const what = title ? shown(texTitle(title), 200) : item.key ? `\`${item.key}\`` : 'one item'
  const paper: Paper = { title, line: item.line, abstract: [] }
  return {
    paper,
    form: item.form,
    fields,
    of,
    paragraphs,
    words,
    /** Names a field that a reader would miss, with a predicate that says why it is left out, and the line that its venue needs. */
    omit(field: SourceField, why: string, venue?: string) {
      const { name, line } = field
      const lost = { line, what: `${name} of ${what}`, why: `${said(field)} ${why}` }
      left.push(venue ? { ...lost, venue } : lost)
    },
    /** Names a field that no fact is made of, with a clause that says why. */
    unused(field: SourceField, why?: string) {
      const { name, line } = field
      const usual = byHand.test(name) ? 'only a person writes it' : 'an entry has no such fact'
      left.push({ line, what: name, why: why ?? usual, value: said(field) })
    },
    /** Names the whole item with all that it has, and why it is no paper. */
    refuse(why: string) {
      const rest = fields.filter((field) => field !== titled)
      const has = rest.map((field) => `${field.name} ${said(field)}`).join(', ')
      left.push({ line: item.line, what, why: has ? `${why}; it has ${has}` : why })
    },
  }
}
