import { type Author, authorOf } from '../model/person.ts'
import { decodeEntities } from '../text/escapes.ts'
import { normaliseText } from '../text/normalise.ts'
import { texNames } from '../text/tex.ts'
import { splitOutsideBraces, withoutBraces } from './braces.ts'

/** The authors in a text or list. */
export interface ParsedAuthors {
  /** All authors, in the paper's order; empty if there is a problem. */
  names: Author[]
  /** Why the authors are incomplete or ambiguous, as a predicate. */
  problem?: string
}

/**
 * The parts of a name in CSL-JSON. Crossref writes a group, and Semantic Scholar a person, as `name`; the last three are
 * Zotero's.
 * @see https://docs.citationstyles.org/en/stable/specification.html#names
 */
export const nameFields: ReadonlySet<string> = new Set(
  'family given suffix dropping-particle non-dropping-particle literal name firstName lastName creatorType'.split(
    ' ',
  ),
)

const others = /^(?:and )?(?:others|et\.? al\.?,?|…|\.{3})$|\bet\.? al\b\.?|\band others$/i
const placeholder = /^(?:n\/?a|n\. ?a\.|none|null|unknown|-+|—)$/i
// With the number of an affiliation: `Cy Other1`.
const numbered = /\s\S*\p{Ll}\d+$/u
const suffix = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/i
const spaceless = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・·]+$/u

const ambiguous = 'does not show where one name ends and the next begins'
const notAName = 'is not a name'
const hasNonName = 'has a part that is not a name'

/** A name without TeX, and without the footnote marks after it. */
const plain = (name: string) =>
  normaliseText(texNames(withoutBraces(name))).replace(/(?<=\p{L}\.?)\s?[*†‡§¶∗⁰¹²³⁴-⁹]+$/u, '')
const isFullName = (name: string) =>
  /\S\s+\S/.test(plain(name)) || spaceless.test(name) || /^\{[^{}\\]*\}$/.test(name)
const isInitials = (name: string) => /^(?:\p{Lu}\.[\s-]*)+$|^\p{Lu}$/u.test(name)

const isGroup = (text: string) => /\b(?:for|of)\b/i.test(text)
const comma = /\s*[,，]\s*/
const and = /\s+and\s+|\s+&\s+/i

/** One author from the parts of a name. */
function authorFromParts(family: string, given: string, after = ''): Author {
  const [last, first] = [plain(family), plain(given)]
  if (!last || !first) return last || first
  return after ? `${first} ${last} ${plain(after)}` : authorOf(last, first)
}

/**
 * The authors in one part of a list: a full name, or a family name, a comma and given names, with or without a suffix.
 * More commas separate full names. Undefined if that is ambiguous.
 */
function authorsInPart(part: string): Author[] | undefined {
  const [first = '', second, third, ...more] = splitOutsideBraces(part, comma)
  if (second === undefined) return [plain(first)]
  if (third === undefined) {
    return suffix.test(second)
      ? [`${plain(first)} ${plain(second)}`]
      : [authorFromParts(first, second)]
  }
  if (more.length === 0 && suffix.test(second)) return [authorFromParts(first, third, second)]
  if (more.length === 0 && suffix.test(third)) return [authorFromParts(first, second, third)]
  return fullNames([first, second, third, ...more])
}

/** The names in a list separated by commas; undefined if commas seem to separate family and given names as well. */
function fullNames(parts: readonly string[]): Author[] | undefined {
  const single = parts.filter((part) => !isFullName(part))
  if (single.length > parts.length / 3 || parts.some(isInitials)) return undefined
  const last = (parts.at(-1) ?? '').replace(/^(?:and|&)\s+/i, '')
  const ends = splitAtAnd(last)
  return ends && [...parts.slice(0, -1), ...ends].map(plain)
}

/**
 * Splits a text at "and" if it joins two names: "A B and C D" are two, "Center for Trust and Safety" is one. Undefined
 * if it is ambiguous, as "A B and C".
 */
function splitAtAnd(text: string): string[] | undefined {
  const ends = splitOutsideBraces(text, and)
  if (ends.every((part) => isFullName(part) && !isGroup(part))) return ends
  const isAmbiguous = ends.length > 1 && ends.slice(0, -1).every(isFullName) && !isGroup(text)
  return isAmbiguous ? undefined : [text]
}

/**
 * Parses a text with all authors of a paper. Names are separated by lines or semicolons, otherwise by "and", otherwise by
 * commas. A part with one comma is a family name and given names. Ambiguous texts are not guessed. In strict formats,
 * which are BibTeX and RIS, "and" always separates two names, and a comma a family name and given names.
 */
export function parseAuthors(source: string, isStrict = false): ParsedAuthors {
  const text = decodeEntities(source)
  const lines = text.split('\n').flatMap((line) => line.trim().replace(/[,;]$/, '') || [])
  // A wrapped line begins or ends with a separator, or holds several names.
  const isOneName = (line: string) =>
    !/;|^and\b|\band$/i.test(line) && splitOutsideBraces(line, comma).length < 3
  // In BibTeX a line break means nothing, and may be within a name.
  const isWrapped = isStrict && (/\sand\s/i.test(text) || !lines.every(isFullName))
  if (lines.length > 1 && lines.every(isOneName) && !isWrapped)
    return authorsInParts(lines.flatMap(splitAtAnd))
  const line = text.replace(/\s+/g, ' ').replace(/^\s*(?:and )+|(?:\s+and)*\s*$/gi, '')
  const bySemicolon = splitOutsideBraces(line, /\s*[;；、]\s*(?:and\s+)?/)
  if (bySemicolon.length > 1) return authorsInParts(bySemicolon)
  const byComma = splitOutsideBraces(line, comma)
  const byAnd = splitOutsideBraces(line, /\s+and\s+/i)
  if (byComma.length > 1 && byAnd.length > 1 && byComma.every(isFullName)) {
    // Either full names separated by commas, or family and given names of several words.
    const commas = byAnd.map((part) => splitOutsideBraces(part, comma).length - 1)
    const endsInFullName = commas.at(-1) === 0
    const isList = endsInFullName && (!isStrict || (byAnd.length === 2 && (commas[0] ?? 0) > 1))
    const joined = byComma.slice(0, -1).filter((part) => splitOutsideBraces(part, and).length > 1)
    const areGroups = joined.length > 0 && joined.every(isGroup)
    const names = isList || areGroups ? fullNames(byComma) : undefined
    if (names) return checked(names)
    const arePairs = isStrict && commas.every((count) => count < 2)
    if (!arePairs || (endsInFullName && byAnd.length === 2))
      return { names: [], problem: ambiguous }
  }
  if (byAnd.length > 1 || byComma.length !== 2 || !byComma.every(isFullName))
    return authorsInParts(byAnd)
  const [family = '', given = ''] = byComma
  if (byComma.every((name) => spaceless.test(name))) return checked(byComma.map(plain))
  const isPerson = /^(?:\p{Ll}|['’])/u.test(family) || /(?:^|\s)\p{Lu}\.?$/u.test(given)
  return isPerson ? authorsInParts(byAnd) : { names: [], problem: ambiguous }
}

function authorsInParts(parts: readonly (string | undefined)[]): ParsedAuthors {
  const names = parts.map((part) => part && authorsInPart(part))
  return names.includes(undefined)
    ? { names: [], problem: ambiguous }
    : checked(names.flatMap((name) => name || []))
}

/** The authors, unless one is a placeholder or says that authors are left out. */
function checked(all: readonly Author[]): ParsedAuthors {
  const names = all.filter((name) => name !== '')
  const isAny = (...patterns: RegExp[]) =>
    names.some((name) => typeof name === 'string' && patterns.some((one) => one.test(name)))
  if (isAny(others)) return { names: [], problem: 'leaves some authors out' }
  if (isAny(placeholder, numbered))
    return { names: [], problem: all.length > 1 ? hasNonName : notAName }
  return { names }
}

/** Parses the value of a field: a text with all authors, or a list of texts or of names in parts. */
export function parseAuthorField(value: unknown, isStrict = false): ParsedAuthors {
  if (typeof value !== 'object' || value === null)
    return parseAuthors(String(value ?? ''), isStrict)
  const all = [value].flat().map((one: unknown): ParsedAuthors => {
    if (typeof one === 'object' && one !== null) return checked([cslAuthor(one) || '-'])
    const names = isStrict ? authorsInPart(String(one)) : undefined
    return names ? { names } : parseAuthors(String(one), isStrict)
  })
  const problem = all.find((one) => one.problem)?.problem
  if (problem)
    return { names: [], problem: problem === notAName && all.length > 1 ? hasNonName : problem }
  return checked(all.flatMap(({ names }) => names))
}

/** The author in a name of CSL-JSON; empty if it has no parts. */
function cslAuthor(name: object): Author {
  const part = (...keys: string[]) =>
    keys.map((key): unknown => Reflect.get(name, key)).find((text) => typeof text === 'string') ??
    ''
  const literal = part('literal', 'name')
  if (literal) return plain(literal)
  const particles = [part('dropping-particle'), part('non-dropping-particle')]
  const family = [...particles, part('family', 'lastName')].filter(Boolean).join(' ')
  return authorFromParts(family, part('given', 'firstName'), part('suffix'))
}

const person = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}.'’-]+){1,4}$/u

/** The names in a line that is a list of two or more names and nothing else; undefined for any other line. */
export function parseNameList(line: string): string[] | undefined {
  const parts = line
    .replace(/[.\s]+$/, '')
    .split(/\s*[,;&]\s*(?:and\s+)?|\s+and\s+/)
    .map((part) => part.replace(/[*†‡\d]+$/u, '').trim())
    .filter(Boolean)
  const names = parts.filter((part) => person.test(part) || /^et\.? al\.?$/.test(part))
  return parts.length > 1 && names.length >= parts.length * 0.8 ? parts : undefined
}
