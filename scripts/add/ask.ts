import type { ReadRecord } from '../../src/intake/reading.ts'
import type { PoliteFetch } from '../network/polite-fetch.ts'

/** A paper as its source describes it. */
export interface FoundPaper extends Omit<ReadRecord, 'line'> {
  /** "arXiv", "doi.org", "the ACL Anthology", or a file's name. */
  source: string
  /** Whether a service said it, so that it can be recorded as the paper's identity. */
  isRecord: boolean
  /** Sentences for the person who adds the paper. */
  notes: string[]
}

/** What a service answered. */
export interface Answer {
  status: number
  /** The media type, without its parameters. */
  type: string
  text: string
}

/** Asks a service at an address for a media type. Throws `NoAnswer`. */
export type AskText = (address: string, accept: string) => Promise<Answer>

const longestText = 5_000_000

/** Asks services politely for texts of at most five megabytes. */
export function textAsker(ask: PoliteFetch): AskText {
  return (address, accept) =>
    ask(address, { headers: { accept } }, async (response) => {
      const [type = ''] = (response.headers.get('content-type') ?? '').split(';', 1)
      const parts: Uint8Array[] = []
      let length = 0
      for await (const part of response.body ?? []) {
        length += part.length
        if (length > longestText) throw new Error('more than 5 MB')
        parts.push(part)
      }
      const text = Buffer.concat(parts).toString('utf8')
      return { status: response.status, type: type.trim().toLowerCase(), text }
    })
}
