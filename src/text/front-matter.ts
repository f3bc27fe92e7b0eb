import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
} from 'yaml'
import { gluedFact, repairLines } from './front-matter-lines.ts'
import { fileStart, type Place, type SyntaxFault } from './place.ts'

/** The front matter of a file: plain strings, lists and maps, and where each of them stands. */
export interface FrontMatter {
  /** The values as far as they can be read; every scalar is a string, whatever it looks like. */
  values: Record<string, unknown>
  faults: SyntaxFault[]
  /** Where a key's value stands (`['authors', 2]`); with `key`, where its key stands; the block's start when there is no such key. */
  placeOf(path: readonly (string | number)[], part?: 'key' | 'value'): Place
  /** The offset in the file at which the body begins. */
  bodyStart: number
}

const fence = /^---[ \t]*\r?$/
const nearlyFence = /^\s*(?:[-–—‐−]{1,8}|\+{3}|={3,}|\*{3})\s*$/u
const factLine = /^(?:[A-Za-z_][\w-]*\s*[:=]|\s+\S|- |#)/

/**
 * Reads the YAML between the two `---` lines at a file's start, by YAML 1.2's failsafe schema: a year, a `no` or a version
 * number stays the text that was written. Anchors, aliases and tags are faults. A file with faults is read as far as it can
 * be: lines that would take their neighbours with them are rewritten, and missing fences are put where they were most likely
 * meant. Places stay those of the file. Never throws.
 * @see https://yaml.org/spec/1.2.2/#101-failsafe-schema
 */
export function recoverFrontMatter(source: string): FrontMatter {
  const lines = source.split('\n')
  const { from, faults } = findOpening(lines)
  if (from === undefined) {
    return { values: {}, faults, placeOf: () => fileStart, bodyStart: source.length }
  }
  const closing = findClosing(lines, from)
  const yaml = `${lines.slice(from, closing.line).join('\n')}\n`
  const bodyStart = lines.slice(0, closing.body).join('\n').length
  const written = parseData(yaml, from)
  const sound = written.faults.length === 0 && !gluedFact.test(yaml)
  const repaired = sound ? { yaml, faults: [] } : repairLines(yaml, from)
  const read = sound ? written : parseData(repaired.yaml, from)
  return {
    ...read,
    faults: [...faults, ...repaired.faults, ...read.faults, ...closing.faults],
    bodyStart,
  }
}

/** The index of the line at which the facts begin; undefined where there are none. */
function findOpening(lines: readonly string[]): { from?: number; faults: SyntaxFault[] } {
  if (fence.test(lines[0] ?? '')) return { from: 1, faults: [] }
  const first = lines.findIndex((line) => line.trim() !== '')
  const fault = (code: string, reason: string) => [{ ...fileStart, code, reason }]
  if (nearlyFence.test(lines[first] ?? '')) {
    const reason = first > 0 ? 'blank line' : `\`${lines[0]?.trim()}\``
    return { from: first + 1, faults: fault('BAD_OPENING', reason) }
  }
  const faults = fault('MISSING', 'no front matter')
  return factLine.test(lines[0] ?? '') ? { from: 0, faults } : { faults }
}

/** The index of the line below the facts, and of the line at which the body begins. */
function findClosing(
  lines: readonly string[],
  from: number,
): { line: number; body: number; faults: SyntaxFault[] } {
  const find = (is: (line: string) => boolean) =>
    lines.findIndex((line, at) => at >= from && is(line))
  const end = find((line) => fence.test(line))
  if (end >= 0) return { line: end, body: end + 1, faults: [] }
  const near = find((line) => nearlyFence.test(line))
  if (near >= 0) {
    const fault = { code: 'BAD_CLOSING', reason: lines[near]?.trim() ?? '' }
    return { line: near, body: near + 1, faults: [{ line: near + 1, column: 1, ...fault }] }
  }
  const other = find((line) => line.trim() !== '' && !factLine.test(line))
  const last = lines.slice(0, other < 0 ? undefined : other).findLastIndex((line) => line.trim())
  const fault = { line: last + 2, column: 1, code: 'UNCLOSED', reason: 'no end of the facts' }
  return { line: last + 1, body: last + 1, faults: [fault] }
}

/**
 * Reads one YAML map, or a list where one may stand, by the same schema as front matter. Places count the lines that
 * stand before it in its file.
 * Never throws: faults are recorded in the result.
 */
export function parseData(
  yaml: string,
  linesBefore = 0,
  root: 'map' | 'map or list' = 'map',
): Omit<FrontMatter, 'bodyStart'> {
  try {
    return composed(yaml, linesBefore, root)
  } catch (error) {
    // The library calls itself for each level, and a line of colons has thousands.
    if (!(error instanceof RangeError)) throw error
    const fault = {
      line: 1 + linesBefore,
      column: 1,
      code: 'EXCESS',
      reason: 'nesting that is too deep',
    }
    return { values: {}, faults: [fault], placeOf: () => fileStart }
  }
}

function composed(
  yaml: string,
  linesBefore: number,
  root: 'map' | 'map or list',
): Omit<FrontMatter, 'bodyStart'> {
  const counter = new LineCounter()
  const document = parseDocument(yaml, {
    lineCounter: counter,
    prettyErrors: false,
    schema: 'failsafe',
    strict: true,
    resolveKnownTags: false,
    stringKeys: true,
    // The library compares each key with each; below it is done once a map.
    uniqueKeys: false,
  })
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line: line + linesBefore, column: col }
  }
  const faults: SyntaxFault[] = []
  const refuse = (offset: number, code: string, reason: string) =>
    faults.push({ ...at(offset), code, reason })
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const opened = message.startsWith('Flow ') ? lastListBefore(document, pos[0]) : undefined
    if (opened === undefined) refuse(pos[0], code, message)
    else refuse(opened, 'UNCLOSED_LIST', message)
  }
  const twice = new Set<Scalar>()
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) twice.add(key)
        seen.add(key.value)
      }
    },
    Pair(_key, { key }) {
      // The first of two equal keys counts. A key must be text.
      if (isScalar(key) && twice.has(key)) {
        refuse(key.range?.[0] ?? 0, 'DUPLICATE_KEY', 'Map keys must be unique')
        return visit.REMOVE
      }
      // What all objects have under this name would take its place.
      if (isScalar(key) && key.value === '__proto__') {
        refuse(key.range?.[0] ?? 0, 'RESERVED_KEY', 'key `__proto__`')
        return visit.REMOVE
      }
      return isScalar(key) || isAlias(key) ? undefined : visit.REMOVE
    },
    Node(_key, node) {
      const offset = node.range?.[0] ?? 0
      if (isAlias(node)) {
        refuse(offset, 'ALIAS', `alias \`*${node.source}\``)
        const text = new Scalar(`*${node.source}`)
        if (node.range) text.range = node.range
        return text
      }
      if (node.anchor) refuse(offset, 'ALIAS', `anchor \`&${node.anchor}\``)
      else if (node.tag) refuse(offset, 'TAG', `tag \`${node.tag}\``)
      return undefined
    },
  })
  const contents = document.contents
  // A data file may hold nothing yet but its comments.
  const fits = isMap(contents) || (root === 'map or list' && (isSeq(contents) || contents === null))
  if (faults.length === 0 && !fits) {
    const line = 1 + linesBefore
    faults.push({ line, column: 1, code: 'NOT_A_MAP', reason: 'text without keys' })
  }
  const placeOf: FrontMatter['placeOf'] = (path, part = 'value') => {
    let node: unknown = contents
    let place = fileStart
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && key.value === String(step))
        if (!pair) return place
        const shown = part === 'value' && isNode(pair.value) ? pair.value : pair.key
        if (isNode(shown) && shown.range) place = at(shown.range[0])
        node = pair.value
      } else if (isSeq(node) && typeof step === 'number') {
        node = node.items[step]
        if (isNode(node) && node.range) place = at(node.range[0])
      }
    }
    return place
  }
  const values: unknown = document.toJS()
  const isRight = isRecord(values) && (root === 'map or list' || isMap(contents))
  return { values: isRight ? values : {}, faults, placeOf }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** The offset at which the last list or map in brackets begins before another offset. */
function lastListBefore(document: Document, offset: number): number | undefined {
  let begins: number | undefined
  visit(document, {
    Collection(_key, { flow, range }) {
      if (flow && range && range[0] < offset) begins = Math.max(begins ?? 0, range[0])
    },
  })
  return begins
}
