import { type Author, authorOf } from '../model/person.ts'
import { decodeEntities } from '../text/escapes.ts'
import { normaliseText } from '../text/normalise.ts'
import { texNames } from '../text/tex.ts'
import { splitOutsideBraces, withoutBraces } from './braces.ts'

/** The authors that a text or a list names. */
export interface Authors {
  /** Every author, in the paper's order. */
  names: Author[]
  /** Why the text does not give all of them, or not surely, as a predicate; then none of them is to be written. */
  doubt?: string
}

/**
 * The fields of a name in CSL-JSON that tell who it is; a file may say more of an author. Crossref writes a group, and
 * Semantic Scholar a person, as `name`; the last three are Zotero's.
 * @see https://docs.citationstyles.org/en/stable/specification.html#names
 */
export const nameFields: ReadonlySet<string> = new Set([
  ...['family', 'given', 'suffix', 'dropping-particle', 'non-dropping-particle', 'literal'],
  ...['name', 'firstName', 'lastName', 'creatorType'],
])

const others = /^(?:and )?(?:others|et\.? al\.?,?|…|\.{3})$|\bet\.? al\b\.?|\band others$/i
const nobody = /^(?:n\/?a|n\. ?a\.|none|null|unknown|-+|—)$/i
// The number of an affiliation: `Cy Other1`.
const numbered = /\s\S*\p{Ll}\d+$/u
const suffix = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/i
const spaceless = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・·]+$/u
const unclear = 'does not show where one name ends and the next begins'

// Behind a name stand the signs of its notes.
const plain = (name: string) =>
  normaliseText(texNames(withoutBraces(name))).replace(/(?<=\p{L}\.?)\s?[*†‡§¶∗⁰¹²³⁴-⁹]+$/u, '')
const isWhole = (name: string) =>
  /\S\s+\S/.test(plain(name)) || spaceless.test(name) || /^\{[^{}\\]*\}$/.test(name)
const isInitials = (name: string) => /^(?:\p{Lu}\.[\s-]*)+$|^\p{Lu}$/u.test(name)

const isGroup = (text: string) => /\b(?:for|of)\b/i.test(text)
const areNames = (parts: readonly string[]) =>
  parts.every((part) => isWhole(part) && !isGroup(part))
const comma = /\s*[,，]\s*/
const and = /\s+and\s+|\s+&\s+/i

/** One author from a name in parts, as lists and BibTeX write it. */
function familyFirst(family: string, given: string, after = ''): Author {
  const [last, first] = [plain(family), plain(given)]
  if (!last || !first) return last || first
  return after ? `${first} ${last} ${plain(after)}` : authorOf(last, first)
}

/** The author in one part of a list: a whole name, or family and given name. Several, where commas part whole names. */
function authorsInPart(part: string): Author[] | undefined {
  const [first = '', second, third, ...more] = splitOutsideBraces(part, comma)
  if (second === undefined) return [plain(first)]
  if (third === undefined) {
    return suffix.test(second) ? [`${plain(first)} ${plain(second)}`] : [familyFirst(first, second)]
  }
  if (more.length === 0 && suffix.test(second)) return [familyFirst(first, third, second)]
  if (more.length === 0 && suffix.test(third)) return [familyFirst(first, second, third)]
  return wholeNames([first, second, third, ...more])
}

/** The names in a list that commas part; undefined when commas seem to part family and given names, too. */
function wholeNames(parts: readonly string[]): Author[] | undefined {
  const single = parts.filter((part) => !isWhole(part))
  if (single.length > parts.length / 3 || parts.some(isInitials)) return undefined
  const last = (parts.at(-1) ?? '').replace(/^(?:and|&)\s+/i, '')
  const ends = apart(last)
  return ends && [...parts.slice(0, -1), ...ends].map(plain)
}

/**
 * The names that an "and" parts: "A B and C D" are two, and "Center for Trust and Safety" is one. Of "A B and C" nobody knows
 * whether it is one; then there are none.
 */
function apart(text: string): string[] | undefined {
  const ends = splitOutsideBraces(text, and)
  if (areNames(ends)) return ends
  const isOpen = ends.length > 1 && ends.slice(0, -1).every(isWhole) && !isGroup(text)
  return isOpen ? undefined : [text]
}

/**
 * The authors in a text that has them all. Lines or semicolons part them, otherwise "and", otherwise commas. A part with one
 * comma is family and given name, and one without is a whole name. What stays doubtful is not guessed. In strict forms,
 * BibTeX and RIS, "and" always parts two names, and a comma family and given name.
 */
export function authorsIn(source: string, isStrict = false): Authors {
  const text = decodeEntities(source)
  const lines = text.split('\n').flatMap((line) => line.trim().replace(/[,;]$/, '') || [])
  // A line may be wrapped; then it begins or ends with a sign, or holds several names.
  const isOne = (line: string) =>
    !/;|^and\b|\band$/i.test(line) && splitOutsideBraces(line, comma).length < 3
  // To BibTeX a line is nothing, and a name may go on in the next one.
  const isBroken = isStrict && (/\sand\s/i.test(text) || !lines.every(isWhole))
  const isLined = lines.length > 1 && lines.every(isOne) && !isBroken
  const flat = text.replace(/\s+/g, ' ').replace(/^\s*(?:and )+|(?:\s+and)*\s*$/gi, '')
  const bySigns = splitOutsideBraces(flat, /\s*[;；、]\s*(?:and\s+)?/)
  const byCommas = splitOutsideBraces(flat, comma)
  const byAnd = splitOutsideBraces(flat, /\s+and\s+/i)
  const sayNames = (parts: readonly (string | undefined)[]) => {
    const names = parts.map((part) => part && authorsInPart(part))
    return names.includes(undefined)
      ? { names: [], doubt: unclear }
      : checked(names.flatMap((name) => name || []))
  }
  if (isLined) return sayNames(lines.flatMap(apart))
  if (bySigns.length > 1) return sayNames(bySigns)
  if (byCommas.length > 1 && byAnd.length > 1 && byCommas.every(isWhole)) {
    // Either whole names with commas between them, or family and given names of several words.
    const commas = byAnd.map((part) => splitOutsideBraces(part, comma).length - 1)
    const isOpen = commas.at(-1) === 0
    const isRow = isOpen && (!isStrict || (byAnd.length === 2 && (commas[0] ?? 0) > 1))
    const joined = byCommas.slice(0, -1).filter((part) => splitOutsideBraces(part, and).length > 1)
    const areGroups = joined.length > 0 && joined.every(isGroup)
    const names = isRow || areGroups ? wholeNames(byCommas) : undefined
    if (names) return checked(names)
    const arePairs = isStrict && commas.every((count) => count < 2)
    if (!arePairs || (isOpen && byAnd.length === 2)) return { names: [], doubt: unclear }
  }
  if (byAnd.length > 1 || byCommas.length !== 2 || !byCommas.every(isWhole)) return sayNames(byAnd)
  const [family = '', given = ''] = byCommas
  if (byCommas.every((name) => spaceless.test(name))) return checked(byCommas.map(plain))
  const isPerson = /^(?:\p{Ll}|['’])/u.test(family) || /(?:^|\s)\p{Lu}\.?$/u.test(given)
  return isPerson ? sayNames(byAnd) : { names: [], doubt: unclear }
}

function checked(all: readonly Author[]): Authors {
  const names = all.filter((name) => name !== '')
  if (names.some((name) => typeof name === 'string' && others.test(name)))
    return { names: [], doubt: 'leaves some of them out' }
  if (names.some((name) => typeof name === 'string' && (nobody.test(name) || numbered.test(name))))
    return { names: [], doubt: all.length > 1 ? 'has a part that is no name' : 'is no name' }
  return { names }
}

/** The authors in a value of a field: a text with all of them, or a list of texts or names in parts. */
export function authorsOf(value: unknown, isStrict = false): Authors {
  if (typeof value !== 'object' || value === null) return authorsIn(String(value ?? ''), isStrict)
  const all = [value].flat().map((one: unknown): Authors => {
    if (typeof one === 'object' && one !== null) return checked([cslAuthor(one) || '-'])
    const names = isStrict ? authorsInPart(String(one)) : undefined
    return names ? { names } : authorsIn(String(one), isStrict)
  })
  const doubt = all
    .find((one) => one.doubt)
    ?.doubt?.replace(/^is no name$/, all.length > 1 ? 'has a part that is no name' : '$&')
  return doubt ? { names: [], doubt } : checked(all.flatMap(({ names }) => names))
}

/** An author from a name in CSL-JSON; empty where it has no parts. */
function cslAuthor(name: object): Author {
  const part = (...keys: string[]) =>
    keys.map((key): unknown => Reflect.get(name, key)).find((text) => typeof text === 'string') ??
    ''
  const literal = part('literal', 'name')
  if (literal) return plain(literal)
  const particles = [part('dropping-particle'), part('non-dropping-particle')]
  const family = [...particles, part('family', 'lastName')].filter(Boolean).join(' ')
  return familyFirst(family, part('given', 'firstName'), part('suffix'))
}

const person = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}.'’-]+){1,4}$/u

/** The authors in a line that is a list of two or more names and nothing else; undefined for any other line. */
export function namesIn(line: string): string[] | undefined {
  const parts = line
    .replace(/[.\s]+$/, '')
    .split(/\s*[,;&]\s*(?:and\s+)?|\s+and\s+/)
    .map((part) => part.replace(/[*†‡\d]+$/u, '').trim())
    .filter(Boolean)
  const whole = parts.filter((part) => person.test(part) || /^et\.? al\.?$/.test(part))
  return parts.length > 1 && whole.length >= parts.length * 0.8 ? parts : undefined
}
