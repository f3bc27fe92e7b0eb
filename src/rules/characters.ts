import type { Nodes } from 'mdast'
import type { EntryFile } from '../text/entry-file.ts'
import type { Place } from '../text/front-matter.ts'
import { placeAt } from '../text/limits.ts'
import type { EntryRule, Remark } from './engine/rule.ts'
import { shown } from './engine/words.ts'
import { lookAlikes } from './look-alikes.ts'

const names: Record<string, string> = {
  '\t': 'tab',
  '\r': 'carriage return',
  '\u00A0': 'no-break space',
  '\u00AD': 'soft hyphen',
  '\u200B': 'zero-width space',
  '\u200C': 'zero-width non-joiner',
  '\u200D': 'zero-width joiner',
  '\u200E': 'left-to-right mark',
  '\u200F': 'right-to-left mark',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\u2060': 'word joiner',
  '\uFEFF': 'byte order mark',
  '\uFFFD': 'replacement character',
}

/** Whether letters are put in another order, so that what is read is not what is written. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/

// Joiners have work to do in emoji, and between letters of Arabic and Indic scripts.
const joiner = String.raw`(?<!\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier}|[\u0600-\u08FF\u0900-\u0DFF])[\u200C\u200D]`
const unwanted = new RegExp(
  String.raw`${joiner}|(?![\n\r\u200C\u200D\uFE0E\uFE0F])[\p{Control}\p{Format}\p{Default_Ignorable_Code_Point}\p{Private_Use}\p{Unassigned}\p{Surrogate}\p{Line_Separator}\p{Paragraph_Separator}]|(?! )\p{Space_Separator}|\uFFFD|\u2800|\r(?!\n)|(?<![\p{Emoji}\u20E3])[\uFE0E\uFE0F]`,
  'gu',
)

/** More accents on one letter than any language has. */
const heaped = /\P{Mark}(?:(?=\p{Script=Inherited})\p{Mark}){3,}/gu
/** Characters of mathematics that are named by their number. */
const numbered = /\\(?:char|unicode)\b[^$]{0,12}|\^\^[\da-f^]{1,8}/i

/** Every character can be seen and is what it looks like: nothing invisible, nothing that turns text around, no look-alikes. */
export const characters: EntryRule = {
  name: 'characters',
  asWritten: true,
  *check(file) {
    if (file.excess) return
    const text = file.source.startsWith('\uFEFF') ? file.source.slice(1) : file.source
    const inSource = new Set<string>()
    let indented = 0
    for (const { 0: character, index } of text.matchAll(unwanted)) {
      // A tab that indents is a fault of YAML's, and is spoken of there.
      if (character === '\t' && (indented === index || onlySpaceBefore(text, index))) {
        indented = index + 1
        continue
      }
      // Where returns end the lines, one word about them is enough.
      if (character === '\r' && inSource.has(character)) continue
      inSource.add(character)
      yield { ...placeAt(text, index), message: sayOf(character) }
    }
    for (const { index, message } of lookAlikes(text)) yield { ...placeAt(text, index), message }
    for (const { 0: letter, index } of text.matchAll(heaped)) {
      yield { ...placeAt(text, index), message: sayOfHeap(letter) }
    }
    yield* notComposed(text)
    for (const remark of decoded(file, inSource)) yield remark
  },
}

function onlySpaceBefore(text: string, index: number): boolean {
  let at = index
  while (text[at - 1] === ' ') at -= 1
  return at === 0 || text[at - 1] === '\n'
}

function sayOf(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const name = names[character]
  const what = name ? `${name} (${code})` : code
  if (character === '\uFFFD') {
    return `Unexpected ${what}, which stands where a character was lost, expected the character itself. Write it anew, and save the file as UTF-8.`
  }
  if (character === '\r') {
    return `Unexpected ${what} by itself, expected a line feed. Write one, or save the file with the line ends of Unix.`
  }
  if (turning.test(character)) {
    return `Unexpected ${what}, which turns text around, expected plain text. Take it out.`
  }
  if (/[\t\p{Space_Separator}]/u.test(character)) {
    return `Unexpected ${what}, expected an ordinary space. Write one.`
  }
  return `Unexpected ${what}, which cannot be seen, expected visible characters only. Take it out.`
}

function sayOfHeap(letter: string): string {
  const count = [...letter].length - 1
  return `Unexpected ${count} marks on the letter \`${letter[0]}\`, expected at most two. Write it without them.`
}

/** Letters and marks that stand apart where one character would do. */
function* notComposed(text: string): Iterable<Remark> {
  if (text === text.normalize('NFC')) return
  for (const { 0: letter, index } of text.matchAll(/\P{Mark}\p{Mark}+|[^\n]/gu)) {
    const composed = letter.normalize('NFC')
    if (composed === letter) continue
    const codes = [...letter].map(
      (part) => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    yield {
      ...placeAt(text, index),
      message: `Unexpected ${codes.join(' ')} for \`${composed}\`, expected the composed form (Unicode NFC). Write \`${composed}\` as one character.`,
    }
  }
}

/** Characters that only appear when YAML or Markdown decode what stands for them, as in `&#8203;`. */
function* decoded(file: EntryFile, inSource: ReadonlySet<string>): Iterable<Remark> {
  const hidden = (text: string) =>
    [...text.matchAll(unwanted)]
      .map(([found]) => found)
      .find((found) => found !== '\t' && !inSource.has(found))
  const escapes = /&[#\w]+;|\\[xuU]/.test(file.source)
  const shownAs = (text: string) =>
    escapes
      ? [...lookAlikes(text)].filter(({ index }) => !file.source.includes(text.slice(index)))
      : []
  for (const [path, text] of texts(file.frontMatter.values, [])) {
    const character = hidden(text)
    const place = file.frontMatter.placeOf(path)
    if (character) yield { ...place, message: sayOf(character) }
    for (const { message } of shownAs(text)) yield { ...place, message }
  }
  for (const node of leaves(file.body)) {
    const text = 'url' in node ? node.url : 'value' in node ? String(node.value) : ''
    const character = hidden(text)
    if (character) {
      yield { ...placeOfEntity(file.source, node, character), message: sayOf(character) }
    }
    const place = node.position?.start
    if (!place) continue
    for (const { message } of shownAs(text)) yield { ...placeOf(place), message }
    if (node.type !== 'inlineMath' && node.type !== 'math') continue
    const number = numbered.exec(node.value)?.[0]
    if (number) yield { ...placeOf(place), message: sayOfNumber(number) }
  }
}

const placeOf = ({ line, column }: Place): Place => ({ line, column })

function sayOfNumber(found: string): string {
  return `Unexpected ${shown(found, 40)} in mathematics, which names a character by its number, expected the character itself. Write it.`
}

/** Where the character reference for a character stands in a node. */
function placeOfEntity(source: string, node: Nodes, character: string) {
  const { start, end } = node.position ?? {}
  const code = character.codePointAt(0) ?? 0
  const written = source.replace(/^\uFEFF/, '').split('\n')
  for (let line = start?.line ?? 1; line <= (end?.line ?? 0); line++) {
    for (const { 1: hex, 2: decimal, 3: name, index } of (written[line - 1] ?? '').matchAll(
      /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    )) {
      const number = hex ? Number.parseInt(hex, 16) : Number(decimal)
      if (name || number === code || code === 0xfffd) return { line, column: index + 1 }
    }
  }
  return { line: start?.line ?? 1, column: start?.column ?? 1 }
}

function* texts(
  value: unknown,
  path: readonly (string | number)[],
): Iterable<[readonly (string | number)[], string]> {
  if (typeof value === 'string') yield [path, value]
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* texts(item, [...path, index])
  } else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key])
  }
}

function* leaves(node: Nodes): Iterable<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* leaves(child)
}
