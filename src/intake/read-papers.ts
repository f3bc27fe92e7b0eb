import { titleKey } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { shown } from '../rules/engine/words.ts'
import { sameTitle } from '../similarity/near-titles.ts'
import { texTitle } from '../text/tex.ts'
import { readBibtex } from './bibtex.ts'
import { readCsv } from './csv.ts'
import { soundRecord } from './entry.ts'
import { foreignForm } from './foreign.ts'
import { readJson, readJsonLines } from './json.ts'
import { readLinkList } from './link-list.ts'
import { utf8Of } from './listing-bytes.ts'
import { addCommand, emptyReading, type LeftOut, type Reading, type ReadRecord } from './reading.ts'
import { readRis } from './ris.ts'

const readers = {
  BibTeX: readBibtex,
  RIS: readRis,
  JSON: readJson,
  'JSON Lines': readJsonLines,
  'a table': readCsv,
  'a Markdown link list': readLinkList,
} as const

/** A form of file, beside the listing, that papers are read from. */
export type PaperForm = keyof typeof readers

const endings = new Map<string, PaperForm>(
  Object.entries({
    bib: 'BibTeX',
    bibtex: 'BibTeX',
    biblatex: 'BibTeX',
    ris: 'RIS',
    json: 'JSON',
    jsonl: 'JSON Lines',
    ndjson: 'JSON Lines',
    csv: 'a table',
    tsv: 'a table',
    md: 'a Markdown link list',
    markdown: 'a Markdown link list',
  } as const),
)

/** The form of a file by its name; undefined for a listing, and for every name that tells nothing. */
export function paperFormOf(path: string): PaperForm | undefined {
  return endings.get(/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '')
}

/** Reads a file of papers in one of these forms: what came through, each paper once, and all that did not. */
export function readPapers(
  form: PaperForm,
  bytes: Uint8Array,
  venues: Vocabulary['venues'],
): Reading {
  const text = utf8Of(bytes)?.replace(/\r\n?/g, '\n')
  const foreign = text === undefined ? 'it is not UTF-8' : foreignForm(text)
  if (text === undefined || foreign)
    return { ...emptyReading(), leftOut: [{ line: 1, what: 'the file', why: foreign ?? '' }] }
  const reading = readers[form](text, venues)
  const records: ReadRecord[] = []
  for (const record of reading.records) {
    const sound = soundRecord(record)
    reading.leftOut.push(...sound.leftOut)
    if (sound.record) records.push(sound.record)
  }
  return distinct({ ...reading, records })
}

const idsOf = ({ item, paper }: ReadRecord) =>
  [item.arxiv, item.doi?.toLowerCase(), paper].flatMap((id) => id ?? [])

/**
 * The same reading with each paper once. First an identifier or address under two titles is taken from both papers, because
 * it is not the one of both; then all that the file says of one paper is put together.
 */
export function distinct(reading: Reading): Reading {
  const leftOut: LeftOut[] = [...reading.leftOut]
  const byId = Map.groupBy(
    reading.records.flatMap((record) => idsOf(record).map((id) => ({ id, record }))),
    ({ id }) => id,
  )
  const contested = new Set<string>()
  for (const [id, claims] of byId) {
    const [first] = claims
    const titles = claims.map(({ record }) => record)
    const rival = (one: ReadRecord) => titles.find((other) => !sameTitle(one.title, other.title))
    if (!first || !titles.some(rival)) continue
    contested.add(id)
    for (const { record } of claims) {
      const other = rival(record)
      const why = other
        ? `line ${other.line} gives it to ${shown(texTitle(other.title))}`
        : 'two papers have it'
      const cure = id.startsWith('http') ? '' : `; \`${addCommand(id)}\` asks whose it is`
      leftOut.push({
        line: record.line,
        what: `\`${id}\` of ${shown(texTitle(record.title), 200)}`,
        why: why + cure,
      })
    }
  }
  const settled = reading.records.map((record) => without(record, contested))
  const groups: ReadRecord[][] = []
  const groupOf = new Map<string, ReadRecord[]>()
  for (const record of settled) {
    const marks = [...idsOf(record), titleKey(record.title) || record.title]
    const found = marks.map((mark) => groupOf.get(mark)).find(Boolean)
    const group = found ?? []
    if (!found) groups.push(group)
    group.push(record)
    for (const mark of marks) groupOf.set(mark, group)
  }
  const records = groups.flatMap((group) => together(group, leftOut) ?? [])
  leftOut.sort((a, b) => a.line - b.line)
  return { ...reading, records, leftOut }
}

/** A record without identifiers that another paper claims, and without the month that such a one told. */
function without(record: ReadRecord, contested: ReadonlySet<string>): ReadRecord {
  const { paper, ownDate, ...rest } = record
  const { arxiv, doi, published } = record.item
  const isWrong = (id: string | undefined) => id !== undefined && contested.has(id.toLowerCase())
  const losesDate = isWrong(arxiv) && published?.length === 7
  return {
    ...rest,
    ...(paper && !contested.has(paper) && { paper }),
    ...(ownDate && !losesDate && { ownDate }),
    item: {
      ...record.item,
      arxiv: isWrong(arxiv) ? undefined : arxiv,
      doi: isWrong(doi) ? undefined : doi,
      published: losesDate ? ownDate : published,
    },
  }
}

const facts = ['arxiv', 'doi', 'authors', 'published', 'venue', 'code', 'project'] as const

function wordsOfFact(value: ReadRecord['item'][(typeof facts)[number]]): string {
  if (Array.isArray(value)) return value.map(authorName).join(', ')
  return typeof value === 'object' ? value.name : (value ?? '')
}

/** One record of all that a file says of a paper: the richest, with the facts that it lacks from the others. */
function together(group: readonly ReadRecord[], leftOut: LeftOut[]): ReadRecord | undefined {
  const wealth = ({ abstract, item }: ReadRecord) =>
    facts.filter((fact) => item[fact] !== undefined).length +
    (abstract.length > 0 ? facts.length : 0)
  const [best, ...others] = group.toSorted((a, b) => wealth(b) - wealth(a) || a.line - b.line)
  if (!best) return undefined
  const merged = { ...best, item: { ...best.item } }
  for (const { line, title, abstract, item, paper } of others) {
    const differing: string[] = []
    for (const fact of facts) {
      if (merged.item[fact] === undefined) Object.assign(merged.item, { [fact]: item[fact] })
      else if (
        wordsOfFact(item[fact]) !== wordsOfFact(merged.item[fact]) &&
        item[fact] !== undefined
      )
        differing.push(`${fact} \`${wordsOfFact(item[fact])}\``)
    }
    if (merged.abstract.length === 0) merged.abstract = abstract
    else if (abstract.length > 0 && abstract.join() !== merged.abstract.join())
      differing.push(`abstract ${shown(abstract.join(' '))}`)
    if (paper && !merged.paper && !merged.item.arxiv && !merged.item.doi) merged.paper = paper
    else if (paper && paper !== merged.paper) differing.push(`address \`${paper}\``)
    const rest = differing.length > 0 ? `, with other facts: ${differing.join(', ')}` : ''
    leftOut.push({
      line,
      what: shown(texTitle(title), 200),
      why: `line ${best.line} has the same paper${rest}`,
    })
  }
  if (merged.paper && (merged.item.arxiv ?? merged.item.doi)) delete merged.paper
  return merged
}
