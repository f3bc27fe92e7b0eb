import { titleKey } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import { sameTitle } from '../similarity/near-titles.ts'
import { shown } from '../text/messages.ts'
import { foldSpace } from '../text/plain-letters.ts'
import { texTitle } from '../text/tex.ts'
import { soundRecord } from './entry.ts'
import {
  addCommand,
  bibliographyItem,
  type LeftOut,
  type Reading,
  type ReadRecord,
} from './reading.ts'

/** A reading whose records can all become entries: without faults that the guard would refuse, and each paper once. */
export function settled(reading: Reading): Reading {
  const sound = reading.records.map(soundRecord)
  return distinct({
    ...reading,
    records: sound.flatMap(({ record }) => record ?? []),
    leftOut: [...reading.leftOut, ...sound.flatMap(({ leftOut }) => leftOut)],
  })
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
    const titles = [...new Map(claims.map(({ record }) => [record.title, record])).values()]
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

const facts = bibliographyItem.keyof().exclude(['title', 'alsoTitled']).options

function wordsOfFact(value: ReadRecord['item'][(typeof facts)[number]]): string {
  if (Array.isArray(value)) return value.map(authorName).join(', ')
  return typeof value === 'object' ? value.name : (value ?? '')
}

type Known = Pick<ReadRecord, 'item' | 'abstract' | 'paper'>

/** What is known of a paper, with the facts that it lacks from elsewhere; and those of these facts that differ. */
export function filledFrom<T extends Known>(
  best: T,
  { item, abstract, paper }: Known,
): { filled: T; differing: string[] } {
  const filled = { ...best, item: { ...best.item } }
  const differing: string[] = []
  for (const fact of facts) {
    const [own, other] = [filled.item[fact], item[fact]].map(wordsOfFact)
    if (!own) Object.assign(filled.item, { [fact]: item[fact] })
    // A month is no other date than its day.
    else if (other && !own.startsWith(other)) differing.push(`${fact} \`${other}\``)
  }
  const words = (paragraphs: readonly string[]) => foldSpace(paragraphs.join(' '))
  if (filled.abstract.length === 0) filled.abstract = abstract
  else if (abstract.length > 0 && words(abstract) !== words(filled.abstract))
    differing.push(`abstract ${shown(words(abstract))}`)
  if (paper && !filled.paper && !filled.item.arxiv && !filled.item.doi) filled.paper = paper
  else if (paper && paper !== filled.paper) differing.push(`address \`${paper}\``)
  return { filled, differing }
}

/** One record of all that a file says of a paper: the richest, with the facts that it lacks from the others. */
function together(group: readonly ReadRecord[], leftOut: LeftOut[]): ReadRecord | undefined {
  const wealth = ({ abstract, item }: ReadRecord) =>
    facts.filter((fact) => item[fact] !== undefined).length +
    (abstract.length > 0 ? facts.length : 0)
  const [best, ...others] = group.toSorted((a, b) => wealth(b) - wealth(a) || a.line - b.line)
  if (!best) return undefined
  let merged = best
  for (const other of others) {
    const { filled, differing } = filledFrom(merged, other)
    merged = filled
    const rest = differing.length > 0 ? `, with other facts: ${differing.join(', ')}` : ''
    const why = `line ${best.line} has the same paper${rest}`
    leftOut.push({ line: other.line, what: shown(texTitle(other.title), 200), why })
  }
  const { paper: _, ...withoutPaper } = merged
  return merged.paper && (merged.item.arxiv ?? merged.item.doi) ? withoutPaper : merged
}
