import { z } from 'zod'
import { isSafeAddress } from '../../src/model/address.ts'
import { NoAnswer, type PoliteFetch } from '../network/polite-fetch.ts'

/** What came of asking one link. */
export const linkAnswer = z.strictObject({
  /** It led somewhere, led elsewhere for good, is gone, keeps programs out, or gave no answer this time. */
  status: z.enum(['ok', 'moved', 'gone', 'refused', 'unreachable']),
  /** Why it is not `ok`: the HTTP status, or the code of the error. */
  why: z.string().optional(),
  /** The new address, where the link has moved for good. */
  to: z.string().optional(),
})
export type LinkAnswer = z.infer<typeof linkAnswer>

const mostRedirects = 8
const permanent = new Set([301, 308])
const redirects = new Set([301, 302, 303, 307, 308])
const gone = new Set([404, 410])

/** What a host says before the page itself, which may be large. */
async function headOf({ status, headers, body }: Response) {
  await body?.cancel()
  return { status, location: headers.get('location') }
}

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
  let moved: string | undefined
  let forGood = true
  try {
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const { status, location } = await ask(here, { redirect: 'manual' }, headOf)
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
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    return { status: 'unreachable', why: error.why }
  }
}
