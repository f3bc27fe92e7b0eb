import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'
import pRetry, { AbortError } from 'p-retry'
import { z } from 'zod'
import { loadSite } from '../../src/content/read.ts'
import { CommandFailed, errorCodeOf } from '../terminal/command.ts'

/** How servers are asked. */
export interface PoliteOptions {
  /** How this program names itself; its name, its version and the list's address when absent. */
  userAgent?: string
  /** How long to wait for an answer, in milliseconds. */
  timeout?: number
  /** How long to leave a host alone between two requests, in milliseconds. */
  pauseOf?: (host: string) => number
  /** How often a request is made at most. */
  attempts?: number
}

/** What a server answered. */
export interface Answer {
  status: number
  /** Where a redirect leads; empty when it is none. */
  location: string
  /** The media type, without its parameters. */
  type: string
  text: string
}

/**
 * Asks a server for an address. With a media type the text is read, wherever redirects lead; without one only what stands
 * before the page, which may be large. Throws `NoAnswer`.
 */
export type PoliteFetch = (address: string, accept?: string) => Promise<Answer>

/** Thrown when a server gives no answer after all attempts; its message is a sentence for the user. */
export class NoAnswer extends CommandFailed {
  /** The HTTP status, the system's code, `TimeoutError`, or the error's own words. */
  readonly why: string

  constructor(why: string, message: string) {
    super(message)
    this.why = why
  }
}

const longestWait = 5 * 60_000
const longestText = 5_000_000
const tooMuch = new Set([408, 425, 429])

/** The codes of errors that come from this machine's own connection, or from a host that does not exist. */
export const offline: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ECONNREFUSED',
])

/**
 * A fetch that is polite: it names itself, makes one request at a time to each host, pauses between two, waits longer after
 * each failure, and as long as the host says. A host that asks for more than five minutes is not asked again. Every status
 * but "too many requests" and server errors is an answer. arXiv asks for pauses of three seconds.
 * @see https://info.arxiv.org/help/api/tou.html
 */
export function politeFetch({
  userAgent = ownName(),
  timeout = 20_000,
  pauseOf = () => 3000,
  attempts = 4,
}: PoliteOptions = {}): PoliteFetch {
  const queues = new Map<string, PQueue>()
  const closed = new Map<string, AbortError>()
  const queueOf = (host: string): PQueue => {
    const interval = pauseOf(host)
    const queue =
      queues.get(host) ?? new PQueue({ concurrency: 1, intervalCap: 1, interval, strict: true })
    queues.set(host, queue)
    return queue
  }

  const once: PoliteFetch = async (address, accept) => {
    const { host } = new URL(address)
    const refusal = closed.get(host)
    if (refusal) throw refusal
    const failure = (why: string, what: string) =>
      new NoAnswer(
        why,
        `\`${host}\` ${what}, ${attempts} times. Run the command again in ten minutes.`,
      )
    let response: Response
    try {
      response = await fetch(address, {
        headers: { 'user-agent': userAgent, ...(accept && { accept }) },
        redirect: accept ? 'follow' : 'manual',
        signal: AbortSignal.timeout(timeout),
      })
      const { status } = response
      if (status < 500 && !tooMuch.has(status)) return await answerOf(response, accept)
      await response.body?.cancel()
    } catch (error) {
      const why = reasonOf(error)
      if (offline.has(why)) {
        const message = `\`${host}\` cannot be reached (\`${why}\`). Connect this machine to the internet, and run the command again.`
        throw new AbortError(new NoAnswer(why, message))
      }
      throw why === 'TimeoutError'
        ? failure(why, `did not answer within ${timeout / 1000} seconds`)
        : failure(why, `gave no whole answer (${why})`)
    }
    const status = `${response.status}`
    const rest = retryAfterOf(response.headers.get('retry-after'))
    if (rest > longestWait) {
      const message = `\`${host}\` answered ${status} and asks to be left alone for ${Math.ceil(rest / 60_000)} minutes. Run the command again then.`
      const final = new AbortError(new NoAnswer(status, message))
      closed.set(host, final)
      throw final
    }
    // Meanwhile the host's other requests wait, too.
    await sleep(rest)
    throw failure(status, `answered ${status}`)
  }

  return (address, accept) => {
    const { host } = new URL(address)
    return pRetry(() => queueOf(host).add(() => once(address, accept)), {
      retries: attempts - 1,
      minTimeout: pauseOf(host),
      factor: 3,
    })
  }
}

async function answerOf({ status, headers, body }: Response, accept?: string): Promise<Answer> {
  const [type = ''] = (headers.get('content-type') ?? '').split(';', 1)
  const answer = {
    status,
    location: headers.get('location') ?? '',
    type: type.trim().toLowerCase(),
  }
  const parts: Uint8Array[] = []
  let length = 0
  // Leaving the loop cancels the download.
  for await (const part of body ?? []) {
    if (!accept) break
    length += part.length
    if (length > longestText) throw new Error('more than 5 MB')
    parts.push(part)
  }
  return { ...answer, text: Buffer.concat(parts).toString('utf8') }
}

function ownName(): string {
  const file: unknown = JSON.parse(readFileSync('package.json', 'utf8'))
  const { name, version } = z.object({ name: z.string(), version: z.string() }).parse(file)
  const { repository, url } = loadSite()
  return `${name}/${version} (+${repository ?? url})`
}

/** `Retry-After` in milliseconds: seconds, or a date; 0 when it is neither. @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function retryAfterOf(value: string | null): number {
  if (value === null) return 0
  const until = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Math.max(0, until || 0)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof AggregateError ? error.cause.errors[0] : error.cause
  return errorCodeOf(cause) ?? (error.name === 'TimeoutError' ? 'TimeoutError' : error.message)
}
