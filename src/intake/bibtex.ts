import { months } from '../model/partial-date.ts'
import {
  lineFinder,
  type ParsedRecords,
  type SourceField,
  skippedPart,
  skippedText,
} from './paper.ts'

/** Parses BibTeX or BibLaTeX. An error in a field or entry does not affect the others. */
export function* parseBibtex(text: string): ParsedRecords {
  const macros = new Map(months.map((month) => [month, month]))
  const lineAt = lineFinder(text)
  const textBetween = (from: number, to: number) =>
    skippedText(text, [from, to], 'it is not part of an entry', lineAt)
  let done = 0
  for (const { 0: opening, 1: name = '', 2: bracket, index } of text.matchAll(entryStart)) {
    if (index < done) continue
    const from = index + opening.length
    // If the closing brace is missing, the entry ends where a line begins the next one.
    const next = /^[ \t]*@[ \t]*[a-z]+[ \t]*[({]/gim
    next.lastIndex = from
    const limit = next.exec(text)?.index ?? text.length
    const end = findClosing(text, from, bracket === '(' ? ')' : '}', limit)
    yield* textBetween(done, index)
    done = end === undefined ? limit : end + 1
    const type = name.toLowerCase()
    const line = lineAt(index)
    const why = /^\s*%/.test(text.slice(text.lastIndexOf('\n', index) + 1, index))
      ? 'it is in a comment'
      : end === undefined
        ? 'its closing brace is missing'
        : /^(?:comment|preamble)$/.test(type)
          ? `a ${type} is not a paper`
          : undefined
    if (why) {
      yield skippedPart(line, text.slice(index, done), why)
      continue
    }
    const body = text.slice(from, end)
    const [, key = ''] = type === 'string' ? [] : (/^\s*([^\s,={}"]*)\s*(?:,|$)/.exec(body) ?? [])
    const fields: SourceField[] = []
    for (const field of parseFields(body, key ? body.indexOf(key) + key.length : 0, macros)) {
      const fieldLine = lineAt(from + field.offset)
      if ('why' in field) yield skippedPart(fieldLine, field.source, field.why)
      else if (type !== 'string')
        fields.push({ name: field.name, value: field.value, line: fieldLine })
      else {
        macros.set(field.name, field.value)
        yield skippedPart(fieldLine, field.value, 'it defines a macro', field.name)
      }
    }
    if (type !== 'string') yield { line, fields, markup: 'TeX', key: `@${name}{${key}` }
  }
  yield* textBetween(done, text.length)
}

const entryStart = /@[ \t]*([a-z]+)[ \t\n]*([({])/gi

/** The offset of a closing character, outside balanced braces; undefined if it is missing. */
function findClosing(
  text: string,
  from: number,
  closing: string,
  limit = text.length,
): number | undefined {
  let depth = 0
  for (let at = from; at < limit && depth >= 0; at += 1) {
    const character = text[at]
    if (character === closing && depth === 0) return at
    if (character === '\\') at += 1
    else if (character === '{') depth += 1
    else if (character === '}') depth -= 1
  }
  return undefined
}

type ParsedField = { offset: number } & (
  | { name: string; value: string }
  | { source: string; why: string }
)

/** Parses the fields of an entry. After an error it continues at the next field. */
function* parseFields(
  body: string,
  start: number,
  macros: ReadonlyMap<string, string>,
): Generator<ParsedField> {
  const opening = /[\s,]*([^\s,={}"#]+)\s*=\s*/y
  for (let from = start; from < body.length; ) {
    const offset = from + Math.max(0, body.slice(from).search(/[^\s,]/))
    opening.lastIndex = from
    const name = opening.exec(body)?.[1]?.toLowerCase()
    const valueStart = name === undefined ? from + 1 : opening.lastIndex
    const { value, end, macro } = name === undefined ? {} : parseValue(body, valueStart, macros)
    if (name !== undefined && value !== undefined && end !== undefined) {
      yield { offset, name, value }
      from = end
      continue
    }
    const next = body.slice(valueStart).search(/,\s*[a-z][\w-]*\s*=/i)
    from = macro && end ? end : next < 0 ? body.length : valueStart + next
    const why = macro
      ? `the macro \`${macro}\` is not defined`
      : name === undefined
        ? 'it is not a field of BibTeX'
        : 'its value is not valid BibTeX'
    const source = body.slice(offset, from)
    if (/[^\s,]/.test(source)) yield { offset, source, why }
  }
}

/**
 * Parses a value: texts in braces or quotes, numbers and macros, joined by `#`. Gives the value and its end, or the name of
 * an undefined macro and the end, or nothing.
 */
function parseValue(body: string, start: number, macros: ReadonlyMap<string, string>) {
  let value = ''
  let macro: string | undefined
  for (let at = start; ; ) {
    const closing = body[at] === '{' ? '}' : body[at] === '"' ? '"' : undefined
    const close = closing && findClosing(body, at + 1, closing)
    const [word = ''] = /^[^\s,#{}"=]+/.exec(body.slice(at)) ?? []
    if (close !== undefined) value += body.slice(at + 1, close)
    else if (!word) return {}
    else {
      const text = /^\d+$/.test(word) ? word : macros.get(word.toLowerCase())
      if (text === undefined) macro ??= word
      value += text ?? ''
    }
    const end = close === undefined ? at + word.length : close + 1
    const [join] = /^\s*#\s*/.exec(body.slice(end)) ?? []
    if (join) {
      at = end + join.length
      continue
    }
    if (macro) return { end, macro }
    const isComplete = /^\s*(?:,|$|[a-z][\w-]*\s*=)/i.test(body.slice(end))
    return isComplete ? { end, value: bracedLetters(value) } : {}
  }
}

/** Puts TeX's letters into braces, so that `\O rsted` becomes one word. In BibTeX they are never macros of an author. */
function bracedLetters(tex: string): string {
  return tex.replace(
    /(?<![{\\])\\(OE|oe|AE|ae|AA|aa|O|o|L|l|ss|i|j)(?![A-Za-z}])\s*(?:\{\})?/g,
    '{\\$1}',
  )
}
