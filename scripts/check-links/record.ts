import { z } from 'zod'
import type { Finding } from '../../src/model/finding.ts'
import { type LinkAnswer, linkAnswer } from './ask-link.ts'
import type { FoundLink } from './links-of.ts'

const recordedLink = linkAnswer.extend({
  /** The day on which the link was asked last. */
  checked: z.iso.date(),
  /** The day on which it was first found as it is now. */
  since: z.iso.date(),
})
type RecordedLink = z.infer<typeof recordedLink>

/** What is recorded of links: each address to what it did when it was asked last. */
export const linkRecord = z.record(z.string(), recordedLink)
export type LinkRecord = z.infer<typeof linkRecord>

/** The record with new answers in it, in the order of addresses, and without links that the list no longer has. */
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
    const { status, why, to } = answer
    const since = last?.status === status && last.to === to ? last.since : today
    return [address, { status, checked: today, since, ...(why && { why }), ...(to && { to }) }]
  })
  return Object.fromEntries([...kept, ...asked].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const week = 7 * 86_400_000

/**
 * The links that a curator has to look at, at every place where they stand: those that are gone or have moved, and those
 * that have not answered for so many weeks.
 */
export function linkFindings(
  record: LinkRecord,
  found: readonly FoundLink[],
  weeks: number,
): Finding[] {
  return found.flatMap(({ address, ...place }) => {
    const link = record[address]
    const message = link && faultOf(link, weeks)
    return message
      ? [{ ...place, rule: 'links', message: `Unexpected address \`${address}\`, ${message}` }]
      : []
  })
}

function faultOf({ status, why, to, since, checked }: RecordedLink, weeks: number) {
  const cure = 'expected one that answers. Write where it is now, or take it out.'
  const silent = Math.floor((Date.parse(checked) - Date.parse(since)) / week)
  if (status === 'moved') return `which has moved for good, expected its new one. Write \`${to}\`.`
  if (status === 'gone') return `which is gone (${why}) since ${since}, ${cure}`
  if (status !== 'unreachable' || silent < weeks) return undefined
  return `which has not answered (${why}) for ${silent === 1 ? '1 week' : `${silent} weeks`}, ${cure}`
}

/** How many links there are, and how many of each kind. */
export function countsOf(record: LinkRecord): string {
  const links = Object.values(record)
  const count = (status: LinkAnswer['status']) =>
    links.filter((link) => link.status === status).length
  return `${links.length === 1 ? '1 link' : `${links.length} links`}: ${count('ok')} answer, ${count('moved')} moved, ${count('gone')} gone, ${count('refused')} keep programs out, ${count('unreachable')} gave no answer.`
}
