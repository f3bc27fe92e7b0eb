import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'
import pRetry from 'p-retry'
import { z } from 'zod'
import { loadSite } from '../../src/content/read.ts'
import { CommandFailed, errorCodeOf } from '../terminal/command.ts'

/** The options of `politeFetch`. */
export interface PoliteOptions {
  /** The user agent; by default the program's name and version, with the address of its repository. */
  userAgent?: string
  /** The timeout in milliseconds. */
  timeout?: number
  /** The pause between two requests to a host, in milliseconds. */
  pauseOf?: (host: string) => number
  /** How often a request is attempted. */
  attempts?: number
}

/** The answer of a server. */
export interface Answer {
  status: number
  /** The target of a redirect; empty for other answers. */
  location: string
  text: string
}

/**
 * Requests an address. With a media type, it follows redirects and reads the text. Without one, it reads only the status and
 * the headers. Throws `NoAnswer`.
 */
export type PoliteFetch = (address: string, accept?: string) => Promise<Answer>

/** Thrown if a server did not answer after all attempts. The message is for the user. */
export class NoAnswer extends CommandFailed {
  /** The HTTP status, the system's error code, `TimeoutError`, or the error's message. */
  readonly why: string

  constructor(host: string, why: string, advice = 'Run the command again in ten minutes.') {
    super(`\`${host}\` sent no usable answer (${why}). ${advice}`)
    this.why = why
  }
}

const maxWait = 5 * 60_000
const maxBytes = 5_000_000
const retryStatuses = new Set([408, 425, 429])

/** The error codes of a missing connection, or of a host that does not exist. */
export const offlineCodes: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ECONNREFUSED',
])

/**
 * Creates a polite fetch. It sends a user agent, makes one request at a time to each host with a pause between two, backs off
 * after failures, and respects `Retry-After`. A host that demands more than five minutes is not requested again. Every status
 * counts as an answer, except 408, 425, 429 and server errors. arXiv requires pauses of three seconds.
 * @see https://info.arxiv.org/help/api/tou.html
 */
export function politeFetch({
  userAgent = defaultUserAgent(),
  timeout = 20_000,
  pauseOf = () => 3000,
  attempts = 4,
}: PoliteOptions = {}): PoliteFetch {
  const queues = new Map<string, PQueue>()
  /** The hosts that demanded a long pause. */
  const closedHosts = new Map<string, NoAnswer>()

  const request: PoliteFetch = async (address, accept) => {
    const { host } = new URL(address)
    const refusal = closedHosts.get(host)
    if (refusal) throw refusal
    const response = await fetch(address, {
      headers: { 'user-agent': userAgent, ...(accept && { accept }) },
      redirect: accept ? 'follow' : 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    const { status, headers, body } = response
    const isAnswer = status < 500 && !retryStatuses.has(status)
    if (isAnswer && accept) return { status, location: '', text: await readText(body) }
    await body?.cancel()
    if (isAnswer) return { status, location: headers.get('location') ?? '', text: '' }
    const pause = retryAfterOf(headers.get('retry-after'))
    if (pause > maxWait) {
      const advice = `The host asks to wait. Run the command again in ${Math.ceil(pause / 60_000)} minutes.`
      closedHosts.set(host, new NoAnswer(host, `${status}`, advice))
    } else await sleep(pause) // Other requests to the host wait, too.
    throw closedHosts.get(host) ?? new NoAnswer(host, `${status}`)
  }

  return (address, accept) => {
    const { host } = new URL(address)
    const interval = pauseOf(host)
    const queue =
      queues.get(host) ?? new PQueue({ concurrency: 1, intervalCap: 1, interval, strict: true })
    queues.set(host, queue)
    const attempt = async () => {
      try {
        return await request(address, accept)
      } catch (error) {
        if (error instanceof NoAnswer) throw error
        const why = errorReason(error)
        const advice = 'Connect this machine to the internet, and run the command again.'
        throw new NoAnswer(host, why, offlineCodes.has(why) ? advice : undefined)
      }
    }
    return pRetry(() => queue.add(attempt), {
      retries: attempts - 1,
      minTimeout: interval,
      factor: 3,
      shouldRetry: ({ error }) =>
        error instanceof NoAnswer && !closedHosts.has(host) && !offlineCodes.has(error.why),
    })
  }
}

/** Reads the text of an answer. Throws if it is too long. */
async function readText(body: Response['body']): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  // Leaving the loop aborts the download.
  for await (const part of body ?? []) {
    length += part.length
    if (length > maxBytes) throw new Error('more than 5 MB')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function defaultUserAgent(): string {
  const file: unknown = JSON.parse(readFileSync('package.json', 'utf8'))
  const { name, version } = z.object({ name: z.string(), version: z.string() }).parse(file)
  const { repository, url } = loadSite()
  return `${name}/${version} (+${repository ?? url})`
}

/**
 * Parses `Retry-After`, which is in seconds or a date, into milliseconds; 0 if it is neither.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterOf(value: string | null): number {
  if (value === null) return 0
  const until = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Math.max(0, until || 0)
}

function errorReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof AggregateError ? error.cause.errors[0] : error.cause
  return errorCodeOf(cause) ?? (error.name === 'TimeoutError' ? 'TimeoutError' : error.message)
}
