import {
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
import { excessOf } from './limits.ts'
import { shown } from './messages.ts'
import { fileStart, type Place, withoutBom } from './place.ts'

/** A fault in the syntax of YAML, and its place. */
export interface SyntaxFault extends Place {
  /** *Unexpected X, expected Y*, and what to write. */
  message: string
  /** Set if the line was parsed as it was most likely meant, so that other rules can check it. */
  isRepaired?: true
  /** Set if the line may continue the one above, which is then unclear too. */
  mayContinue?: true
}

/** Parsed YAML: strings, lists and maps, with their places. */
export interface YamlData {
  /** The values as far as they could be parsed. Every scalar is a string. */
  values: Record<string, unknown>
  faults: readonly SyntaxFault[]
  /** The place of a value (`['authors', 2]`) or of its key. If the path leads too far, the place of its last step that exists. */
  placeOf(path: readonly (string | number)[], part?: 'key' | 'value'): Place
}

/** A parsed YAML file of the list. */
export interface DataFile {
  /** The file, relative to the project's root, with forward slashes. */
  path: string
  source: string
  data: YamlData
}

/** Parses a YAML file. Never throws; faults are in the result. */
export function parseDataFile(path: string, source: string): DataFile {
  const text = withoutBom(source)
  const excess = excessOf(text, 'data')
  return { path, source, data: excess ? notParsed(excess) : parseYaml(text) }
}

const notParsed = (fault: SyntaxFault): YamlData => ({
  values: {},
  faults: [fault],
  placeOf: () => fileStart,
})

/**
 * Parses a YAML map by YAML 1.2's failsafe schema, in which a year, `no` and a version number are strings. Anchors, aliases and
 * tags are faults. Never throws; faults are in the result.
 * @see https://yaml.org/spec/1.2.2/#101-failsafe-schema
 */
export function parseYaml(yaml: string, linesBefore = 0): YamlData {
  try {
    return parseMap(yaml, linesBefore)
  } catch (error) {
    // The library is recursive, and a line of colons nests thousands of levels.
    if (!(error instanceof RangeError)) throw error
    const message = 'Unexpected deep nesting, expected simple lists. Flatten it.'
    return notParsed({ line: 1 + linesBefore, column: 1, message })
  }
}

function parseMap(yaml: string, linesBefore: number): YamlData {
  const counter = new LineCounter()
  const document = parseDocument(yaml, {
    lineCounter: counter,
    prettyErrors: false,
    schema: 'failsafe',
    resolveKnownTags: false,
    stringKeys: true,
    // The library takes quadratic time for this; it is done below.
    uniqueKeys: false,
  })
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line: line + linesBefore, column: col }
  }
  const lines = yaml.split('\n')
  const faults: SyntaxFault[] = []
  const faultyLines = new Set<number>()
  /** Adds a fault, unless its line has one already. */
  const addFault = (offset: number, message?: string) => {
    const place = at(offset)
    if (faultyLines.has(place.line)) return
    faultyLines.add(place.line)
    const line = lines[place.line - linesBefore - 1] ?? ''
    faults.push({ ...place, message: message ?? messageForLine(line) })
  }
  for (const { pos } of [...document.errors, ...document.warnings]) addFault(pos[0])
  visit(document, {
    Map(_key, map) {
      const seen = new Set<unknown>()
      // The first of two equal keys counts. A key `__proto__` would set the prototype of the object.
      map.items = map.items.filter(({ key }) => {
        if (!isScalar(key)) return isAlias(key)
        const name = String(key.value)
        const message =
          name === '__proto__'
            ? 'Unexpected key `__proto__`, expected a name. Take it out.'
            : `Unexpected second ${shown(name, 40)}, expected each key once. Keep one of the two.`
        const isValid = name !== '__proto__' && !seen.has(name)
        if (!isValid) addFault(key.range?.[0] ?? 0, message)
        seen.add(name)
        return isValid
      })
    },
    Node(_key, node) {
      if (isAlias(node) || node.anchor || node.tag) addFault(node.range?.[0] ?? 0)
      if (!isAlias(node)) return undefined
      const text = new Scalar(`*${node.source}`)
      if (node.range) text.range = node.range
      return text
    },
  })
  const { contents } = document
  // A file without values, or with comments only, is valid.
  if (faults.length === 0 && contents !== null && !isMap(contents)) {
    const found = shown(lines[0]?.trim() || 'end of the facts', 40)
    const message = `Unexpected ${found}, expected \`key: value\`. Write one fact per line, as \`title: "…"\`.`
    faults.push({ ...at(0), message })
  }
  const placeOf: YamlData['placeOf'] = (path, part = 'value') => {
    let node: unknown = contents
    let place = fileStart
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && key.value === String(step))
        if (!pair) return place
        const target = part === 'value' && isNode(pair.value) ? pair.value : pair.key
        if (isNode(target) && target.range) place = at(target.range[0])
        node = pair.value
      } else if (isSeq(node) && typeof step === 'number') {
        node = node.items[step]
        if (isNode(node) && node.range) place = at(node.range[0])
      }
    }
    return place
  }
  const values: Record<string, unknown> = isMap(contents) ? document.toJS() : {}
  return { values, faults, placeOf }
}

/** The message for a line that is not valid YAML, with what was most likely meant. */
function messageForLine(line: string): string {
  const [, start = '', value = ''] = /^(\s*(?:- +)?(?:[\w-]+:[ \t]+)?)(.*)$/.exec(line) ?? []
  const found = shown(value || line.trim() || 'end of the facts', 40)
  const cure = value
    ? `Write ${shown(start.trimStart() + valueMeant(value), 160)}.`
    : 'Take the line out.'
  return `Unexpected ${found}, expected \`key: value\` that YAML can read. ${cure}`
}

/** The value that was most likely meant: the quoted text, or the address of a Markdown link. */
function valueMeant(value: string): string {
  const address = /^\[[^\]]*\]\((https?:[^\s)]+)\)$/.exec(value)?.[1]
  if (address) return address
  const items = /^\[(.*)\]$/.exec(value)?.[1]
  if (items === undefined) return yamlQuoted(value.replace(/^(["'])(.*)\1$/, '$2'))
  return yamlList(items.split(/\s*,\s*/))
}

/** Writes strings as a YAML list, with quotes where they are needed. */
export function yamlList(words: readonly string[]): string {
  const plain = /^[\p{Letter}\d][^:#"'[\]{},&*!|>%@`]*$/u
  const items = words.filter(Boolean).map((word) => (plain.test(word) ? word : yamlQuoted(word)))
  return `[${items.join(', ')}]`
}

/** Writes a string as YAML in double quotes. */
export function yamlQuoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}
