import type { Nodes } from 'mdast'
import { shown } from './messages.ts'
import { fileStart, type Place, placeAt, startOf } from './place.ts'

/** The largest file of an entry that is read, in UTF-8 bytes. */
export const largestFile = 65_536

/** The largest file of YAML that is read, in UTF-8 bytes: a vocabulary grows with its list. */
const largestData = 2 ** 20

/** How deep lists, quotes, brackets and marks may nest. */
const deepestNesting = 24

/** How many marks of emphasis, and how many signs that MDX takes for code, an entry may have. */
const mostSigns = { '*': 2000, '{': 400 } as const

/** Why a file is too much to be read at all, and where it becomes so. */
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

/** A Markdown text whose lists and quotes nest no deeper than a parser can follow; its words are all there. */
export function withoutDeepNesting(text: string): string {
  return text.replace(tooDeep, '$1')
}

/**
 * What makes a text too much for parsers whose time or depth grows with nesting: found by reading characters only, so
 * that no parser meets it.
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

/** Brackets that nest too deep in YAML, where they are lists and maps. */
function bracketsOf(yaml: string): Excess | undefined {
  let depth = 0
  for (const { 0: bracket, index } of yaml.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > deepestNesting) return { ...placeAt(yaml, index), message: tooNested }
  }
  return undefined
}

/** More marks of emphasis, or signs of code, than a parser can read in good time. */
function signsOf(text: string): Excess | undefined {
  const counts = { '*': 0, '{': 0 }
  for (const { 0: sign, index } of text.matchAll(/\\.|\*+|_+|[{<]/gs)) {
    if (sign.startsWith('\\')) continue
    const kind = /[{<]/.test(sign) ? '{' : '*'
    counts[kind] += 1
    if (counts[kind] <= mostSigns[kind]) continue
    const message = `Unexpected ${shown(sign)}, after ${mostSigns[kind]} signs of its kind, expected prose. Write ${shown(`\\${sign}`)} where it is meant as such.`
    return { ...placeAt(text, index), message }
  }
  return undefined
}

/** The first node of a tree that lies too deep, found without recursion. */
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
