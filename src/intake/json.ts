import { isScalar, parseDocument, visit } from 'yaml'
import type { Vocabulary } from '../model/vocabulary.ts'
import { shown } from '../rules/engine/words.ts'
import { factOfField } from './facts.ts'
import { emptyReading, longestSaid, type Reading, type SourceField } from './reading.ts'
import { readItem } from './record.ts'

/** The names and values of an object, `__proto__` among them; undefined for every other value. */
function fieldsOf(value: unknown): [name: string, value: unknown][] | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? Object.entries(value) : undefined
}

/** Reads a JSON list of papers: CSL-JSON, or objects whose fields have the usual names. */
export function readJson(text: string, venues: Vocabulary['venues']): Reading {
  return readItems(jsonItems(text), venues)
}

/** Reads JSON Lines: one object a line. @see https://jsonlines.org/ */
export function readJsonLines(text: string, venues: Vocabulary['venues']): Reading {
  const lines = text.split('\n').map((source, at) => ({ line: at + 1, source }))
  return readItems(
    lines.filter(({ source }) => source.trim()),
    venues,
  )
}

function readItems(items: Iterable<JsonItem>, venues: Vocabulary['venues']): Reading {
  const reading = emptyReading()
  for (const { line, source, isBeside } of items) {
    const value = shown(source, longestSaid)
    if (isBeside) {
      const why = 'it stands beside the list of papers'
      if (/[\p{L}\p{N}]/u.test(source)) reading.unused.push({ line, name: 'text', value, why })
      continue
    }
    const item = parsed(source)
    if (fieldsOf(item)) readJsonObject(item, line, venues, reading)
    else {
      const why = item === undefined ? 'it is no whole JSON' : 'it is no object with fields'
      reading.leftOut.push({ line, what: value, why })
    }
  }
  return reading
}

function parsed(source: string): unknown {
  try {
    const value: unknown = JSON.parse(source)
    const keys = source.match(/"(?:[^"\\]|\\.)*"\s*:?/g)?.filter((text) => text.endsWith(':')) ?? []
    return keys.length > keysIn(value) ? withEveryKey(source) : value
  } catch {
    return undefined
  }
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce((sum, part) => sum + keysIn(part), own)
}

/** A value in which a key stands twice; JSON alone would keep the last one only. */
function withEveryKey(source: string): unknown {
  const document = parseDocument(source, { uniqueKeys: false })
  visit(document, {
    Map(_key, { items }) {
      const counts = new Map<unknown, number>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        const count = (counts.get(key.value) ?? 0) + 1
        counts.set(key.value, count)
        if (count > 1) key.value = `${key.value} (${count})`
      }
    },
  })
  return document.toJS()
}

/** Reads one object of named fields into a reading: of JSON, or what a service answers. */
export function readJsonObject(
  item: unknown,
  line: number,
  venues: Vocabulary['venues'],
  reading: Reading,
): void {
  const fields = (fieldsOf(item) ?? []).flatMap(([name, value]) => leavesOf(name, value, line))
  // What is said of the paper itself goes before what is said of its place in a list.
  const own = (field: SourceField) => (field.name.startsWith('paper.') ? 0 : 1)
  fields.sort((a, b) => own(a) - own(b))
  const key = fields.find(
    ({ name, value }) => /^(?:id|key)$/.test(name) && typeof value !== 'object',
  )
  readItem(
    { line, form: 'markup', fields, ...(key && { key: String(key.value) }) },
    venues,
    reading,
  )
}

/** The fields in a value: those of objects within it by their path. Authors and dates stay whole. */
function leavesOf(name: string, value: unknown, line: number): SourceField[] {
  const fact = factOfField(name)
  if (fact === 'authors' && Array.isArray(value)) {
    const authors = value.filter((one: unknown) => roleOf(one) === 'author')
    const others = value.filter((one: unknown) => roleOf(one) !== 'author')
    return [
      { name, value: authors, line },
      ...others.map((one) => ({ name: `${name}.${roleOf(one)}`, value: one, line })),
    ]
  }
  const isWhole = fact === 'authors' || (fact === 'date' && !Array.isArray(value))
  if (typeof value !== 'object' || value === null || isWhole) return [{ name, value, line }]
  if (!Array.isArray(value))
    return Object.entries(value).flatMap(([key, part]) => leavesOf(`${name}.${key}`, part, line))
  const isFlat = value.every((part) => typeof part !== 'object')
  return isFlat
    ? [{ name, value, line }]
    : value.flatMap((part: unknown) => leavesOf(name, part, line))
}

/** What somebody did for a paper: Zotero has its editors and translators among the authors. */
function roleOf(creator: unknown): string {
  return String(Object(creator).creatorType ?? 'author')
}

/** One item of a JSON list, still as text, and where it begins. */
interface JsonItem {
  /** From 1. */
  line: number
  source: string
  /** Whether it stands beside the list. */
  isBeside?: boolean
}

/**
 * The items of the first list in a JSON text, or the text itself when it is no list: each as text of its own, so that
 * one that is broken costs no other. A list that breaks off ends with its last whole item.
 */
function* jsonItems(text: string): Generator<JsonItem> {
  const list = listStart(text)
  if (list === undefined) {
    const lead = text.length - text.trimStart().length
    if (text.trim()) yield { line: lineAt(text, lead), source: text }
    return
  }
  const before = text.slice(0, list).replace(/"\w+"\s*:\s*$/, '')
  yield { line: lineAt(text, text.search(/\S/)), source: before, isBeside: true }
  let line = lineAt(text, list)
  let depth = 0
  let start = -1
  let quoted = false
  for (let at = list + 1; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '\n') line += 1
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
      continue
    }
    if (start < 0 && !/[\s,\]]/.test(character)) start = at
    if (character === '"') quoted = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    const ends = depth < 0 || (depth === 0 && (character === ',' || character === '}'))
    if (ends && start >= 0) {
      const source = text.slice(start, character === '}' ? at + 1 : at)
      yield { line: line - (source.split('\n').length - 1), source }
      start = -1
    }
    if (depth < 0) {
      yield { line, source: text.slice(at + 1), isBeside: true }
      return
    }
  }
  if (start >= 0) {
    const source = text.slice(start)
    yield { line: line - (source.split('\n').length - 1), source }
  }
}

/** Where the list begins: the text itself, or the `items`, `papers` or `references` of an object. */
function listStart(text: string): number | undefined {
  const first = /^\s*\[/.exec(text)
  if (first) return first[0].length - 1
  const named = /^\s*\{[^[\]{}]*?"(?:items|papers|references|entries|data)"\s*:\s*\[/.exec(text)
  return named ? named[0].length - 1 : undefined
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
