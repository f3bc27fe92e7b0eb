import type { Link } from 'mdast'
import { toString as labelOf } from 'mdast-util-to-string'
import { damagedHostOf, isSafeAddress } from '../model/address.ts'
import { canonicalPaperAddress } from '../model/identifier.ts'
import { editDistance } from '../similarity/edit-distance.ts'
import { shown } from '../text/messages.ts'
import { startOf } from '../text/place.ts'
import { type EntryRule, nodesIn, validFacts } from './engine/rule.ts'

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
    const isForm = paper && !isSafeAddress(paper) && isSafeAddress(canonicalPaperAddress(paper))
    const ofPaper = paper && !isForm && addressFault(paper)
    if (ofPaper) yield { ...placeOf(['paper']), message: ofPaper }
    for (const [kind, address = ''] of Object.entries(links)) {
      const message = addressFault(address)
      if (message) yield { ...placeOf(['links', kind]), message }
    }
    for (const link of nodesIn(file.body)) {
      if (link.type !== 'link') continue
      for (const message of [addressFault(link.url), labelFault(link)])
        if (message) yield { ...startOf(link), message }
    }
  },
}

const hostAtStart =
  /^(?:https?:\/\/(?:www\.)?|www\.)?((?:[\w-]+\.)+(?:com|org|net|io|ai|dev|edu|gov|co|app|info|me|cn|de|uk))(?:[/?#:]|$)/i

/** What is wrong with the words of a link: they name a host, and the link leads to another. */
export function labelFault(link: Link): string | undefined {
  const words = labelOf(link).trim()
  const named = hostAtStart.exec(words)?.[1]?.toLowerCase()
  const host = hostOf(link.url)
  return named && named.replace(/^www\./, '') !== host
    ? `Unexpected label ${shown(words, 60)} of a link to \`${host}\`, expected words, or the address itself. Write words that say where it leads.`
    : undefined
}

/** What is wrong with a link to an address; undefined if a reader may follow it. */
export function addressFault(address: string): string | undefined {
  return isSafeAddress(address) ? messageForHost(address) : messageForUnsafe(address)
}

function messageForUnsafe(address: string): string {
  const url = URL.parse(address)
  const bare = /^[<"'`(]+(https?:\/\/[^<>"'`()\s]+)[>"'`)]+$/.exec(address)?.[1]
  const isHost = /^(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(address)
  const whole = bare ?? (isHost ? `https://${address}` : undefined)
  const faults: [found: unknown, said: string][] = [
    [url?.username, ' with a user name'],
    [url?.port, ' with a port'],
    [url && /(?:^|\.)xn--/.test(url.hostname), ' with letters that can look like others'],
  ]
  const [, said = ''] = faults.find(([found]) => found) ?? []
  const cure = whole ? `Write ${shown(whole, 200)}.` : 'Write it as `https://host.name/path`.'
  return `Unexpected address ${shown(address, 60)}${said}, expected a public one that begins with \`https://\`. ${cure}`
}

function messageForHost(address: string): string | undefined {
  const host = hostOf(address)
  const meant =
    damagedHostOf(address) ??
    (wellKnown.includes(host)
      ? undefined
      : wellKnown.find((known) => editDistance(host, known) <= 1 || host.startsWith(`${known}.`)))
  return meant
    ? `Unexpected host \`${host}\`, expected \`${meant}\`, which it only looks like. Write the address at \`${meant}\`, or remove the link if the real address is not known.`
    : undefined
}

const hostOf = (address: string) => (URL.parse(address)?.hostname ?? '').replace(/^www\./, '')
