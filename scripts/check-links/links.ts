import { z } from 'zod'
import { isSafeAddress } from '../../src/model/address.ts'
import type { Finding } from '../../src/model/finding.ts'
import { canonicalPaperAddress } from '../../src/model/identifier.ts'
import { nodesIn, validFacts } from '../../src/rules/engine/rule.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'
import { type Place, startOf } from '../../src/text/place.ts'
import { counted } from '../check/report.ts'
import { NoAnswer, type PoliteFetch } from '../network/polite-fetch.ts'

/** An address, the file in which it stands, and where. */
export interface FoundLink extends Place {
  address: string
  /** Relative to the project's root. */
  path: string
}

/** Every address in the facts and the text of entries and pages that a reader may follow, in the order of the files. */
export function linksOf(files: readonly EntryFile[]): FoundLink[] {
  return files.flatMap((file) => {
    const { path, body, frontMatter } = file
    const { paper = '', doi, links = {} } = validFacts(file)
    const fact = (address: string, ...at: string[]) => ({ address, ...frontMatter.placeOf(at) })
    return [
      fact(paper, 'paper'),
      fact(doi ? canonicalPaperAddress(doi) : '', 'doi'),
      ...Object.entries(links).map(([kind, address]) => fact(address, 'links', kind)),
      ...[...nodesIn(body)].flatMap((node) =>
        node.type === 'link' ? [{ address: node.url, ...startOf(node) }] : [],
      ),
    ].flatMap((link) => (isSafeAddress(link.address) ? [{ path, ...link }] : []))
  })
}

const recordedLink = z.strictObject({
  /** It led somewhere, led elsewhere for good, is gone, keeps programs out, or gave no answer this time. */
  status: z.enum(['ok', 'moved', 'gone', 'refused', 'unreachable']),
  /** Why it is not `ok`: the HTTP status, or the code of the error. */
  why: z.string().optional(),
  /** The new address, where the link has moved for good. */
  to: z.string().optional(),
  /** The day on which the link was asked last. */
  checked: z.iso.date(),
  /** The day on which it was first found as it is now. */
  since: z.iso.date(),
})
type RecordedLink = z.infer<typeof recordedLink>

/** What came of asking one link. */
export type LinkAnswer = Omit<RecordedLink, 'checked' | 'since'>

/** What is recorded of links: each address to what it did when it was asked last. */
export const linkRecord = z.record(z.string(), recordedLink)
export type LinkRecord = z.infer<typeof linkRecord>

const mostRedirects = 8
const permanent = new Set([301, 308])
const redirects = new Set([301, 302, 303, 307, 308])
const gone = new Set([404, 410])

/**
 * Asks where a link leads, hop by hop. Where it leads is a stranger's choice and may be this machine, so an address that
 * `mayAsk` refuses is not asked.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-status-codes
 */
export async function askLink(
  address: string,
  ask: PoliteFetch,
  mayAsk: (address: string) => boolean = isSafeAddress,
): Promise<LinkAnswer> {
  let here = address
  // Where it leads for good. An address behind a temporary redirect must not be recorded.
  let settled = address
  try {
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const { status, location } = await ask(here)
      if (gone.has(status)) return { status: 'gone', why: `${status}` }
      if (!redirects.has(status)) {
        if (status >= 300) return { status: 'refused', why: `${status}` }
        return settled === address ? { status: 'ok' } : { status: 'moved', to: settled }
      }
      const next = location ? URL.parse(location, here)?.href : undefined
      if (!next || !mayAsk(next)) return { status: 'unreachable', why: `${status} to nowhere` }
      if (settled === here && permanent.has(status)) settled = next
      here = next
    }
    return { status: 'unreachable', why: 'redirected in a circle' }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    return { status: 'unreachable', why: error.why }
  }
}

/** The record with new answers in it, in the order of addresses, and without links that the list no longer has. */
export function updated(
  before: LinkRecord,
  answers: ReadonlyMap<string, LinkAnswer>,
  { today, known }: { today: string; known: ReadonlySet<string> },
): LinkRecord {
  const all = Object.entries(before).filter(([address]) => known.has(address))
  const record = new Map(all)
  for (const [address, answer] of answers) {
    const last = before[address]
    const isSame = last?.status === answer.status && last.to === answer.to
    record.set(address, { ...answer, checked: today, since: isSame ? last.since : today })
  }
  return Object.fromEntries([...record].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const week = 7 * 86_400_000
/** For how many weeks a link may be silent before it counts. */
const patience = 4

/**
 * The links that a curator has to look at, at every place where they stand: those that are gone or have moved, and those
 * that have not answered for four weeks.
 */
export function linkFindings(record: LinkRecord, found: readonly FoundLink[]): Finding[] {
  return found.flatMap(({ address, ...place }) => {
    const fault = record[address] && faultOf(record[address])
    const message = `Unexpected address \`${address}\`, ${fault}`
    return fault ? [{ ...place, rule: 'links', message }] : []
  })
}

function faultOf({ status, why, to, since, checked }: RecordedLink): string | undefined {
  const cure = 'expected one that answers. Write where it is now, or take it out.'
  const silent = Math.floor((Date.parse(checked) - Date.parse(since)) / week)
  if (status === 'moved') return `which has moved for good, expected its new one. Write \`${to}\`.`
  if (status === 'gone') return `which is gone (${why}) since ${since}, ${cure}`
  if (status !== 'unreachable' || silent < patience) return undefined
  return `which has not answered (${why}) for ${silent} weeks, ${cure}`
}

/** How many links there are, and how many of each kind. */
export function countsOf(record: LinkRecord): string {
  const links = Object.values(record)
  const count = (wanted: LinkAnswer['status']) =>
    links.filter(({ status }) => status === wanted).length
  return `${counted(links.length, 'link')}: ${count('ok')} answer, ${count('moved')} moved, ${count('gone')} gone, ${count('refused')} keep programs out, ${count('unreachable')} gave no answer.`
}
