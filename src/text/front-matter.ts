import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'

/** A place in a file: line and column, both from 1. */
export interface Place {
  line: number
  column: number
}

/** A fault of syntax at a place. `code` is the YAML library's error code, or one of ours: `MISSING`, `UNCLOSED`, `NOT_A_MAP`, `ALIAS`, `TAG`. */
export interface SyntaxFault extends Place {
  code: string
  reason: string
}

/** The front matter of a file: plain strings, lists and maps, and where each of them stands. */
export interface FrontMatter {
  /** The values; every scalar is a string, whatever it looks like. Empty when there is a fault. */
  values: Record<string, unknown>
  faults: SyntaxFault[]
  /** Where a key's value stands (`['authors', 2]`); with `key`, where its key stands; the block's start when there is no such key. */
  placeOf(path: readonly (string | number)[], part?: 'key' | 'value'): Place
  /** The offset in the file at which the body begins. */
  bodyStart: number
}

const fence = /^---[ \t]*(?:\r?\n|$)/
const closingFence = /^---[ \t]*$/m

/**
 * Reads the YAML between the two `---` lines at a file's start. Values are read by YAML 1.2's failsafe schema, so that a
 * year, a `no` or a version number stays the text that was written. Anchors, aliases and tags are faults.
 * @see https://yaml.org/spec/1.2.2/#101-failsafe-schema
 */
export function parseFrontMatter(source: string): FrontMatter {
  const start: Place = { line: 1, column: 1 }
  const nothing = (fault: SyntaxFault): FrontMatter => ({
    values: {},
    faults: [fault],
    placeOf: () => start,
    bodyStart: source.length,
  })
  const opening = fence.exec(source)
  if (!opening) return nothing({ ...start, code: 'MISSING', reason: 'no front matter' })
  const rest = source.slice(opening[0].length)
  const closing = closingFence.exec(rest)
  if (!closing) return nothing({ ...start, code: 'UNCLOSED', reason: 'front matter is not closed' })
  const bodyStart = opening[0].length + closing.index + closing[0].length
  return { ...parseData(rest.slice(0, closing.index), 1), bodyStart }
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
  const counter = new LineCounter()
  const document = parseDocument(yaml, {
    lineCounter: counter,
    prettyErrors: false,
    schema: 'failsafe',
    strict: true,
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: true,
  })
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line: line + linesBefore, column: col }
  }
  const faults: SyntaxFault[] = [...document.errors, ...document.warnings].map((error) => ({
    ...at(error.pos[0]),
    code: error.code,
    reason: error.message,
  }))
  const refuse = (node: Node, code: string, reason: string) =>
    faults.push({ ...at(node.range?.[0] ?? 0), code, reason })
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) refuse(node, 'ALIAS', `alias \`*${node.source}\``)
      else if (node.anchor) refuse(node, 'ALIAS', `anchor \`&${node.anchor}\``)
      else if (node.tag) refuse(node, 'TAG', `tag \`${node.tag}\``)
    },
  })
  const contents = document.contents
  if (faults.length === 0 && !isMap(contents) && !(root === 'map or list' && isSeq(contents))) {
    faults.push({
      line: 1 + linesBefore,
      column: 1,
      code: 'NOT_A_MAP',
      reason: 'front matter is not a map',
    })
  }
  const placeOf: FrontMatter['placeOf'] = (path, part = 'value') => {
    let node: unknown = contents
    let place: Place = { line: 1, column: 1 }
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
  return { values: faults.length === 0 ? document.toJS({ maxAliasCount: 0 }) : {}, faults, placeOf }
}
