import type { PhrasingContent } from 'mdast'
import { plainText } from './plain.ts'
import { accented, isAccent, letterOf, subscript, superscript, symbolOf } from './tex-characters.ts'
import { linkCommand } from './tex-links.ts'
import { math, mathNodes } from './tex-math.ts'
import { asText, groupAt, type Read, type TexSource } from './tex-source.ts'

type Font = (children: PhrasingContent[]) => PhrasingContent[]

const strong: Font = (children) => (children.length > 0 ? [{ type: 'strong', children }] : [])
const emphasis: Font = (children) => (children.length > 0 ? [{ type: 'emphasis', children }] : [])
const code: Font = (children) => {
  const value = plainText({ type: 'paragraph', children }).trim()
  return value ? [{ type: 'inlineCode', value }] : []
}
const plain: Font = (children) => children

const byName = <T>(...rows: (readonly [names: string, value: T])[]): ReadonlyMap<string, T> =>
  new Map(rows.flatMap(([names, value]) => names.split(' ').map((name) => [name, value] as const)))

/** Fonts, by the commands with an argument, `\textbf{…}`, and by those that hold to the end of their braces, `{\bf …}`. */
const fonts = byName<Font>(
  ['textbf bf bfseries', strong],
  ['textit textsl emph it itshape em', emphasis],
  ['texttt tt ttfamily', code],
  ['text textsc textrm textsf textmd textup textnormal mbox underline uline NoCaseChange', plain],
  ['texorpdfstring sc scshape rm rmfamily sf sffamily normalfont upshape small large', plain],
  // DBLP writes `{\relax Yu}` around initials of two letters.
  ['relax', plain],
)

/** What TeX shows as a space, or not at all. */
const gaps = byName<string>(
  ['xspace noindent relax textcompwordmark', ''],
  ['newline linebreak par quad qquad', ' '],
)

const escapes: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'%&$_#{}'].map((character) => [character, character])),
  ',': ' ',
  ' ': ' ',
  '\\': ' ',
  '-': '',
}

/** A command. One that is not TeX's own (`\ours`) stays as it is written. */
export function command(reading: TexSource, at: number, limit: number): Read | undefined {
  const { source } = reading
  const name = /[a-z]+/iy
  name.lastIndex = at + 1
  const word = name.exec(source.slice(0, limit))?.[0]
  if (word === undefined) return sign(reading, at, limit)
  const end = at + 1 + word.length
  const argument = groupAt(reading, end, limit)
  if (argument) return withArgument(reading, word, argument, limit) ?? symbol(reading, at, word)
  const behind = source[end] === ' ' ? end + 1 : end
  const gap = gaps.get(word)
  return gap === undefined ? symbol(reading, at, word) : asText(gap, behind)
}

function withArgument(
  reading: TexSource,
  word: string,
  argument: NonNullable<ReturnType<typeof groupAt>>,
  limit: number,
): Read | undefined {
  const { from, to, end } = argument
  const font = fonts.get(word)
  if (font) {
    // The second argument of this one is for places that show characters only.
    const last = word === 'texorpdfstring' ? groupAt(reading, end, limit) : undefined
    return { nodes: font(reading.part(reading, from, to)), end: last?.end ?? end }
  }
  if (word === 'url') return linkCommand(reading, argument, undefined)
  if (word === 'href') {
    return linkCommand(reading, argument, groupAt(reading, end, limit))
  }
  const inner = reading.source.slice(from, to)
  if (word === 'ensuremath') return { nodes: mathNodes(inner), end }
  if (word === 'textsuperscript' || word === 'textsubscript') {
    const shown = word === 'textsuperscript' ? superscript(inner) : subscript(inner)
    return shown ? asText(shown, end) : { nodes: reading.part(reading, from, to), end }
  }
  const character = accented(word, inner)
  return character ? asText(character, end) : undefined
}

function symbol({ source, name }: TexSource, at: number, word: string): Read | undefined {
  const end = at + 1 + word.length
  const closed = source.startsWith('{}', end) ? end + 2 : end
  const character = symbolOf(word)
  if (character) return asText(character, closed)
  // The names are short, and authors use them for macros: a letter stands in a word, an accent too.
  if (!name && closed === end && !/[\p{Letter}{]/u.test(source[at - 1] ?? '')) return undefined
  const [gap, base = ''] = /^ +(\p{Letter})/u.exec(source.slice(end, end + 9)) ?? []
  const accentedLetter = gap && isAccent(word) ? accented(word, base) : undefined
  if (accentedLetter) return asText(accentedLetter, end + (gap?.length ?? 0))
  const letter = letterOf(word)
  return letter ? asText(letter, source[end] === ' ' ? end + 1 : closed) : undefined
}

/** A backslash and one character that is no letter: an escape, an accent or the start of mathematics. */
function sign(reading: TexSource, at: number, limit: number): Read | undefined {
  const { source } = reading
  const character = at + 1 < limit ? (source[at + 1] ?? '') : ''
  if (character === '(' || character === '[') return math(reading, at, limit)
  const escaped = escapes[character]
  if (escaped !== undefined) return asText(escaped, at + 2)
  if (!reading.name && isEscapedMark(source, at)) return asText(character, at + 2)
  const argument = groupAt(reading, at + 2, limit)
  const base = argument
    ? source.slice(argument.from, argument.to)
    : (/^\\[ij](?![a-z]) ?|^\p{Letter}/iu.exec(source.slice(at + 2, limit))?.[0] ?? '')
  const letter = accented(character, base.trim())
  return letter ? asText(letter, argument?.end ?? at + 2 + base.length) : undefined
}

/** Whether `\'` or `\"` is a mark that its author escaped as in a program, `GPT-4o\'s`, and no accent. */
function isEscapedMark(source: string, at: number): boolean {
  const mark = source[at + 1] ?? ''
  const rest = source.slice(at + 2, at + 202)
  if (mark !== "'" && mark !== '"') return false
  if (!/^[\p{L}{\\]/u.test(rest)) return true
  if (/[\p{L}\p{N}]/u.test(source[at - 1] ?? '')) {
    return mark === "'" && /^(?:[stdm]|re|ll|ve)(?![a-z])/i.test(rest)
  }
  const closing = rest.indexOf(`\\${mark}`)
  return closing > 0 && !/[\p{L}{\\]/u.test(rest[closing + 2] ?? '')
}

/** Braces that only hold one character or command together, or a font switch; others stay as they are written. */
export function group(reading: TexSource, at: number, limit: number): Read | undefined {
  const { source } = reading
  const found = groupAt(reading, at, limit)
  if (!found) return undefined
  const { from, to, end } = found
  const inner = source.slice(from, to)
  const inNumber = /\d/.test(source[at - 1] ?? '') && /\d/.test(source[end] ?? '')
  if (inner === ',' && inNumber) return asText(',', end)
  if (/^[^\p{ASCII}]$/u.test(inner)) return asText(inner, end)
  if (!inner.startsWith('\\')) return undefined
  const [whole, name] = /^\\([a-z]+) +/.exec(inner) ?? []
  const font = name && fonts.get(name)
  if (font) return { nodes: font(reading.part(reading, from + (whole?.length ?? 0), to)), end }
  const letter = letterOf(inner.slice(1))
  if (letter) return asText(letter, end)
  const only = command(reading, from, to)
  return only?.end === to ? { ...only, end } : undefined
}
