import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { factOfField } from './fields.ts'
import {
  lineFinder,
  type ParsedRecords,
  type Skipped,
  type SourceField,
  type SourceRecord,
  skippedPart,
  skippedText,
} from './paper.ts'

/**
 * Parses a list of papers in JSON: CSL-JSON, or objects with common field names. The list is the whole text, or the first
 * list in an object if it has a common name. A broken item does not affect the others.
 */
export function* parseJson(text: string): ParsedRecords {
  const lineAt = lineFinder(text)
  const { root, validValue } = parseText(text)
  const list = root && findList(root)
  if (!list) {
    const line = lineAt(Math.max(0, text.search(/\S/)))
    if (text.trim()) yield recordOf(text, line, validValue(root))
    return
  }
  const textOutside = (from: number, to: number) =>
    skippedText(text, [from, to], 'it is outside the list of papers', lineAt)
  yield* textOutside(0, text.slice(0, list.offset).replace(/"\w+"\s*:\s*$/, '').length)
  let done = list.offset + 1
  for (const node of list.children ?? []) {
    yield* textOutside(done, node.offset)
    done = node.offset + node.length
    yield recordOf(text.slice(node.offset, done), lineAt(node.offset), validValue(node))
  }
  yield* textOutside(done, text.length)
}

/** Parses JSON Lines: one object a line. @see https://jsonlines.org/ */
export function* parseJsonLines(text: string): ParsedRecords {
  for (const [at, source] of text.split('\n').entries()) {
    const { root, validValue } = parseText(source)
    if (source.trim()) yield recordOf(source, at + 1, validValue(root))
  }
}

/** The syntax tree of a JSON text, and a function for the value of a node: undefined if there is an error in the node. */
function parseText(text: string) {
  const errors: ParseError[] = []
  let root: Node | undefined
  try {
    root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: true })
  } catch (error) {
    // The parser is recursive, so deep nesting overflows the stack.
    if (!(error instanceof RangeError)) throw error
  }
  const validValue = (node: Node | undefined) => {
    if (!node) return undefined
    const end = node === root ? text.length : node.offset + node.length
    // A missing comma loses nothing.
    const isBroken = errors.some(
      ({ error, offset }) =>
        printParseErrorCode(error) !== 'CommaExpected' && offset > node.offset && offset <= end,
    )
    return isBroken ? undefined : nodeValue(node)
  }
  return { root, validValue }
}

/** The list of papers: the root, or the first list in it if it has a common name. */
function findList(root: Node): Node | undefined {
  if (root.type === 'array') return root
  const first = root.children?.find(({ children }) => children?.[1]?.children)
  const [name, value] = first?.children ?? []
  const isPapers = /^(?:items|papers|references|entries|data)$/.test(String(name?.value))
  return isPapers && value?.type === 'array' ? value : undefined
}

/** The value of a node. Repeated keys of an object are numbered, so that none is lost: `title (2)`. */
function nodeValue({ type, value, children = [] }: Node): unknown {
  if (type === 'array') return children.map(nodeValue)
  if (type !== 'object') return value
  const counts = new Map<string, number>()
  return Object.fromEntries(
    children.map(({ children: [key, part] = [] }) => {
      const name = String(key?.value)
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return [count > 1 ? `${name} (${count})` : name, part && nodeValue(part)]
    }),
  )
}

/** The record in a value, which must be an object. */
function recordOf(source: string, line: number, value: unknown): SourceRecord | Skipped {
  if (value === undefined) return skippedPart(line, source, 'it is not valid JSON')
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return skippedPart(line, source, 'it is not an object')
  const fields = Object.entries(value).flatMap(([name, part]) => flatFields(name, part))
  // Hugging Face nests the paper's own fields in `paper`. These take precedence.
  const rank = ({ name }: SourceField) => (name.startsWith('paper.') ? 0 : 1)
  fields.sort((a, b) => rank(a) - rank(b))
  const key = fields.find(({ name }) => /^(?:id|key)$/.test(name))
  return { line, markup: 'HTML', fields, ...(key && { key: String(key.value) }) }
}

/** The fields in a value. Those of nested objects are named by their path. Authors and dates stay whole. */
function flatFields(name: string, value: unknown): SourceField[] {
  if (typeof value !== 'object' || value === null) return [{ name, value }]
  const fact = factOfField(name)
  if (!Array.isArray(value))
    return fact === 'authors' || fact === 'date'
      ? [{ name, value }]
      : Object.entries(value).flatMap(([key, part]) => flatFields(`${name}.${key}`, part))
  if (fact === 'authors') {
    // Zotero lists editors and translators among the authors.
    const roleOf = (one: unknown) => String(Object(one).creatorType ?? 'author')
    const others = value.filter((one: unknown) => roleOf(one) !== 'author')
    return [
      { name, value: value.filter((one) => !others.includes(one)) },
      ...others.map((one) => ({ name: `${name}.${roleOf(one)}`, value: one })),
    ]
  }
  return value.every((part) => typeof part !== 'object')
    ? [{ name, value }]
    : value.flatMap((part: unknown) => flatFields(name, part))
}
