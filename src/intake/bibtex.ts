import { months } from '../model/partial-date.ts'
import {
  lineFinder,
  type Skipped,
  type SourceField,
  type SourceRecord,
  skippedPart,
} from './paper.ts'

/** The entries of BibTeX or BibLaTeX, field by field, so that a fault in one costs no other. */
export function* parseBibtex(text: string): Generator<SourceRecord | Skipped> {
  const macros = new Map(months.map((month) => [month, month]))
  const lineAt = lineFinder(text)
  /** Words between entries, which are comments to BibTeX. */
  const prose = (from: number, to: number): Skipped[] => {
    const source = text.slice(from, to).replace(/^[\s%,}]+|[\s%]+$/g, '')
    const line = lineAt(text.indexOf(source, from))
    const isSaid = /[\p{L}\p{N}]/u.test(source)
    return isSaid ? [skippedPart(line, source, 'it stands in no entry', 'text')] : []
  }
  let done = 0
  for (const { 0: opening, 1: name = '', 2: bracket, index } of text.matchAll(entryStart)) {
    if (index < done) continue
    const from = index + opening.length
    // An entry whose braces do not close ends where the next one begins a line.
    const next = /^[ \t]*@[ \t]*[a-z]+[ \t]*[({]/gim
    next.lastIndex = from
    const limit = next.exec(text)?.index ?? text.length
    const closed = closing(text, from, bracket === '(' ? ')' : '}', limit)
    yield* prose(done, index)
    done = closed === undefined ? limit : closed + 1
    const type = name.toLowerCase()
    const line = lineAt(index)
    const isComment = /^\s*%/.test(text.slice(text.lastIndexOf('\n', index) + 1, index))
    const noPaper = /^(?:comment|preamble)$/.test(type) ? `a ${type} is no paper` : undefined
    const fault = closed === undefined ? 'its braces do not close' : noPaper
    const why = isComment ? 'it stands in a comment' : fault
    if (why) {
      yield skippedPart(line, text.slice(index, done), why)
      continue
    }
    const body = text.slice(from, closed)
    const [, key = ''] = type === 'string' ? [] : (/^\s*([^\s,={}"]*)\s*(?:,|$)/.exec(body) ?? [])
    const fields: SourceField[] = []
    for (const part of fieldsIn(body, key ? body.indexOf(key) + key.length : 0, macros)) {
      const place = lineAt(from + part.at)
      if ('why' in part) yield skippedPart(place, part.source, part.why)
      else if (type !== 'string') fields.push({ name: part.name, value: part.value, line: place })
      else {
        macros.set(part.name, part.value)
        yield skippedPart(place, part.value, 'it is a macro, and no paper by itself', part.name)
      }
    }
    if (type !== 'string') yield { line, fields, form: 'TeX', key: `@${name}{${key}` }
  }
  yield* prose(done, text.length)
}

const entryStart = /@[ \t]*([a-z]+)[ \t\n]*([({])/gi

/** The place of the sign that closes what is open at a place, braces balanced. */
function closing(
  text: string,
  from: number,
  sign: string,
  limit = text.length,
): number | undefined {
  let depth = 0
  for (let at = from; at < limit && depth >= 0; at += 1) {
    const character = text[at]
    if (character === sign && depth === 0) return at
    if (character === '\\') at += 1
    else if (character === '{') depth += 1
    else if (character === '}') depth -= 1
  }
  return undefined
}

type Part = { at: number } & ({ name: string; value: string } | { source: string; why: string })

/** The fields of an entry, and what is none. Behind a fault reading goes on at the next field. */
function* fieldsIn(
  body: string,
  start: number,
  macros: ReadonlyMap<string, string>,
): Generator<Part> {
  const opening = /[\s,]*([^\s,={}"#]+)\s*=\s*/y
  for (let from = start; from < body.length; ) {
    const at = from + Math.max(0, body.slice(from).search(/[^\s,]/))
    opening.lastIndex = from
    const name = opening.exec(body)?.[1]?.toLowerCase()
    const behind = name === undefined ? from + 1 : opening.lastIndex
    const { value, end, macro } = name === undefined ? {} : valueAt(body, behind, macros)
    if (name !== undefined && value !== undefined && end !== undefined) {
      yield { at, name, value }
      from = end
      continue
    }
    const next = body.slice(behind).search(/,\s*[a-z][\w-]*\s*=/i)
    from = macro && end ? end : next < 0 ? body.length : behind + next
    const fault = name === undefined ? 'it is no field of BibTeX' : 'its value is no BibTeX'
    const why = macro ? `the macro \`${macro}\` is not defined` : fault
    const source = body.slice(at, from)
    if (/[^\s,]/.test(source)) yield { at, source, why }
  }
}

/** Values in braces or quotes, numbers and macros, joined by `#`, and where they end. A macro may be unknown. */
function valueAt(body: string, start: number, macros: ReadonlyMap<string, string>) {
  let value = ''
  let macro: string | undefined
  for (let at = start; ; ) {
    const sign = body[at]
    const mark = sign === '{' ? '}' : sign === '"' ? '"' : undefined
    const close = mark && closing(body, at + 1, mark)
    const [word = ''] = /^[^\s,#{}"=]+/.exec(body.slice(at)) ?? []
    if (close !== undefined) value += body.slice(at + 1, close)
    else if (!word) return {}
    else {
      const known = /^\d+$/.test(word) ? word : macros.get(word.toLowerCase())
      if (known === undefined) macro ??= word
      value += known ?? ''
    }
    const end = close === undefined ? at + word.length : close + 1
    const [join] = /^\s*#\s*/.exec(body.slice(end)) ?? []
    if (join) {
      at = end + join.length
      continue
    }
    if (macro) return { end, macro }
    const isClean = /^\s*(?:,|$|[a-z][\w-]*\s*=)/i.test(body.slice(end))
    return isClean ? { end, value: lettersInBraces(value) } : {}
  }
}

/** Letters of TeX that take the next word's space, `\O rsted`, in braces: in BibTeX they are never anybody's macros. */
function lettersInBraces(tex: string): string {
  return tex.replace(
    /(?<![{\\])\\(OE|oe|AE|ae|AA|aa|O|o|L|l|ss|i|j)(?![A-Za-z}])\s*(?:\{\})?/g,
    '{\\$1}',
  )
}
