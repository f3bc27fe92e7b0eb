import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { LinkAnswer } from './ask-link.ts'

const recordedLink = z.strictObject({
  status: z.enum(['ok', 'moved', 'gone', 'refused', 'unreachable']),
  /** The day on which the link was asked last. */
  checked: z.iso.date(),
  /** The day on which it was first found as it is now. */
  since: z.iso.date(),
  why: z.string().optional(),
  to: z.string().optional(),
})

/** What is recorded of links: each address to what it did when it was asked last. */
export const linkRecord = z.record(z.string(), recordedLink)
export type RecordedLink = z.infer<typeof recordedLink>
export type LinkRecord = z.infer<typeof linkRecord>

/** Loads what is recorded; nothing when there is no such file. Throws when it is of another shape. */
export function loadRecord(path: string): LinkRecord {
  return existsSync(path) ? linkRecord.parse(JSON.parse(readFileSync(path, 'utf8'))) : {}
}

/** The record with new answers in it, and without links that the list has no longer. */
export function updated(
  before: LinkRecord,
  answers: ReadonlyMap<string, LinkAnswer>,
  { today, known }: { today: string; known: ReadonlySet<string> },
): LinkRecord {
  const kept = Object.entries(before).filter(
    ([address]) => known.has(address) && !answers.has(address),
  )
  const asked = [...answers].map(([address, answer]): [string, RecordedLink] => {
    const last = before[address]
    const same = last?.status === answer.status && last.to === answer.to
    const { status, why, to } = answer
    const since = same && last ? last.since : today
    return [address, { status, checked: today, since, ...(why && { why }), ...(to && { to }) }]
  })
  return Object.fromEntries([...kept, ...asked].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Writes the record, whole or not at all, in the order of the addresses. */
export function writeRecord(path: string, record: LinkRecord): void {
  const draft = `${path}.part`
  writeFileSync(draft, `${JSON.stringify(record, undefined, 1)}\n`)
  renameSync(draft, path)
}

const day = 86_400_000

/** For how many whole weeks a link has been as it is. */
export function weeksOf({ since, checked }: Pick<RecordedLink, 'since' | 'checked'>): number {
  return Math.floor((Date.parse(checked) - Date.parse(since)) / (7 * day))
}

/** Whether a curator has to do something: a link is gone, has moved, or has been silent for too many weeks. */
export function needsCurator(link: RecordedLink, weeks: number): boolean {
  if (link.status === 'unreachable') return weeksOf(link) >= weeks
  return link.status === 'gone' || link.status === 'moved'
}
