import { setTimeout as sleep } from 'node:timers/promises'
import { isSafeAddress } from '../../src/model/address.ts'
import { offline, reasonOf, waitOf } from '../add/polite-fetch.ts'
import { hostTurns } from './host-turns.ts'

/** What a link did: it led somewhere, led elsewhere for good, is gone, keeps programs out, or gave no answer this time. */
export type LinkStatus = 'ok' | 'moved' | 'gone' | 'refused' | 'unreachable'

/** What came of asking one link. */
export interface LinkAnswer {
  status: LinkStatus
  /** Why it is not `ok`: the HTTP status, or the code of the error. */
  why?: string
  /** The new address, where the link has moved for good. */
  to?: string
}

/** Asks one link; never throws. */
export type AskLink = (address: string) => Promise<LinkAnswer>

/** How links are asked. */
export interface AskOptions {
  /** How this program names itself. */
  userAgent: string
  /** How long to wait for an answer, in milliseconds. */
  timeout?: number
  /** How long to leave a host alone between two requests, in milliseconds. */
  pauseOf?: (host: string) => number
  /** How often a request without an answer is made at most. */
  attempts?: number
  /** Whether an address may be asked; where a link leads is a stranger's choice, and may not be this machine. */
  mayAsk?: (address: string) => boolean
  /** Waits; a test may count instead. */
  wait?: (milliseconds: number) => Promise<unknown>
}

const mostRedirects = 8
const longestWait = 5 * 60_000
const permanent = new Set([301, 308])
const redirects = new Set([301, 302, 303, 307, 308])
const gone = new Set([404, 410])
const tooMuch = new Set([408, 425, 429])

/** Hosts that shut out programs which ask as fast as that; others get three seconds. */
const pauses: Readonly<Record<string, number>> = { 'arxiv.org': 15_000 }

interface Reply {
  status: number
  location: string | null
  retryAfter: number | undefined
}

/**
 * Asks links politely: it names itself, makes one request at a time to each host, asks for the head of a page first and
 * for the page only where that is refused, waits longer after each failure, and as long as the host says.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-status-codes
 */
export function linkAsker({
  userAgent,
  timeout = 20_000,
  pauseOf = (host) => pauses[host] ?? 3000,
  attempts = 3,
  mayAsk = isSafeAddress,
  wait = sleep,
}: AskOptions): AskLink {
  const inTurn = hostTurns(pauseOf, wait)
  /** The hosts that asked to be left alone for longer than this run, and what they said. */
  const leftAlone = new Map<string, string>()

  const request = async (address: string, method: 'HEAD' | 'GET'): Promise<Reply> => {
    const response = await fetch(address, {
      method,
      redirect: 'manual',
      headers: { 'user-agent': userAgent, accept: '*/*' },
      signal: AbortSignal.timeout(timeout),
    })
    // What the page says does not matter, and it may be large.
    await response.body?.cancel()
    return {
      status: response.status,
      location: response.headers.get('location'),
      retryAfter: waitOf(response.headers.get('retry-after')),
    }
  }

  /** Asks until there is an answer that would not be another one later; the reason when there is none. */
  const persist = async (address: string, method: 'HEAD' | 'GET'): Promise<Reply | string> => {
    const { host } = new URL(address)
    let failure = ''
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const said = leftAlone.get(host)
      if (said !== undefined) return said
      const reply = await inTurn(host, () => request(address, method)).catch(reasonOf)
      if (typeof reply !== 'string' && reply.status < 500 && !tooMuch.has(reply.status))
        return reply
      failure = typeof reply === 'string' ? reply : String(reply.status)
      const asked = typeof reply === 'string' ? undefined : reply.retryAfter
      if (asked !== undefined && asked > longestWait) {
        leftAlone.set(host, failure)
        return failure
      }
      if (attempt < attempts) await wait(asked ?? 5000 * 3 ** (attempt - 1))
    }
    return failure
  }

  /** The head of a page; the page itself where a server has no answer for its head, or another one. */
  const reply = async (address: string): Promise<Reply | string> => {
    const head = await persist(address, 'HEAD')
    if (typeof head === 'string' && (offline.has(head) || head === '429')) return head
    const settled = typeof head !== 'string' && (head.status < 300 || redirects.has(head.status))
    return settled ? head : persist(address, 'GET')
  }

  return async (address) => {
    let here = address
    let moved: string | undefined
    let forGood = true
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const answer = await reply(here)
      if (typeof answer === 'string') return { status: 'unreachable', why: answer }
      const { status, location } = answer
      if (gone.has(status)) return { status: 'gone', why: String(status) }
      if (!redirects.has(status)) {
        if (status >= 300) return { status: 'refused', why: String(status) }
        return moved === undefined ? { status: 'ok' } : { status: 'moved', to: moved }
      }
      const next = location === null ? null : URL.parse(location, here)
      if (!next || !mayAsk(next.href)) return { status: 'unreachable', why: `${status} to nowhere` }
      forGood &&= permanent.has(status)
      here = next.href
      if (forGood) moved = here
    }
    return { status: 'unreachable', why: 'redirected in a circle' }
  }
}
