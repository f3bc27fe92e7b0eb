import type { Vocabulary } from '../model/vocabulary.ts'
import type { Paper, SourceField, SourceItem } from './paper.ts'

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

/** An item while it is read: the paper that comes of it, and two ways to name a field that becomes no fact. */
export interface OpenItem {
  paper: Paper
  form: SourceItem['form']
  venues: Vocabulary['venues']
  /** The filled fields of some facts, those of the first fact first. */
  of(...facts: Fact[]): SourceField[]
  /** The words of a field, on one line and without markup. */
  words(field: SourceField | undefined): string
  /** Names a field that a reader would miss, with a predicate that says why it is left out, and the line that its venue needs. */
  omit(field: SourceField, why: string, venue?: string): void
  /** Names a field that no fact is made of, with a clause that says why. */
  unused(field: SourceField, why?: string): void
}
