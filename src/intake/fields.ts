import { z } from 'zod'
import type { Vocabulary } from '../model/vocabulary.ts'
import { withoutMarkup } from '../text/tex-html.ts'
import { authorsOf } from './names.ts'
import { type Judged, judged } from './raw-paper.ts'
import { countOne } from './reading.ts'

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

/** A date as CSL-JSON has it: parts, or text. */
const cslDate = z.object({
  'date-parts': z.array(z.array(z.coerce.number().nullable())).optional(),
  raw: z.string().optional(),
  literal: z.string().optional(),
})

/** A date in ISO 8601, as precise as its source; undefined when it has no year. */
export function dateOf(date: z.input<typeof cslDate>): string | undefined {
  const parts = date['date-parts']?.[0]?.filter((part) => part !== null) ?? []
  if (parts.length > 0) {
    return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
  }
  const text = date.raw ?? date.literal ?? ''
  return /\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(text)?.[0]
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
