import type { PoliteFetch } from '../network/polite-fetch.ts'

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
      return {
        status: response.status,
        type: type.trim().toLowerCase(),
        text: await textOf(response),
      }
    })
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > longestText) throw new Error('more than 5 MB')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
