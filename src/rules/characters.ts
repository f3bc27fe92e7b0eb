import type { EntryFile } from '../text/entry-file.ts'
import { decodeEntities } from '../text/escapes.ts'
import { shown } from '../text/messages.ts'
import { compatibilityLetters, plainLetters, strayJoiner } from '../text/normalise.ts'
import { linesOf, type Place, placeAt, withoutBom } from '../text/place.ts'
import type { EntryRule } from './engine/rule.ts'

/** Checks that there are no invisible characters, no direction controls, no look-alikes and no decomposed letters. */
export const characters: EntryRule = {
  name: 'characters',
  sentence: 'Every character is visible and is what it looks like.',
  checksSource: true,
  *check(file) {
    if (file.excess) return
    // `frontmatter-syntax` reports tabs in indentation.
    const text = withoutBom(file.source).replace(/^[ \t]+/gm, (indent) => ' '.repeat(indent.length))
    const reported = new Set<string>()
    for (const { index, message } of problemsIn(text)) {
      reported.add(message)
      yield { ...placeAt(text, index), message }
    }
    // Some characters appear only after YAML or Markdown has decoded them, such as `&#8203;`.
    for (const [value, place] of decodedTexts(file)) {
      for (const { message } of problemsIn(value))
        if (!reported.has(message) && !message.startsWith('Unexpected tab'))
          yield { ...place, message }
    }
  },
}

/** A message about a text, and the offset that it is about. */
interface TextProblem {
  index: number
  message: string
}

function* problemsIn(text: string): Iterable<TextProblem> {
  // Most texts are plain ASCII, and the searches below would take a tenth of the time of a check.
  if (/^[\n -~]*$/.test(text)) return
  yield* invisibleCharacters(text)
  yield* lookAlikes(text)
  yield* decomposedLetters(text)
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

/** The rest of the message for a character: what it does, what was expected, and what to write. The first match counts. */
const advice: readonly (readonly [characters: RegExp, rest: string])[] = [
  [
    /\uFFFD/,
    ', which takes the place of a lost character, expected the character itself. Type it again, and save the file as UTF-8.',
  ],
  [/\r/, ' by itself, expected a line feed. Save the file with Unix line endings.'],
  [
    /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/,
    ', which changes the direction of text, expected plain text. Take it out.',
  ],
  [/[\t\p{Space_Separator}]/u, ', expected an ordinary space. Write one.'],
  [/./su, ', which is invisible, expected visible characters only. Take it out.'],
]

const invisible = new RegExp(
  String.raw`${strayJoiner}|(?![\n\r\u200C\u200D\uFE0E\uFE0F])[\p{Control}\p{Format}\p{Default_Ignorable_Code_Point}\p{Private_Use}\p{Unassigned}\p{Surrogate}\p{Line_Separator}\p{Paragraph_Separator}]|(?! )\p{Space_Separator}|\uFFFD|\u2800|\r(?!\n)|(?<![\p{Emoji}\u20E3])[\uFE0E\uFE0F]`,
  'gu',
)

function* invisibleCharacters(text: string): Iterable<TextProblem> {
  for (const { 0: character, index } of text.matchAll(invisible)) {
    const name = names[character]
    const code = codeOf(character)
    const [, rest = ''] = advice.find(([characters]) => characters.test(character)) ?? []
    yield { index, message: `Unexpected ${name ? `${name} (${code})` : code}${rest}` }
  }
}

function codeOf(letters: string): string {
  return `U+${(letters.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

const words = /[\p{Letter}\p{Mark}]{2,}/gu
const latin = /\p{Script=Latin}/u
// Papers mix Greek and Latin letters (`β-DPO`, `μP`), so this has only those Greek letters that look like Latin ones.
const nonLatin = /[\p{Script=Cyrillic}\p{Script=Armenian}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]/u
const cyrillicLookAlikes = 'аеорсухіјѕԁһԛԝӏАВЕКМНОРСТУХІЈЅ'
const onlyLookAlikes = new RegExp(`^[${cyrillicLookAlikes}]+$`, 'u')
const clearlyCyrillic = new RegExp(`(?![${cyrillicLookAlikes}])\\p{Script=Cyrillic}`, 'u')

/**
 * Finds letters that look like Latin letters but are not: special forms such as ligatures, letters of another script in a
 * Latin word, and words that consist of Cyrillic look-alikes in a text without other Cyrillic letters.
 */
function* lookAlikes(text: string): Iterable<TextProblem> {
  for (const { 0: letters, index } of text.matchAll(compatibilityLetters)) {
    const message = `Unexpected ${shown(letters, 40)} (${codeOf(letters)}), which only looks like ordinary letters, expected ordinary letters. Write ${shown(plainLetters(letters), 40)}.`
    yield { index, message }
  }
  if (!nonLatin.test(text)) return
  const hasCyrillic = clearlyCyrillic.test(text)
  for (const { 0: word, index } of text.matchAll(words)) {
    const isDisguised = !hasCyrillic && onlyLookAlikes.test(word)
    const at = latin.test(word) ? word.search(nonLatin) : isDisguised ? 0 : -1
    if (at < 0) continue
    const letter = String.fromCodePoint(word.codePointAt(at) ?? 0)
    const message = `Unexpected letter \`${letter}\` (${codeOf(letter)}) in ${shown(word, 40)}, which only looks like a Latin letter, expected Latin letters. Type the word again.`
    yield { index: index + at, message }
  }
}

/** Finds letters followed by combining marks for which Unicode has a single character. */
function* decomposedLetters(text: string): Iterable<TextProblem> {
  if (text === text.normalize('NFC')) return
  for (const { 0: letter, index } of text.matchAll(/\P{Mark}\p{Mark}+|[^\n]/gu)) {
    const composed = letter.normalize('NFC')
    if (composed === letter) continue
    const message = `Unexpected ${[...letter].map(codeOf).join(' ')} for \`${composed}\`, expected the composed form (Unicode NFC). Write \`${composed}\` as one character.`
    yield { index, message }
  }
}

/** Yields the strings of the front matter and the lines with character references, decoded, and their places. */
function* decodedTexts({
  source,
  frontMatter,
}: EntryFile): Iterable<[value: string, place: Place]> {
  for (const { path, value } of stringsIn(frontMatter.values))
    yield [value, frontMatter.placeOf(path)]
  for (const [index, line] of linesOf(source).entries()) {
    const reference = line.search(/&#?\w+;/)
    if (reference >= 0) yield [decodeEntities(line), { line: index + 1, column: reference + 1 }]
  }
}

type Path = readonly (string | number)[]

function* stringsIn(value: unknown, path: Path = []): Iterable<{ path: Path; value: string }> {
  if (typeof value === 'string') yield { path, value }
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      yield* stringsIn(item, [...path, Array.isArray(value) ? Number(key) : key])
  }
}
