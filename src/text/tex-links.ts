import type { PhrasingContent } from 'mdast'
import { addressAt, plainAddress } from './tex-address.ts'
import { type Group, groupAt, type Read, type Reading, shown, textNode } from './tex-reading.ts'

/** `\url{address}`, or `\href{address}` with or without its `{label}`. What is no address is read as text. */
export function linkCommand(
  reading: Reading,
  argument: Group,
  label: Group | undefined,
): { nodes: PhrasingContent[]; end: number } {
  const { source } = reading
  const address = plainAddress(source.slice(argument.from, argument.to).replace(/\s+/g, ''))
  const end = label?.end ?? argument.end
  const words = label ? labelNodes(reading, label) : []
  if (reading.mayLink(address)) return { nodes: link(reading, address, words), end }
  const plain = reading.part(reading, argument.from, argument.to)
  const nodes = words.length > 0 ? [...words, textNode(' ('), ...plain, textNode(')')] : plain
  return { nodes, end }
}

/** A bare `https://…` in running text. */
export function runningAddress(reading: Reading, at: number, limit: number): Read | undefined {
  const { source, links, mayLink } = reading
  const found = addressAt(source, at, limit)
  if (!found) return undefined
  const { address, end } = found
  if (!links || !mayLink(address)) return shown(address, end)
  // What is left of `\href{address}{label}` when a page has dropped the command.
  const label = groupAt(source, end, limit)
  return label
    ? { nodes: link(reading, address, labelNodes(reading, label)), end: label.end }
    : { nodes: link(reading, address), end }
}

/** `<https://…>`. */
export function bracketedAddress(reading: Reading, at: number, limit: number): Read | undefined {
  const found = addressAt(reading.source, at + 1, limit)
  if (!found || reading.source[found.end] !== '>' || !reading.mayLink(found.address))
    return undefined
  return { nodes: link(reading, found.address), end: found.end + 1 }
}

const labelled = /\[([^[\]]+)\]\((https?:\/\/(?:[^\s()]|\([^\s()]*\))+)\)/iy

/** `[label](https://…)`, as in Markdown. */
export function labelledAddress(reading: Reading, at: number, limit: number): Read | undefined {
  labelled.lastIndex = at
  const [whole, label, tex] = labelled.exec(reading.source.slice(0, limit)) ?? []
  const address = plainAddress(tex ?? '')
  if (!whole || !label || !reading.mayLink(address)) return undefined
  const words = labelNodes(reading, { from: at + 1, to: at + 1 + label.length })
  return { nodes: link(reading, address, words), end: at + whole.length }
}

function labelNodes(reading: Reading, { from, to }: Omit<Group, 'end'>): PhrasingContent[] {
  return reading.part({ ...reading, links: false }, from, to)
}

function link({ links }: Reading, url: string, words: PhrasingContent[] = []): PhrasingContent[] {
  const children = words.length > 0 ? words : [textNode(url)]
  return links ? [{ type: 'link', url, children }] : children
}
