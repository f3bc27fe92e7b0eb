import type { Nodes } from 'mdast'
import { fileStart, type Place, placeAt, startOf } from './place.ts'

/** The largest file of an entry that is read, in UTF-8 bytes. */
export const largestFile = 65_536

/** The largest file of YAML that is read, in UTF-8 bytes: a vocabulary grows with its list. */
const largestData = 2 ** 20

/** How deep lists, quotes, brackets and marks may nest. */
export const deepestNesting = 24

/** How many marks of emphasis one entry may have. */
export const mostMarks = 2000

/** How many signs that MDX takes for code, braces and angle brackets, a body may have. */
export const mostCodeSigns = 400

/** Why a file is too much to be read at all, and where it becomes so. */
export interface Excess extends Place {
  /** What there is too much of. */
  of: 'bytes' | 'nesting' | 'marks' | 'code signs'
}

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
    return { ...fileStart, of: 'bytes' }
  }
  const blocks = nestedBlocks.exec(text)
  if (blocks) return { ...placeAt(text, blocks.index), of: 'nesting' }
  const end = of === 'entry' ? text.search(/\n---[ \t]*(?:\r?\n|$)/) : -1
  const facts = text.slice(0, end < 0 ? undefined : end)
  return bracketsOf(facts) ?? (of === 'entry' ? signsOf(text) : undefined)
}

/** Brackets that nest too deep in YAML, where they are lists and maps. */
function bracketsOf(yaml: string): Excess | undefined {
  let depth = 0
  for (const { 0: bracket, index } of yaml.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > deepestNesting) return { ...placeAt(yaml, index), of: 'nesting' }
  }
  return undefined
}

/** More marks of emphasis, or signs of code, than a parser can read in good time. */
function signsOf(text: string): Excess | undefined {
  const counts = { marks: 0, 'code signs': 0 }
  for (const { 0: sign, index } of text.matchAll(/\\.|\*+|_+|[{<]/gs)) {
    if (sign.startsWith('\\')) continue
    const of = /[{<]/.test(sign) ? 'code signs' : 'marks'
    counts[of] += 1
    const most = of === 'marks' ? mostMarks : mostCodeSigns
    if (counts[of] > most) return { ...placeAt(text, index), of }
  }
  return undefined
}

/** The first node of a tree that lies too deep, found without recursion. */
export function tooDeepIn(tree: Nodes): Excess | undefined {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level
    if (first && depth > deepestNesting) {
      return { ...startOf(first), of: 'nesting' }
    }
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
  }
  return undefined
}
