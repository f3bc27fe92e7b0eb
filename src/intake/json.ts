import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { factOfField } from './fields.ts'
import {
  lineFinder,
  type Skipped,
  type SourceField,
  type SourceRecord,
  skippedPart,
} from './paper.ts'

/**
 * The papers of a list in JSON: CSL-JSON, or objects whose fields have the usual names. The list is the text itself, or the
 * first list in it if it has a usual name. A broken item costs no other.
 */
export function* parseJson(text: string): Generator<SourceRecord | Skipped> {
  const lineAt = lineFinder(text)
  const tree = treeOf(text)
  const list = tree.root && listIn(tree.root)
  if (!list) {
    const line = lineAt(Math.max(0, text.search(/\S/)))
    if (text.trim()) yield partOf(text, line, tree.valueAt(tree.root))
    return
  }
  const beside = (from: number, source: string): Skipped[] => {
    const line = lineAt(from + Math.max(0, source.search(/\S/)))
    const isSaid = /[\p{L}\p{N}]/u.test(source)
    return isSaid ? [skippedPart(line, source, 'it stands beside the list of papers', 'text')] : []
  }
  yield* beside(0, text.slice(0, list.offset).replace(/"\w+"\s*:\s*$/, ''))
  let done = list.offset + 1
  for (const node of list.children ?? []) {
    yield* beside(done, text.slice(done, node.offset))
    done = node.offset + node.length
    yield partOf(text.slice(node.offset, done), lineAt(node.offset), tree.valueAt(node))
  }
  yield* beside(done, text.slice(done).replace(/^\s*\]/, ''))
}

/** The papers of JSON Lines: one object a line. @see https://jsonlines.org/ */
export function* parseJsonLines(text: string): Generator<SourceRecord | Skipped> {
  for (const [at, source] of text.split('\n').entries()) {
    const tree = treeOf(source)
    if (source.trim()) yield partOf(source, at + 1, tree.valueAt(tree.root))
  }
}

/** A JSON text as a tree, and what a node of it holds; undefined where the text has a fault in or behind it. */
function treeOf(text: string) {
  const errors: ParseError[] = []
  let root: Node | undefined
  try {
    root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: true })
  } catch (error) {
    // The parser calls itself for each level.
    if (!(error instanceof RangeError)) throw error
  }
  const valueAt = (node: Node | undefined) => {
    if (!node) return undefined
    const end = node === root ? text.length : node.offset + node.length
    // Nothing is lost by a comma too few.
    const isBroken = errors.some(
      ({ error, offset }) =>
        printParseErrorCode(error) !== 'CommaExpected' && offset > node.offset && offset <= end,
    )
    return isBroken ? undefined : plainValue(node)
  }
  return { root, valueAt }
}

/** The text's own list, or the first one in an object, where its name says that it holds papers. */
function listIn(root: Node): Node | undefined {
  if (root.type === 'array') return root
  const first = root.children?.find(({ children }) => children?.[1]?.children)
  const [name, value] = first?.children ?? []
  const isPapers = /^(?:items|papers|references|entries|data)$/.test(String(name?.value))
  return isPapers && value?.type === 'array' ? value : undefined
}

/** The value of a node. Of keys that stand twice in an object each later one has its number: `title (2)`. */
function plainValue({ type, value, children = [] }: Node): unknown {
  if (type === 'array') return children.map(plainValue)
  if (type !== 'object') return value
  const counts = new Map<string, number>()
  return Object.fromEntries(
    children.map(({ children: [key, part] = [] }) => {
      const name = String(key?.value)
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return [count > 1 ? `${name} (${count})` : name, part && plainValue(part)]
    }),
  )
}

/** An item in its own words, or why it is none: an object of named fields. */
function partOf(source: string, line: number, value: unknown): SourceRecord | Skipped {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return skippedPart(
      line,
      source,
      value === undefined ? 'it is no whole JSON' : 'it is no object with fields',
    )
  const fields = Object.entries(value).flatMap(([name, part]) => leavesOf(name, part, line))
  // What is said of the paper itself goes before what is said of its place in a list.
  const own = (field: SourceField) => (field.name.startsWith('paper.') ? 0 : 1)
  fields.sort((a, b) => own(a) - own(b))
  const key = fields.find((field) => /^(?:id|key)$/.test(field.name))
  return { line, form: 'markup', fields, ...(key && { key: String(key.value) }) }
}

/** The fields in a value: those of objects within it by their path. Authors and dates stay whole. */
function leavesOf(name: string, value: unknown, line: number): SourceField[] {
  if (typeof value !== 'object' || value === null) return [{ name, value, line }]
  const fact = factOfField(name)
  if (!Array.isArray(value))
    return fact === 'authors' || fact === 'date'
      ? [{ name, value, line }]
      : Object.entries(value).flatMap(([key, part]) => leavesOf(`${name}.${key}`, part, line))
  if (fact === 'authors') {
    // Zotero has the editors and translators among the authors.
    const roleOf = (one: unknown) => String(Object(one).creatorType ?? 'author')
    const others = value.filter((one: unknown) => roleOf(one) !== 'author')
    return [
      { name, value: value.filter((one) => !others.includes(one)), line },
      ...others.map((one) => ({ name: `${name}.${roleOf(one)}`, value: one, line })),
    ]
  }
  return value.every((part) => typeof part !== 'object')
    ? [{ name, value, line }]
    : value.flatMap((part: unknown) => leavesOf(name, part, line))
}
