import { setTimeout as sleep } from 'node:timers/promises'
import { CommandFailed } from '../terminal/command.ts'

/** What a service answered. */
export interface Answer {
  status: number
  /** The media type, without its parameters. */
  type: string
  text: string
}

/** How services are asked. */
export interface PoliteOptions {
  /** How this program names itself. */
  userAgent: string
  /** How long to wait for an answer, in milliseconds. */
  timeout?: number
  /** How long to leave a service alone between two questions, in milliseconds; arXiv asks for three seconds. */
  pause?: number
  /** How often a question is asked at most. */
  attempts?: number
  /** Waits; a test may count instead. */
  wait?: (milliseconds: number) => Promise<unknown>
}

/** Asks services one question at a time. */
export type PoliteFetch = (address: string, accept: string) => Promise<Answer>

const longestAnswer = 5_000_000
const longestWait = 5 * 60_000
/** The codes of errors that come from this machine's own connection, or from a host that does not exist. */
export const offline: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ECONNREFUSED',
])

/**
 * A fetch that is polite: it names itself, asks one question at a time, pauses between two, waits longer after each
 * failure, and as long as the service says. Throws `CommandFailed` when there is no answer to be had; every answer but
 * "too many" and "not now" is given back.
 * @see https://info.arxiv.org/help/api/tou.html
 */
export function politeFetch(options: PoliteOptions): PoliteFetch {
  const { userAgent, timeout = 20_000, pause = 3000, attempts = 4, wait = sleep } = options
  let last: Promise<unknown> = Promise.resolve()
  let asked = false
  const ask = async (address: string, accept: string): Promise<Answer> => {
    const host = new URL(address).host
    let failure = ''
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if (asked) await wait(pause)
      asked = true
      const headers = { accept, 'user-agent': userAgent }
      const answer = await once(address, headers, timeout).catch((error: unknown) =>
        reasonOf(error),
      )
      if (typeof answer === 'string') {
        if (offline.has(answer)) throw new CommandFailed(sayOffline(host, answer))
        failure = `Unexpected ${sayFailure(answer, timeout)} from \`${host}\``
      } else {
        if (answer.status !== 429 && answer.status < 500) return answer
        const said = answer.status === 429 ? 'too many requests' : 'not now'
        failure = `Unexpected answer ${answer.status} (${said}) from \`${host}\``
        const asks = answer.retryAfter
        if (asks !== undefined && asks > longestWait) {
          const minutes = Math.ceil(asks / 60_000)
          throw new CommandFailed(
            `${failure}, which asks to be left alone for ${minutes} minutes, expected the paper. Run the command again then.`,
          )
        }
        if (attempt < attempts && asks !== undefined) await wait(asks)
      }
      if (attempt < attempts) await wait(pause * 3 ** (attempt - 1))
    }
    throw new CommandFailed(
      `${failure}, ${attempts} times, expected the paper. Run the command again in ten minutes.`,
    )
  }
  return (address, accept) => {
    const answer = last.then(() => ask(address, accept))
    last = answer.catch(() => undefined)
    return answer
  }
}

async function once(
  address: string,
  headers: Record<string, string>,
  timeout: number,
): Promise<Answer & { retryAfter: number | undefined }> {
  const signal = AbortSignal.timeout(timeout)
  const response = await fetch(address, { headers, signal })
  const type = (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim() ?? ''
  const text = await textOf(response)
  const retryAfter = waitOf(response.headers.get('retry-after'))
  return { status: response.status, type: type.toLowerCase(), text, retryAfter }
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > longestAnswer) throw new Error('an endless answer')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** `Retry-After` in milliseconds: seconds, or a date; undefined when it is neither. @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function waitOf(value: string | null): number | undefined {
  if (value === null) return undefined
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

/** Why a request had no answer: the system's code, `TimeoutError`, or the error's own words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof AggregateError ? error.cause.errors[0] : error.cause
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return error.name === 'TimeoutError' ? 'TimeoutError' : error.message
}

function sayOffline(host: string, code: string): string {
  return `Unexpected silence (\`${code}\`): \`${host}\` cannot be reached, expected an answer. Connect this machine to the internet, and run the command again.`
}

function sayFailure(reason: string, timeout: number): string {
  if (reason === 'TimeoutError') return `silence of ${timeout / 1000} seconds`
  if (reason === 'UND_ERR_SOCKET' || reason === 'ECONNRESET' || reason === 'terminated') {
    return 'end of the answer'
  }
  return `failure (${reason})`
}
