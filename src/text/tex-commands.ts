import type { PhrasingContent } from 'mdast'
import { plainText } from './plain.ts'
import { accented, isAccent, letterOf, subscript, superscript, symbolOf } from './tex-characters.ts'
import {
  type Group,
  groupAt,
  matchAt,
  type Parser,
  parsedText,
  type TexContext,
} from './tex-context.ts'
import { parseLinkCommand } from './tex-links.ts'
import { mathNodes, parseMath } from './tex-math.ts'

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

/** Fonts by command, both those with an argument, `\textbf{…}`, and switches within braces, `{\bf …}`. */
const fonts = byName<Font>(
  ['textbf bf bfseries', strong],
  ['textit textsl emph it itshape em', emphasis],
  ['texttt tt ttfamily', code],
  ['text textsc textrm textsf textmd textup textnormal mbox underline uline NoCaseChange', plain],
  ['texorpdfstring sc scshape rm rmfamily sf sffamily normalfont upshape small large', plain],
  // DBLP writes `{\relax Yu}` around initials of two letters.
  ['relax', plain],
)

/** Commands that write a space or nothing. */
const spaces = byName<string>(
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

/** Parses a command. An unknown one, such as `\ours`, stays as it is written. */
export const parseCommand: Parser = (context, at) => {
  const { source } = context
  const [word] = matchAt(/[a-z]+/iy, context, at + 1)
  if (word === undefined) return parseControlSymbol(context, at)
  const end = at + 1 + word.length
  const argument = groupAt(context, end)
  if (argument)
    return parseWithArgument(context, word, argument) ?? parseControlWord(context, at, word)
  const space = spaces.get(word)
  if (space === undefined) return parseControlWord(context, at, word)
  return parsedText(space, source[end] === ' ' ? end + 1 : end)
}

function parseWithArgument(context: TexContext, word: string, argument: Group) {
  const { from, to, end } = argument
  const font = fonts.get(word)
  if (font) {
    // Its second argument is plain text for bookmarks.
    const bookmark = word === 'texorpdfstring' ? groupAt(context, end) : undefined
    return { nodes: font(context.parseRange(from, to)), end: bookmark?.end ?? end }
  }
  if (word === 'url') return parseLinkCommand(context, argument, undefined)
  if (word === 'href') return parseLinkCommand(context, argument, groupAt(context, end))
  const inner = context.source.slice(from, to)
  if (word === 'ensuremath') return { nodes: mathNodes(inner), end }
  if (word === 'textsuperscript' || word === 'textsubscript') {
    const script = word === 'textsuperscript' ? superscript(inner) : subscript(inner)
    return script ? parsedText(script, end) : { nodes: context.parseRange(from, to), end }
  }
  const character = accented(word, inner)
  return character ? parsedText(character, end) : undefined
}

/** Parses a command without an argument: a symbol, an accent before a letter, or a letter. */
function parseControlWord({ source, isName }: TexContext, at: number, word: string) {
  const end = at + 1 + word.length
  const closed = source.startsWith('{}', end) ? end + 2 : end
  const character = symbolOf(word)
  if (character) return parsedText(character, closed)
  // Authors use such short names for macros. Letters and accents are part of a word, macros are not.
  if (!isName && closed === end && !/[\p{Letter}{]/u.test(source[at - 1] ?? '')) return undefined
  const [gap, base = ''] = /^ +(\p{Letter})/u.exec(source.slice(end, end + 9)) ?? []
  const accentedLetter = gap && isAccent(word) ? accented(word, base) : undefined
  if (accentedLetter) return parsedText(accentedLetter, end + (gap?.length ?? 0))
  const letter = letterOf(word)
  return letter ? parsedText(letter, source[end] === ' ' ? end + 1 : closed) : undefined
}

/** Parses a backslash before a character that is not a letter: an escape, an accent or the start of mathematics. */
const parseControlSymbol: Parser = (context, at) => {
  const { source, limit } = context
  const character = at + 1 < limit ? (source[at + 1] ?? '') : ''
  if (character === '(' || character === '[') return parseMath(context, at)
  const escaped = escapes[character]
  if (escaped !== undefined) return parsedText(escaped, at + 2)
  if (!context.isName && isEscapedQuote(source, at)) return parsedText(character, at + 2)
  const argument = groupAt(context, at + 2)
  const base = argument
    ? source.slice(argument.from, argument.to)
    : (/^\\[ij](?![a-z]) ?|^\p{Letter}/iu.exec(source.slice(at + 2, limit))?.[0] ?? '')
  const letter = accented(character, base.trim())
  return letter ? parsedText(letter, argument?.end ?? at + 2 + base.length) : undefined
}

/** Whether `\'` or `\"` is a quote or an apostrophe that is escaped as in a program, `GPT-4o\'s`, and not an accent. */
function isEscapedQuote(source: string, at: number): boolean {
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

/** Parses braces around a single character, a single command or a font switch. Others stay as they are written. */
export const parseGroup: Parser = (context, at) => {
  const { source } = context
  const found = groupAt(context, at)
  if (!found) return undefined
  const { from, to, end } = found
  const inner = source.slice(from, to)
  const inNumber = /\d/.test(source[at - 1] ?? '') && /\d/.test(source[end] ?? '')
  if (inner === ',' && inNumber) return parsedText(',', end)
  if (/^[^\p{ASCII}]$/u.test(inner)) return parsedText(inner, end)
  if (!inner.startsWith('\\')) return undefined
  const [whole, name] = /^\\([a-z]+) +/.exec(inner) ?? []
  const font = name && fonts.get(name)
  if (font) return { nodes: font(context.parseRange(from + (whole?.length ?? 0), to)), end }
  const letter = letterOf(inner.slice(1))
  if (letter) return parsedText(letter, end)
  const only = parseCommand({ ...context, limit: to }, from)
  return only?.end === to ? { ...only, end } : undefined
}
