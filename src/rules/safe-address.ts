import type { Link } from 'mdast'
import { toString as labelOf } from 'mdast-util-to-string'
import { damagedHostOf, isSafeAddress } from '../model/address.ts'
import { linkKind } from '../model/entry.ts'
import { canonicalPaperAddress } from '../model/identifier.ts'
import { editDistance } from '../similarity/edit-distance.ts'
import { shown } from '../text/messages.ts'
import { type Place, startOf } from '../text/place.ts'
import { type EntryRule, nodesIn, type Remark, validFacts } from './engine/rule.ts'

const wellKnown = [
  'aclanthology.org',
  'arxiv.org',
  'github.com',
  'huggingface.co',
  'openreview.net',
]

/** Every address is one that a reader may follow without fear: https or http, to a public host that is what it seems. */
export const safeAddress: EntryRule = {
  name: 'safe-address',
  sentence:
    'A link leads to a public host by `https://` (or `http://`), with no user name, no port and no number for a host.',
  *check(file) {
    const { paper, links = {} } = validFacts(file)
    const { placeOf } = file.frontMatter
    // `canonical-address` reports an arXiv id that is written in another form.
    if (paper && (isSafeAddress(paper) || !isSafeAddress(canonicalPaperAddress(paper)))) {
      yield* judge(paper, () => placeOf(['paper']))
    }
    for (const kind of linkKind.options) {
      yield* judge(links[kind], () => placeOf(['links', kind]))
    }
    for (const link of nodesIn(file.body)) {
      if (link.type !== 'link') continue
      yield* judge(link.url, () => startOf(link))
      const message = labelFault(link)
      if (message) yield { ...startOf(link), message }
    }
  },
}

function* judge(address: string | undefined, place: () => Place): Iterable<Remark> {
  if (address === undefined) return
  const message = addressFault(address)
  if (message) yield { ...place(), message }
}

const hostAtStart =
  /^(?:https?:\/\/(?:www\.)?|www\.)?((?:[\w-]+\.)+(?:com|org|net|io|ai|dev|edu|gov|co|app|info|me|cn|de|uk))(?:[/?#:]|$)/i

/** What is wrong with the words of a link: they name a host, and the link leads to another. */
export function labelFault(link: Link): string | undefined {
  const words = labelOf(link).trim()
  const named = hostAtStart.exec(words)?.[1]?.toLowerCase()
  const host = (URL.parse(link.url)?.hostname ?? '').replace(/^www\./, '')
  return named && named.replace(/^www\./, '') !== host
    ? `Unexpected label ${shown(words, 60)} of a link to \`${host}\`, expected words, or the address itself. Write words that say where it leads.`
    : undefined
}

/** What is wrong with a link to an address; undefined if a reader may follow it. */
export function addressFault(address: string): string | undefined {
  return isSafeAddress(address) ? messageForHost(address) : messageForUnsafe(address)
}

function messageForUnsafe(address: string): string {
  const what = shown(address, 60)
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase()
  const url = URL.parse(address)
  const web = scheme === 'https' || scheme === 'http'
  if (scheme && !web && !/^[\w-]+\.[\w.-]+$/.test(scheme)) {
    return `Unexpected address ${what}, whose \`${scheme}:\` a browser could run or refuse, expected a web address. Write one that begins with \`https://\`.`
  }
  if (!web) {
    const bare = /^[<"'`(]+(https?:\/\/[^<>"'`()\s]+)[>"'`)]+$/.exec(address)?.[1]
    if (bare) {
      return `Unexpected brackets or quotes around address ${what}, expected it alone. Write ${shown(bare, 200)}.`
    }
    const whole = /^(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(address) ? `https://${address}` : ''
    const cure = whole ? `Write ${shown(whole)}.` : 'Write all of it, from `https://` on.'
    return `Unexpected address ${what}, expected one that begins with \`https://\`. ${cure}`
  }
  if (url && (url.username || url.password)) {
    return `Unexpected user name in address ${what}, expected a public address. Write it without what stands before \`@\`.`
  }
  if (url?.port) {
    return `Unexpected port in address ${what}, expected a public address. Write it without \`:${url.port}\`.`
  }
  if (url && /(?:^|\.)xn--/.test(url.hostname)) {
    return `Unexpected host in address ${what}, whose non-ASCII letters can look like others (\`${url.hostname}\`), expected plain letters. Write the host in \`a\` to \`z\`.`
  }
  return `Unexpected address ${what}, expected a public host and no spaces, quotes or brackets. Write \`https://host.name/path\`.`
}

function messageForHost(address: string): string | undefined {
  const host = (URL.parse(address)?.hostname ?? '').replace(/^www\./, '')
  const meant =
    damagedHostOf(address) ??
    (wellKnown.includes(host)
      ? undefined
      : wellKnown.find((known) => editDistance(host, known) <= 1 || host.startsWith(`${known}.`)))
  return meant
    ? `Unexpected host \`${host}\`, expected \`${meant}\`, which it only looks like. Write the address at \`${meant}\`, or remove the link if the real address is not known.`
    : undefined
}
