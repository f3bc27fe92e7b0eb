import type { PhrasingContent } from 'mdast'

/** The state of the parser in a paragraph. Markup is parsed in place, so that each parser sees the text around it. */
export interface TexContext {
  source: string
  /** The end of the range that is parsed; nothing after it belongs to the markup. */
  limit: number
  /** The offset of the closing brace for each opening one. */
  closingBraces: ReadonlyMap<number, number>
  /** Whether the text is a person's name, in which `\o` and `\'s` are always letters. */
  isName: boolean
  /** Whether addresses become links; false inside a link. */
  linksAddresses: boolean
  /** How deep the current range is nested in commands. */
  depth: number
  /** Whether an address may become a link. */
  mayLink(address: string): boolean
  /** Parses a range of the source, such as the argument of a command. */
  parseRange(from: number, to: number): PhrasingContent[]
}

/** The nodes of a piece of markup, and the offset of its end. */
export interface Parsed {
  nodes: PhrasingContent[]
  end: number
}

/** Parses the markup at an offset; undefined if there is none. */
export type Parser = (context: TexContext, at: number) => Parsed | undefined

/** A text as a node. */
export function textNode(value: string): PhrasingContent {
  return { type: 'text', value }
}

/** The result of a parser that found plain text. */
export function parsedText(value: string, end: number): Parsed {
  return { nodes: [textNode(value)], end }
}

/** The offsets of the text between two braces, and of the end of the braces. */
export interface Group {
  from: number
  to: number
  end: number
}

/** The braces that open at an offset; undefined if there are none or if they close outside the range. */
export function groupAt({ closingBraces, limit }: TexContext, at: number): Group | undefined {
  const to = closingBraces.get(at)
  return to === undefined || to >= limit ? undefined : { from: at + 1, to, end: to + 1 }
}

/** Finds the closing brace for each opening one. Unmatched braces are left out. */
export function matchBraces(source: string): ReadonlyMap<number, number> {
  const closingBraces = new Map<number, number>()
  const open: number[] = []
  for (const { 0: sign, index } of source.matchAll(/\\.|[{}]/gs)) {
    if (sign === '{') open.push(index)
    const opening = sign === '}' ? open.pop() : undefined
    if (opening !== undefined) closingBraces.set(opening, index)
  }
  return closingBraces
}

/** Matches a sticky pattern at an offset, within the range; empty if it does not match. */
export function matchAt(
  pattern: RegExp,
  { source, limit }: TexContext,
  at: number,
): readonly string[] {
  pattern.lastIndex = at
  return pattern.exec(source.slice(0, limit)) ?? []
}
