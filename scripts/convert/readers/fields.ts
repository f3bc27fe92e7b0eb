import { z } from 'zod'
import { cslDate, cslName, dateOf, nameOf } from '../../../src/intake/csl-names.ts'
import { type Judged, judged } from '../../../src/intake/raw-paper.ts'
import { countOne } from '../../../src/intake/reading.ts'
import type { Vocabulary } from '../../../src/model/vocabulary.ts'
import { withoutMarkup } from '../../../src/text/tex-html.ts'

/**
 * The names under which files keep each fact, without case, spaces and signs: CSL-JSON's, Zotero's, those of arXiv,
 * Semantic Scholar and OpenAlex, and our own.
 */
const names = {
  title: ['title', 'papertitle', 'displayname'],
  abstract: ['abstract', 'abstractnote', 'summary'],
  authors: ['author', 'authors', 'creators', 'authornames'],
  date: [
    'published',
    'issued',
    'date',
    'publicationdate',
    'publisheddate',
    'year',
    'publicationyear',
  ],
  arxiv: ['arxiv', 'arxivid', 'eprint'],
  doi: ['doi'],
  address: ['paper', 'paperurl', 'url', 'link', 'pdf', 'pdfurl', 'id'],
  venue: [
    'venue',
    'containertitle',
    'publicationtitle',
    'journal',
    'booktitle',
    'conference',
    'eventtitle',
  ],
  code: ['code', 'codeurl', 'github', 'repository'],
  project: ['project', 'projecturl', 'website', 'homepage'],
} as const
type Fact = keyof typeof names

const facts = Object.keys(names) as Fact[]
const factOf = new Map<string, Fact>(
  facts.flatMap((fact) => names[fact].map((name) => [name, fact] as const)),
)
const plainName = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '')

const text = z.union([z.string(), z.number()]).transform(String)
const texts = z.union([
  text.transform((value) => [value]),
  z
    .array(z.unknown())
    .transform((values) => values.flatMap((value) => text.safeParse(value).data ?? [])),
])

/** Makes a record of one item of named fields: of JSON, of a line of JSON Lines or of a row of a table. */
export function judgedFields(
  fields: Readonly<Record<string, unknown>>,
  line: number,
  venues: Vocabulary['venues'],
  unread: Map<string, number>,
): Judged {
  const values = new Map<Fact, unknown[]>()
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === undefined || value === '') continue
    const fact = factOf.get(plainName(name))
    if (fact) values.set(fact, [...(values.get(fact) ?? []), value])
    else countOne(unread, name)
  }
  const all = (fact: Fact) =>
    (values.get(fact) ?? []).flatMap((value) => texts.safeParse(value).data ?? [])
  const first = (fact: Fact) => all(fact).find((value) => value.trim())
  const key = text.safeParse(fields['id'] ?? fields['key'] ?? fields['Key']).data
  return judged(
    {
      line,
      ...(key && { key }),
      title: first('title') && withoutMarkup(first('title') ?? ''),
      abstract: first('abstract') && withoutMarkup(first('abstract') ?? ''),
      authors: (values.get('authors') ?? []).flatMap(authorsOf),
      date: (values.get('date') ?? []).map(dateOfValue).find(Boolean),
      addresses: [...all('arxiv'), ...all('doi'), ...all('address')],
      venue: first('venue'),
      code: first('code'),
      project: first('project'),
    },
    venues,
  )
}

function dateOfValue(value: unknown): string | undefined {
  const written = text.safeParse(value).data
  if (written !== undefined) {
    // A time of day says nothing about a paper; a number with decimals is a year from a spreadsheet.
    return written.replace(/[T ]\d\d:\d\d.*$/, '').replace(/\.0$/, '')
  }
  const date = cslDate.safeParse(value).data
  return date && dateOf(date)
}

function authorsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(authorOf)
  const list = text.safeParse(value).data ?? ''
  // "Family, Given; Family, Given" is how spreadsheets and Zotero write names, "Family, Given and …" how BibTeX does.
  const isOne = /^[^\s,]+, [^\s,]+$/.test(list)
  const signs = [/\s*;\s*/, /\s+and\s+/].find((sign) => isOne || sign.test(list))
  const parts = list.split(signs ?? /\s*,\s*/)
  const reversed = signs !== undefined && parts.every((name) => name.split(',').length === 2)
  if (!reversed) return list.split(/\s*[;,]\s*(?:and\s+)?|\s+and\s+/).filter(Boolean)
  return parts.map((name) =>
    name
      .split(/\s*,\s*/)
      .reverse()
      .join(' '),
  )
}

function authorOf(value: unknown): string[] {
  const written = text.safeParse(value).data
  if (written !== undefined) return [written]
  const name = cslName.safeParse(value).data
  return name ? [nameOf(name)] : []
}
