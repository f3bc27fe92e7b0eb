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

/** Checks that every address is `https` or `http`, and leads to a public host that doesn't imitate a well-known one. */
export const safeAddress: EntryRule = {
  name: 'safe-address',
  sentence:
    'A link begins with `https://` (or `http://`) and leads to a public host by its name, without a user name or a port.',
  *check(file) {
    const { paper, links = {} } = validFacts(file)
    const { placeOf } = file.frontMatter
    // `canonical-address` reports an address that only needs to be put into its canonical form.
    const isOtherForm =
      paper && !isSafeAddress(paper) && isSafeAddress(canonicalPaperAddress(paper))
    const ofPaper = paper && !isOtherForm && messageForAddress(paper)
    if (ofPaper) yield { ...placeOf(['paper']), message: ofPaper }
    for (const [kind, address = ''] of Object.entries(links)) {
      const message = messageForAddress(address)
      if (message) yield { ...placeOf(['links', kind]), message }
    }
    for (const link of nodesIn(file.body)) {
      if (link.type !== 'link') continue
      for (const message of [messageForAddress(link.url), messageForLabel(link)])
        if (message) yield { ...startOf(link), message }
    }
  },
}

const hostAtStart =
  /^(?:https?:\/\/(?:www\.)?|www\.)?((?:[\w-]+\.)+(?:com|org|net|io|ai|dev|edu|gov|co|app|info|me|cn|de|uk))(?:[/?#:]|$)/i

/** Returns the message for a link whose text names another host than the one it leads to; undefined for other links. */
export function messageForLabel(link: Link): string | undefined {
  const label = labelOf(link).trim()
  const named = hostAtStart.exec(label)?.[1]?.toLowerCase()
  const host = hostOf(link.url)
  return named && named.replace(/^www\./, '') !== host
    ? `Unexpected label ${shown(label, 60)} of a link to \`${host}\`, expected words, or the address itself. Write words that say where it leads.`
    : undefined
}

/** Returns the message for an unsafe address; undefined if the address is safe. */
export function messageForAddress(address: string): string | undefined {
  return isSafeAddress(address) ? messageForHost(address) : messageForUnsafe(address)
}

function messageForUnsafe(address: string): string {
  const url = URL.parse(address)
  const bare = /^[<"'`(]+(https?:\/\/[^<>"'`()\s]+)[>"'`)]+$/.exec(address)?.[1]
  const isHost = /^(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(address)
  const whole = bare ?? (isHost ? `https://${address}` : undefined)
  const reasons: [applies: unknown, reason: string][] = [
    [url?.username, ' with a user name'],
    [url?.port, ' with a port'],
    [url && /(?:^|\.)xn--/.test(url.hostname), ' with letters that can look like others'],
  ]
  const [, reason = ''] = reasons.find(([applies]) => applies) ?? []
  const fix = whole ? `Write ${shown(whole, 200)}.` : 'Write it as `https://host.name/path`.'
  return `Unexpected address ${shown(address, 60)}${reason}, expected a public one that begins with \`https://\`. ${fix}`
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
