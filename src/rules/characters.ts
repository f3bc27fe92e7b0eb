import type { EntryFile } from '../text/entry-file.ts'
import { decodeEntities } from '../text/escapes.ts'
import { shown } from '../text/messages.ts'
import { compatibilityLetters, plainLetters, strayJoiner } from '../text/normalise.ts'
import { linesOf, type Place, placeAt, withoutBom } from '../text/place.ts'
import type { EntryRule } from './engine/rule.ts'

/** Every character can be seen and is what it looks like: nothing invisible, nothing that turns text around, no look-alikes. */
export const characters: EntryRule = {
  name: 'characters',
  sentence: 'Every character can be seen and is what it looks like.',
  asWritten: true,
  *check(file) {
    if (file.excess) return
    // `frontmatter-syntax` reports a tab that indents.
    const text = withoutBom(file.source).replace(/^[ \t]+/gm, (indent) => ' '.repeat(indent.length))
    const said = new Set<string>()
    for (const { index, message } of faultsIn(text)) {
      said.add(message)
      yield { ...placeAt(text, index), message }
    }
    // Some characters appear only when YAML or Markdown decodes them, as in `&#8203;`.
    for (const [value, place] of decodedTexts(file)) {
      for (const { message } of faultsIn(value))
        if (!said.has(message) && !message.startsWith('Unexpected tab')) yield { ...place, message }
    }
  },
}

/** What is wrong with a text, and the offset at which it is. */
interface Fault {
  index: number
  message: string
}

function* faultsIn(text: string): Iterable<Fault> {
  // Most texts have nothing else, and to look for each fault takes a tenth of the time of a check.
  if (/^[\n -~]*$/.test(text)) return
  yield* unwanted(text)
  yield* lookAlikes(text)
  yield* notComposed(text)
}

const names: Record<string, string> = {
  '\t': 'tab',
  '\r': 'carriage return',
  '\u00A0': 'no-break space',
  '\u00AD': 'soft hyphen',
  '\u200B': 'zero-width space',
  '\u200D': 'zero-width joiner',
  '\uFEFF': 'byte order mark',
  '\uFFFD': 'replacement character',
}

/** Characters that put letters in another order, so that what is read is not what is written. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/

const unseen = new RegExp(
  String.raw`${strayJoiner}|(?![\n\r\u200C\u200D\uFE0E\uFE0F])[\p{Control}\p{Format}\p{Default_Ignorable_Code_Point}\p{Private_Use}\p{Unassigned}\p{Surrogate}\p{Line_Separator}\p{Paragraph_Separator}]|(?! )\p{Space_Separator}|\uFFFD|\u2800|\r(?!\n)|(?<![\p{Emoji}\u20E3])[\uFE0E\uFE0F]`,
  'gu',
)

function* unwanted(text: string): Iterable<Fault> {
  for (const { 0: character, index } of text.matchAll(unseen)) {
    yield { index, message: messageFor(character) }
  }
}

function messageFor(character: string): string {
  const name = names[character]
  const what = name ? `${name} (${codeOf(character)})` : codeOf(character)
  if (character === '\uFFFD') {
    return `Unexpected ${what}, which stands where a character was lost, expected the character itself. Type it again, and save the file as UTF-8.`
  }
  if (character === '\r') {
    return `Unexpected ${what} by itself, expected a line feed. Save the file with Unix line endings.`
  }
  if (turning.test(character)) {
    return `Unexpected ${what}, which turns text around, expected plain text. Take it out.`
  }
  if (/[\t\p{Space_Separator}]/u.test(character)) {
    return `Unexpected ${what}, expected an ordinary space. Write one.`
  }
  return `Unexpected ${what}, which cannot be seen, expected visible characters only. Take it out.`
}

function codeOf(letters: string): string {
  return `U+${(letters.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

const words = /[\p{Letter}\p{Mark}]{2,}/gu
const latin = /\p{Script=Latin}/u
// Papers mix Greek and Latin letters (`β-DPO`, `μP`), so only Greek letters that are drawn like Latin ones count.
const foreign = /[\p{Script=Cyrillic}\p{Script=Armenian}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]/u
const cyrillicTwins = 'аеорсухіјѕԁһԛԝӏАВЕКМНОРСТУХІЈЅ'
const onlyTwins = new RegExp(`^[${cyrillicTwins}]+$`, 'u')
const trueCyrillic = new RegExp(`(?![${cyrillicTwins}])\\p{Script=Cyrillic}`, 'u')

/**
 * Letters that look like Latin ones and are not: letters in a form of their own, such as ligatures; those of another script
 * within a Latin word; and a whole word of them where nothing else is of that script.
 */
function* lookAlikes(text: string): Iterable<Fault> {
  for (const { 0: letters, index } of text.matchAll(compatibilityLetters)) {
    const message = `Unexpected ${shown(letters, 40)} (${codeOf(letters)}), which only looks like plain letters, expected plain letters. Write ${shown(plainLetters(letters), 40)}.`
    yield { index, message }
  }
  if (!foreign.test(text)) return
  const inCyrillic = trueCyrillic.test(text)
  for (const { 0: word, index } of text.matchAll(words)) {
    const whole = !inCyrillic && onlyTwins.test(word)
    const at = latin.test(word) ? word.search(foreign) : whole ? 0 : -1
    if (at < 0) continue
    const letter = String.fromCodePoint(word.codePointAt(at) ?? 0)
    const message = `Unexpected letter \`${letter}\` (${codeOf(letter)}) in ${shown(word, 40)}, which only looks like a Latin one, expected Latin letters. Type the word again.`
    yield { index: index + at, message }
  }
}

/** Letters followed by marks that Unicode would write as one character. */
function* notComposed(text: string): Iterable<Fault> {
  if (text === text.normalize('NFC')) return
  for (const { 0: letter, index } of text.matchAll(/\P{Mark}\p{Mark}+|[^\n]/gu)) {
    const composed = letter.normalize('NFC')
    if (composed === letter) continue
    const message = `Unexpected ${[...letter].map(codeOf).join(' ')} for \`${composed}\`, expected the composed form (Unicode NFC). Write \`${composed}\` as one character.`
    yield { index, message }
  }
}

/** Texts as YAML or Markdown decodes them, and where each is written. */
function* decodedTexts({
  source,
  frontMatter,
}: EntryFile): Iterable<[value: string, place: Place]> {
  for (const { path, value } of textsIn(frontMatter.values))
    yield [value, frontMatter.placeOf(path)]
  for (const [index, line] of linesOf(source).entries()) {
    const reference = line.search(/&#?\w+;/)
    if (reference >= 0) yield [decodeEntities(line), { line: index + 1, column: reference + 1 }]
  }
}

type Path = readonly (string | number)[]

function* textsIn(value: unknown, path: Path = []): Iterable<{ path: Path; value: string }> {
  if (typeof value === 'string') yield { path, value }
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      yield* textsIn(item, [...path, Array.isArray(value) ? Number(key) : key])
  }
}
