import type { PhrasingContent } from 'mdast'

/** A paragraph while it is read. Its markup is read in place, so that every reader sees what stands around. */
export interface TexContext {
  source: string
  /** Where each opening brace closes. */
  closingBraces: ReadonlyMap<number, number>
  /** Whether the text is a person's name: then `\o` and `\'s` are always letters. */
  name: boolean
  /** Whether addresses become links; not inside a link. */
  links: boolean
  /** How many commands the part stands in. */
  depth: number
  /** Whether a page may link to an address; one that it may not stays text. */
  mayLink(address: string): boolean
  /** Reads a part of the source, such as a command's argument. */
  parseRange(context: TexContext, from: number, to: number): PhrasingContent[]
}

/** What one piece of markup becomes, and where the source goes on. */
export interface Parsed {
  nodes: PhrasingContent[]
  end: number
}

/** Reads the markup that begins at a place; undefined where the character there is just a character. */
export type Parser = (context: TexContext, at: number, limit: number) => Parsed | undefined

/** A piece of text as a node. */
export function textNode(value: string): PhrasingContent {
  return { type: 'text', value }
}

/** Markup that is shown as characters. */
export function parsedText(value: string, end: number): Parsed {
  return { nodes: [textNode(value)], end }
}

/** What stands between two braces, and where the source goes on behind them. */
export interface Group {
  from: number
  to: number
  end: number
}

/** The braces that open at a place; undefined when there are none or they do not close before `limit`. */
export function groupAt(
  { closingBraces }: TexContext,
  at: number,
  limit: number,
): Group | undefined {
  const to = closingBraces.get(at)
  return to === undefined || to >= limit ? undefined : { from: at + 1, to, end: to + 1 }
}

/** Where each opening brace of a source closes; those without an end are left out. */
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
