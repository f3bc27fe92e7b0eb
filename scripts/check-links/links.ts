import { z } from 'zod'
import { isSafeAddress } from '../../src/model/address.ts'
import type { Finding } from '../../src/model/finding.ts'
import { canonicalPaperAddress } from '../../src/model/identifier.ts'
import { nodesIn, validFacts } from '../../src/rules/engine/rule.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'
import { type Place, startOf } from '../../src/text/place.ts'
import { counted } from '../check/report.ts'
import { NoAnswer, type PoliteFetch } from '../network/polite-fetch.ts'

/** An address, with its file and position. */
export interface FoundLink extends Place {
  address: string
  /** Relative to the project's root. */
  path: string
}

/** Every link in the facts and the text of entries and pages, in the order of the files. */
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
  /** It works, has moved permanently, is gone, rejects programs, or did not answer this time. */
  status: z.enum(['ok', 'moved', 'gone', 'refused', 'unreachable']),
  /** If it is not `ok`: the HTTP status or the error code. */
  why: z.string().optional(),
  /** The new address of a link that has moved. */
  to: z.string().optional(),
  /** The day of the last request. */
  checked: z.iso.date(),
  /** The day since which it has had this status. */
  since: z.iso.date(),
})
type RecordedLink = z.infer<typeof recordedLink>

/** The result for one link. */
export type LinkAnswer = Omit<RecordedLink, 'checked' | 'since'>

/** The record of links: the last result of each address. */
export const linkRecord = z.record(z.string(), recordedLink)
export type LinkRecord = z.infer<typeof linkRecord>

const mostRedirects = 8

/**
 * Requests a link and follows its redirects. A stranger chooses the targets, which may be on this machine, so an address that
 * `mayAsk` rejects is not requested.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-status-codes
 */
export async function askLink(
  address: string,
  ask: PoliteFetch,
  mayAsk: (address: string) => boolean = isSafeAddress,
): Promise<LinkAnswer> {
  let here = address
  // The target of permanent redirects. An address behind a temporary redirect must not be recorded.
  let settled = address
  try {
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const { status, location } = await ask(here)
      const why = `${status}`
      if (status === 404 || status === 410) return { status: 'gone', why }
      if (status >= 400) return { status: 'refused', why }
      if (status < 300)
        return settled === address ? { status: 'ok' } : { status: 'moved', to: settled }
      const next = URL.parse(location, here)?.href ?? ''
      if (!mayAsk(next)) return { status: 'unreachable', why: `${status} without a valid target` }
      if (settled === here && (status === 301 || status === 308)) settled = next
      here = next
    }
    return { status: 'unreachable', why: 'a redirect loop' }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    return { status: 'unreachable', why: error.why }
  }
}

/** The record with new results, sorted by address, without links that the list no longer has. */
export function updated(
  before: LinkRecord,
  answers: ReadonlyMap<string, LinkAnswer>,
  { today, known }: { today: string; known: ReadonlySet<string> },
): LinkRecord {
  const record = { ...before }
  for (const [address, answer] of answers) {
    const last = before[address]
    const isSame = last?.status === answer.status && last.to === answer.to
    record[address] = { ...answer, checked: today, since: isSame ? last.since : today }
  }
  const kept = Object.entries(record).filter(([address]) => known.has(address))
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const week = 7 * 86_400_000
/** How many weeks a link may fail to answer before it is reported. */
const patience = 4

/** Findings for a curator, at every place of a link that is gone, has moved, or has not answered for four weeks. */
export function linkFindings(record: LinkRecord, found: readonly FoundLink[]): Finding[] {
  return found.flatMap(({ address, ...place }) => {
    const fault = record[address] && faultOf(record[address])
    const message = `Unexpected address \`${address}\`, ${fault}`
    return fault ? [{ ...place, rule: 'links', message }] : []
  })
}

function faultOf({ status, why, to, since, checked }: RecordedLink): string | undefined {
  const cure = 'expected one that answers. Write the new one, or remove it.'
  const silent = Math.floor((Date.parse(checked) - Date.parse(since)) / week)
  if (status === 'moved') return `which has moved for good, expected its new one. Write \`${to}\`.`
  if (status === 'gone') return `which has been gone (${why}) since ${since}, ${cure}`
  if (status !== 'unreachable' || silent < patience) return undefined
  return `which has not answered (${why}) for ${silent} weeks, ${cure}`
}

/** The number of links in all and by result, in words. */
export function countsOf(record: LinkRecord): string {
  const links = Object.values(record)
  const count = (wanted: LinkAnswer['status']) =>
    links.filter(({ status }) => status === wanted).length
  return `${counted(links.length, 'link')}: ${count('ok')} answer, ${count('moved')} moved, ${count('gone')} gone, ${count('refused')} reject programs, ${count('unreachable')} gave no answer.`
}
