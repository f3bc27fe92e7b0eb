import { months } from '../model/partial-date.ts'
import { type Left, leftOf, lineFinder, type SourceField, type SourceItem } from './paper.ts'

/** The entries of BibTeX or BibLaTeX, field by field, so that a fault in one costs no other. */
export function* bibtexItems(text: string): Generator<SourceItem | Left> {
  const macros = new Map<string, string>(months.map((month) => [month, month]))
  const lineAt = lineFinder(text)
  /** Words between entries, which are comments to BibTeX. */
  const prose = (from: number, to: number): Left[] => {
    const source = text.slice(from, to).replace(/^[\s%,}]+|[\s%]+$/g, '')
    const line = lineAt(text.indexOf(source, from))
    const isSaid = /[\p{L}\p{N}]/u.test(source)
    return isSaid ? [leftOf(line, source, 'it stands in no entry', 'text')] : []
  }
  const opening = /@[ \t]*([a-z]+)[ \t\n]*([({])/gi
  let done = 0
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [whole, name = '', bracket = ''] = match
    const lineStart = text.lastIndexOf('\n', match.index) + 1
    const type = name.toLowerCase()
    const { body, end, open } = bodyOf(text, opening.lastIndex, bracket)
    const line = lineAt(match.index)
    yield* prose(done, match.index)
    done = end
    opening.lastIndex = end
    const isNone = type === 'comment' || type === 'preamble'
    const isComment = /^\s*%/.test(text.slice(lineStart, match.index))
    if (isComment || open || isNone) {
      const fault = isComment ? 'it stands in a comment' : 'its braces do not close'
      const why = isNone && !isComment && !open ? `a ${type} is no paper` : fault
      yield leftOf(line, text.slice(match.index, end), why)
      continue
    }
    const from = match.index + whole.length
    const { key, read, faults } = fieldsOf(body, macros, type === 'string', (at) =>
      lineAt(from + at),
    )
    if (type !== 'string') yield { line, fields: read, form: 'TeX', key: `@${name}{${key ?? ''}` }
    else
      for (const { line, name, value } of read) {
        macros.set(name, String(value))
        yield leftOf(line, String(value), 'it is a macro, and no paper by itself', name)
      }
    for (const { at, source, why } of faults) yield leftOf(lineAt(from + at), source, why)
  }
  yield* prose(done, text.length)
}

/** What stands between the brackets of an entry. Where they do not close, it ends where the next entry begins a line. */
function bodyOf(text: string, from: number, bracket: string) {
  const next = /^[ \t]*@[ \t]*[a-z]+[ \t]*[({]/gim
  next.lastIndex = from
  const limit = next.exec(text)?.index ?? text.length
  const end = closing(text, from, bracket === '(' ? ')' : '}', limit)
  return end === undefined
    ? { body: text.slice(from, limit), end: limit, open: true }
    : { body: text.slice(from, end), end: end + 1, open: false }
}

/** The place of the sign that closes what is open at a place, braces balanced. */
function closing(
  text: string,
  from: number,
  sign: string,
  limit = text.length,
): number | undefined {
  let depth = 0
  for (let at = from; at < limit; at += 1) {
    const character = text[at]
    if (character === sign && depth === 0) return at
    if (character === '\\') at += 1
    else if (character === '{') depth += 1
    else if (character === '}') depth -= 1
    if (depth < 0) return undefined
  }
  return undefined
}

interface Fault {
  at: number
  source: string
  why: string
}

/** The fields of an entry: values in braces or quotes, numbers and macros, joined by `#`. */
function fieldsOf(
  body: string,
  macros: ReadonlyMap<string, string>,
  isString: boolean,
  lineOf: (at: number) => number,
): { key?: string; read: SourceField[]; faults: Fault[] } {
  const [, key = ''] = isString ? [] : (/^\s*([^\s,={}"]*)\s*(?:,|$)/.exec(body) ?? [])
  const read: SourceField[] = []
  const faults: Fault[] = []
  const opening = /[\s,]*([^\s,={}"#]+)\s*=\s*/y
  opening.lastIndex = key ? body.indexOf(key) + key.length : 0
  while (opening.lastIndex < body.length) {
    const from = opening.lastIndex
    const match = opening.exec(body)
    const start = match ? opening.lastIndex : from + 1
    const at = from + Math.max(0, body.slice(from).search(/[^\s,]/))
    const { value, end, unknown } = match
      ? valueAt(body, start, macros)
      : { end: from, unknown: [] }
    const [macro] = unknown
    if (match && value !== undefined && !macro) {
      read.push({ name: (match[1] ?? '').toLowerCase(), value, line: lineOf(at) })
      opening.lastIndex = end
      continue
    }
    // What is no field is named, and reading goes on at the next one.
    const next = body.slice(start).search(/,\s*[a-z][\w-]*\s*=/i)
    const stop = macro ? end : next < 0 ? body.length : start + next
    const source = body.slice(at, stop)
    const fault = match ? 'its value is no BibTeX' : 'it is no field of BibTeX'
    const why = macro ? `the macro \`${macro}\` is not defined` : fault
    if (/[^\s,]/.test(source)) faults.push({ at, source, why })
    opening.lastIndex = stop
  }
  return { ...(key && { key }), read, faults }
}

/** The value that begins at a place, and where it ends; undefined where none begins, or something else stands behind it. */
function valueAt(body: string, start: number, macros: ReadonlyMap<string, string>) {
  const unknown: string[] = []
  let value: string | undefined
  let at = start
  for (;;) {
    const sign = body[at] ?? ''
    const mark = sign === '{' ? '}' : sign === '"' ? '"' : undefined
    const end = mark && closing(body, at + 1, mark)
    const [word = ''] = /^[^\s,#{}"=]+/.exec(body.slice(at)) ?? []
    if (end !== undefined) value = (value ?? '') + body.slice(at + 1, end)
    else if (!word) return { value: undefined, end: at, unknown }
    else {
      const known = /^\d+$/.test(word) ? word : macros.get(word.toLowerCase())
      if (known === undefined) unknown.push(word)
      value = (value ?? '') + (known ?? '')
    }
    at = end === undefined ? at + word.length : end + 1
    const [join] = /^\s*#\s*/.exec(body.slice(at)) ?? []
    if (!join) break
    at += join.length
  }
  const isClean = /^\s*(?:,|$|[a-z][\w-]*\s*=)/i.test(body.slice(at))
  return { value: isClean ? value && lettersInBraces(value) : undefined, end: at, unknown }
}

/** Letters of TeX that take the next word's space, `\O rsted`, in braces: in BibTeX they are never anybody's macros. */
function lettersInBraces(tex: string): string {
  return tex.replace(
    /(?<![{\\])\\(OE|oe|AE|ae|AA|aa|O|o|L|l|ss|i|j)(?![A-Za-z}])\s*(?:\{\})?/g,
    '{\\$1}',
  )
}
