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

/** A fault of syntax at a place. */
export interface SyntaxFault extends Place {
  /** *Unexpected X, expected Y*, and what to write. */
  message: string
  /** Set if the line was read as it was meant, so that other rules can judge it. */
  isRepaired?: true
  /** Set if the line may belong to the one above it, which is then as unclear as itself. */
  mayContinue?: true
}

/** YAML as read: plain strings, lists and maps, and where each of them stands. */
export interface YamlData {
  /** The values as far as they can be read; every scalar is a string, whatever it looks like. */
  values: Record<string, unknown>
  faults: readonly SyntaxFault[]
  /** Where a key's value stands (`['authors', 2]`); with `key`, where its key stands; the file's start when there is no such key. */
  placeOf(path: readonly (string | number)[], part?: 'key' | 'value'): Place
}

/** A YAML file of the list, as read. */
export interface DataFile {
  /** The file, relative to the project's root, with forward slashes. */
  path: string
  source: string
  data: YamlData
}

/** Reads a YAML file by the same schema as front matter. Never throws: faults are recorded in the result. */
export function parseDataFile(path: string, source: string): DataFile {
  const text = withoutBom(source)
  const excess = excessOf(text, 'data')
  return { path, source, data: excess ? unread(excess) : parseYaml(text) }
}

const unread = (fault: SyntaxFault): YamlData => ({
  values: {},
  faults: [fault],
  placeOf: () => fileStart,
})

/**
 * Reads a YAML map by YAML 1.2's failsafe schema: a year, a `no` or a version number stays the
 * text that was written. Anchors, aliases and tags are faults. Never throws: faults are recorded in the result.
 * @see https://yaml.org/spec/1.2.2/#101-failsafe-schema
 */
export function parseYaml(yaml: string, linesBefore = 0): YamlData {
  try {
    return composed(yaml, linesBefore)
  } catch (error) {
    // The library calls itself for each level, and a line of colons has thousands.
    if (!(error instanceof RangeError)) throw error
    const message = 'Unexpected nesting that is too deep, expected simple lists. Flatten it.'
    return unread({ line: 1 + linesBefore, column: 1, message })
  }
}

function composed(yaml: string, linesBefore: number): YamlData {
  const counter = new LineCounter()
  const document = parseDocument(yaml, {
    lineCounter: counter,
    prettyErrors: false,
    schema: 'failsafe',
    resolveKnownTags: false,
    stringKeys: true,
    // The library compares each key with each; below it is done once a map.
    uniqueKeys: false,
  })
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line: line + linesBefore, column: col }
  }
  const lines = yaml.split('\n')
  const faults: SyntaxFault[] = []
  const spoken = new Set<number>()
  const refuse = (offset: number, message?: string) => {
    const place = at(offset)
    // One fault a line is enough.
    if (spoken.has(place.line)) return
    spoken.add(place.line)
    const line = lines[place.line - linesBefore - 1] ?? ''
    faults.push({ ...place, message: message ?? messageForLine(line) })
  }
  for (const { pos } of [...document.errors, ...document.warnings]) refuse(pos[0])
  visit(document, {
    Map(_key, map) {
      const seen = new Set<unknown>()
      // The first of two equal keys counts. What all objects have as `__proto__` would take the place of a key of that name.
      map.items = map.items.filter(({ key }) => {
        if (!isScalar(key)) return isAlias(key)
        const name = String(key.value)
        const message =
          name === '__proto__'
            ? 'Unexpected key `__proto__`, expected a name. Take it out.'
            : `Unexpected second ${shown(name, 40)}, expected each key once. Keep one of the two.`
        const isSound = name !== '__proto__' && !seen.has(name)
        if (!isSound) refuse(key.range?.[0] ?? 0, message)
        seen.add(name)
        return isSound
      })
    },
    Node(_key, node) {
      if (isAlias(node) || node.anchor || node.tag) refuse(node.range?.[0] ?? 0)
      if (!isAlias(node)) return undefined
      const text = new Scalar(`*${node.source}`)
      if (node.range) text.range = node.range
      return text
    },
  })
  const { contents } = document
  // A file may hold nothing yet but comments.
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
        const asked = part === 'value' && isNode(pair.value) ? pair.value : pair.key
        if (isNode(asked) && asked.range) place = at(asked.range[0])
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

/** What to say of a line that YAML cannot read, and what was most likely meant. */
function messageForLine(line: string): string {
  const [, start = '', value = ''] = /^(\s*(?:- +)?(?:[\w-]+:[ \t]+)?)(.*)$/.exec(line) ?? []
  const found = shown(value || line.trim() || 'end of the facts', 40)
  const cure = value
    ? `Write ${shown(start.trimStart() + valueMeant(value), 160)}.`
    : 'Take the line out.'
  return `Unexpected ${found}, expected \`key: value\` that YAML can read. ${cure}`
}

/** The value that was most likely meant: in quotes, or the address of a Markdown link. */
function valueMeant(value: string): string {
  const address = /^\[[^\]]*\]\((https?:[^\s)]+)\)$/.exec(value)?.[1]
  if (address) return address
  const items = /^\[(.*)\]$/.exec(value)?.[1]
  if (items === undefined) return yamlQuoted(value.replace(/^(["'])(.*)\1$/, '$2'))
  return yamlList(items.split(/\s*,\s*/))
}

/** Words as a YAML list, in quotes where they need them. */
export function yamlList(words: readonly string[]): string {
  const plain = /^[\p{Letter}\d][^:#"'[\]{},&*!|>%@`]*$/u
  const items = words.filter(Boolean).map((word) => (plain.test(word) ? word : yamlQuoted(word)))
  return `[${items.join(', ')}]`
}

/** Text as a YAML scalar in double quotes. */
export function yamlQuoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}
