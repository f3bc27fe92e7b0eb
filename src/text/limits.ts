import type { Nodes } from 'mdast'
import { shown } from './messages.ts'
import { fileStart, type Place, placeAt, startOf } from './place.ts'

/** The largest entry or page that is parsed, in UTF-8 bytes. */
export const largestFile = 65_536

/** The largest YAML file that is parsed, in UTF-8 bytes. A vocabulary grows with its list. */
const largestData = 2 ** 20

/** How deep lists, quotations, brackets and emphasis may nest. */
const deepestNesting = 24

/** How many runs of `*` or `_`, and how many `{` or `<`, an entry may have. */
const mostSigns = { '*': 2000, '{': 400 } as const

/** A limit that a file exceeds, and where. Such a file is not parsed. */
export interface Excess extends Place {
  /** *Unexpected X, expected Y*, and what to do. */
  message: string
}

const tooNested = `Unexpected nesting of more than ${deepestNesting} levels, expected plain text and simple lists. Flatten it.`

const step = String.raw`(?:>[ \t]*|(?:[*+?:-]|\d{1,9}[.)])[ \t]+)`
const nestedBlocks = new RegExp(
  String.raw`^[ \t]*(?:[\w-]+:[ \t]+)?(?:${step}){${deepestNesting + 1}}`,
  'm',
)

const tooDeep = new RegExp(String.raw`^([ \t]*(?:${step}){${deepestNesting}})(?:${step})+`, 'gm')

/** Flattens lists and quotations in Markdown that nest too deep for a parser. No words are lost. */
export function withoutDeepNesting(text: string): string {
  return text.replace(tooDeep, '$1')
}

/**
 * The limit that a text exceeds, if any. It is found without a parser, because the time or the stack of parsers grows with
 * nesting.
 */
export function excessOf(text: string, of: 'entry' | 'data' = 'entry'): Excess | undefined {
  const largest = of === 'entry' ? largestFile : largestData
  if (text.length > largest || new TextEncoder().encode(text).length > largest) {
    const message = `Unexpected file of more than ${largest / 1024} KB, expected one abstract and its facts, or a short page or list. Shorten it.`
    return { ...fileStart, message }
  }
  const blocks = nestedBlocks.exec(text)
  if (blocks) return { ...placeAt(text, blocks.index), message: tooNested }
  const end = of === 'entry' ? text.search(/\n---[ \t]*(?:\r?\n|$)/) : -1
  const facts = text.slice(0, end < 0 ? undefined : end)
  return bracketsOf(facts) ?? (of === 'entry' ? signsOf(text) : undefined)
}

/** The first bracket that nests too deep in YAML. */
function bracketsOf(yaml: string): Excess | undefined {
  let depth = 0
  for (const { 0: bracket, index } of yaml.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > deepestNesting) return { ...placeAt(yaml, index), message: tooNested }
  }
  return undefined
}

/** The first sign that is one too many of its kind. Too many would slow the parser down. */
function signsOf(text: string): Excess | undefined {
  const counts = { '*': 0, '{': 0 }
  for (const { 0: sign, index } of text.matchAll(/\\.|\*+|_+|[{<]/gs)) {
    if (sign.startsWith('\\')) continue
    const kind = /[{<]/.test(sign) ? '{' : '*'
    counts[kind] += 1
    if (counts[kind] <= mostSigns[kind]) continue
    const message = `Unexpected ${shown(sign)}, after ${mostSigns[kind]} signs of its kind, expected prose. Write ${shown(`\\${sign}`)} if you mean the character itself.`
    return { ...placeAt(text, index), message }
  }
  return undefined
}

/** The limit that a tree exceeds if a node is too deep. Works without recursion. */
export function excessNesting(tree: Nodes): Excess | undefined {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level
    if (first && depth > deepestNesting) {
      return { ...startOf(first), message: tooNested }
    }
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
  }
  return undefined
}
