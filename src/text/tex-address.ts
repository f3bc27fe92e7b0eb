import { damagedHostOf, isSafeAddress } from '../model/address.ts'

/** An address in running text, and where the text goes on. */
export interface AddressSpan {
  /** The address as a browser takes it. */
  address: string
  end: number
}

const running = /https?:\/\/(?:\\[_%#&~]|[^\s<>"{}|\\^`\p{Control}])+/iuy
const trailing = /(?:[.,;:!?'"’”*…]|\*\*)+$/

/** The http address that begins at a place in a text, without the punctuation of the sentence around it. */
export function addressAt(
  source: string,
  at: number,
  limit = source.length,
): AddressSpan | undefined {
  running.lastIndex = at
  const [found] = running.exec(source.slice(0, limit)) ?? []
  if (!found) return undefined
  let length = found.length
  for (let before = -1; before !== length; ) {
    before = length
    length -= trailing.exec(found.slice(0, length))?.[0].length ?? 0
    const last = found[length - 1]
    if (last === ')' && unbalanced(found.slice(0, length), '(', ')')) length -= 1
    if (last === ']' && unbalanced(found.slice(0, length), '[', ']')) length -= 1
  }
  const address = plainAddress(found.slice(0, length))
  return /^https?:\/\/./i.test(address) ? { address, end: at + length } : undefined
}

function unbalanced(text: string, opening: string, closing: string): boolean {
  return text.split(closing).length > text.split(opening).length
}

/** An address as TeX writes it, without the backslashes that TeX needs. */
export function plainAddress(tex: string): string {
  return tex.trim().replace(/\\([_%#&~])/g, '$1')
}

/** Whether a page may link to an address: it is safe, and its host is the real one. */
export function isLinkable(address: string): boolean {
  return isSafeAddress(address) && damagedHostOf(address) === undefined
}
