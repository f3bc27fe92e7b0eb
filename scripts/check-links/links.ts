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

/** Finds every link in the facts and the text of entries and pages. */
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
  /** The link works, has moved permanently, is gone, rejects programs, or did not answer this time. */
  status: z.enum(['ok', 'moved', 'gone', 'refused', 'unreachable']),
  /** The HTTP status or the error code, unless the link is `ok`. */
  why: z.string().optional(),
  /** The new address of a link that has moved. */
  to: z.string().optional(),
  /** The day of the last request. */
  checked: z.iso.date(),
  /** The day on which it first had this status. */
  since: z.iso.date(),
})
type RecordedLink = z.infer<typeof recordedLink>

/** The result of one request. */
export type LinkResult = Omit<RecordedLink, 'checked' | 'since'>

/** The record of links: the last result of each address. */
export const linkRecord = z.record(z.string(), recordedLink)
export type LinkRecord = z.infer<typeof linkRecord>

const mostRedirects = 8

/**
 * Requests a link and follows its redirects. Since a stranger's server chooses the targets, which may be on this machine, only
 * addresses that `isAllowed` accepts are requested.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-status-codes
 */
export async function checkLink(
  address: string,
  ask: PoliteFetch,
  isAllowed: (address: string) => boolean = isSafeAddress,
): Promise<LinkResult> {
  let current = address
  // The address after the permanent redirects. The target of a temporary redirect must not be recorded.
  let permanent = address
  try {
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const { status, location } = await ask(current)
      const why = `${status}`
      if (status === 404 || status === 410) return { status: 'gone', why }
      if (status >= 400) return { status: 'refused', why }
      if (status < 300)
        return permanent === address ? { status: 'ok' } : { status: 'moved', to: permanent }
      const next = URL.parse(location, current)?.href ?? ''
      if (!isAllowed(next))
        return { status: 'unreachable', why: `${status} without a valid target` }
      if (permanent === current && (status === 301 || status === 308)) permanent = next
      current = next
    }
    return { status: 'unreachable', why: 'a redirect loop' }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    return { status: 'unreachable', why: error.why }
  }
}

/** Merges new results into a record, removes links that are no longer on the list, and sorts the rest by address. */
export function updateRecord(
  before: LinkRecord,
  results: ReadonlyMap<string, LinkResult>,
  { today, known }: { today: string; known: ReadonlySet<string> },
): LinkRecord {
  const record = { ...before }
  for (const [address, result] of results) {
    const last = before[address]
    const isSame = last?.status === result.status && last.to === result.to
    record[address] = { ...result, checked: today, since: isSame ? last.since : today }
  }
  const kept = Object.entries(record).filter(([address]) => known.has(address))
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A link without an answer is reported after this time, in milliseconds. */
const toleratedSilence = 28 * 86_400_000

/** Returns a finding for every place of a link that is gone, has moved, or has not answered for four weeks. */
export function linkFindings(record: LinkRecord, found: readonly FoundLink[]): Finding[] {
  return found.flatMap(({ address, ...place }) => {
    const fault = record[address] && faultOf(record[address])
    const message = `Unexpected address \`${address}\`, ${fault}`
    return fault ? [{ ...place, rule: 'links', message }] : []
  })
}

function faultOf({ status, why, to, since, checked }: RecordedLink): string | undefined {
  const advice = `since ${since}, expected one that answers. Write the new address, or remove this one.`
  if (status === 'moved')
    return `which has moved permanently, expected the new one. Write \`${to}\`.`
  if (status === 'gone') return `which has been gone (${why}) ${advice}`
  const isSilent = Date.parse(checked) - Date.parse(since) >= toleratedSilence
  return status === 'unreachable' && isSilent
    ? `which has not answered (${why}) ${advice}`
    : undefined
}

/** Summarises a record: the number of links, and of each status. */
export function summaryOf(record: LinkRecord): string {
  const links = Object.values(record)
  const count = (wanted: LinkResult['status']) =>
    links.filter(({ status }) => status === wanted).length
  return `${counted(links.length, 'link')}: ${count('ok')} work, ${count('moved')} have moved, ${count('gone')} are gone, ${count('refused')} reject programs, ${count('unreachable')} did not answer.`
}
