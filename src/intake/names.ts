import { z } from 'zod'
import { type Author, authorOf } from '../model/person.ts'
import { decodeEntities } from '../text/escapes.ts'
import { foldSpace } from '../text/plain-letters.ts'
import { texNames } from '../text/tex.ts'
import { splitOutsideBraces, withoutBraces } from './braces.ts'

/** The authors that a text or a list names. */
export interface Authors {
  /** Every author, in the paper's order. */
  names: Author[]
  /** Why the text does not give all of them, or not surely, as a predicate; then none of them is to be written. */
  doubt?: string
}

/** A name as CSL-JSON has it. @see https://docs.citationstyles.org/en/stable/specification.html#names */
const cslName = z.object({
  family: z.string().nullish(),
  given: z.string().nullish(),
  literal: z.string().nullish(),
  /** How Crossref writes a group, and Semantic Scholar a person. */
  name: z.string().nullish(),
  suffix: z.string().nullish(),
  'dropping-particle': z.string().nullish(),
  'non-dropping-particle': z.string().nullish(),
  // Zotero's.
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
})

/** The fields of a name that tell who it is; a file may say more of an author. */
export const nameFields: ReadonlySet<string> = new Set(Object.keys(cslName.shape))

const others = /^(?:and )?(?:others|et\.? al\.?,?|…|\.{3})$|\bet\.? al\b\.?|\band others$/i
const nobody = /^(?:n\/?a|n\. ?a\.|none|null|unknown|-+|—)$/i
const suffix = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/i
const spaceless = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・·]+$/u
const unclear = 'does not show where one name ends and the next begins'

const plain = (name: string) => foldSpace(texNames(withoutBraces(name)))
const isWhole = (name: string) =>
  /\S\s+\S/.test(plain(name)) || spaceless.test(name) || /^\{[^{}\\]*\}$/.test(name)
const isInitials = (name: string) => /^(?:\p{Lu}\.[\s-]*)+$|^\p{Lu}$/u.test(name)

const areNames = (parts: readonly string[]) =>
  parts.every((part) => isWhole(part) && !/\b(?:for|of)\b/i.test(part))
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
  // "A B and C D" are two; "Center for Trust and Safety" is one.
  const ends = splitOutsideBraces(last, and)
  return [...parts.slice(0, -1), ...(areNames(ends) ? ends : [last])].map(plain)
}

/**
 * The authors in a text that has them all. Lines or semicolons part them, otherwise "and", otherwise commas. A part with one
 * comma is family and given name, and one without is a whole name. What stays doubtful is not guessed.
 */
export function authorsIn(source: string): Authors {
  const text = decodeEntities(source)
  const lines = text.split('\n').flatMap((line) => line.trim().replace(/[,;]$/, '') || [])
  const isLined =
    lines.length > 1 && lines.every((line) => isWhole(line) && !/;|\band\b/i.test(line))
  const flat = text.replace(/\s+/g, ' ').trim()
  const bySigns = splitOutsideBraces(flat, /\s*[;；、]\s*(?:and\s+)?/)
  const byCommas = splitOutsideBraces(flat, comma)
  const byAnd = splitOutsideBraces(flat, /\s+and\s+/i)
  const sayNames = (parts: readonly string[]) => {
    const names = parts.map(authorsInPart)
    return names.includes(undefined)
      ? { names: [], doubt: unclear }
      : checked(names.flatMap((name) => name ?? []))
  }
  if (isLined) return sayNames(lines)
  if (bySigns.length > 1) return sayNames(bySigns)
  if (byCommas.length > 1 && byAnd.length > 1 && byCommas.every(isWhole)) {
    // Either whole names with commas between them, or family and given names of several words.
    const isRow = !byAnd.at(-1)?.includes(',')
    const joined = byCommas.slice(0, -1).filter((part) => splitOutsideBraces(part, and).length > 1)
    const areGroups =
      joined.length > 0 && joined.every((part) => !areNames(splitOutsideBraces(part, and)))
    const names = isRow || areGroups ? wholeNames(byCommas) : undefined
    if (names) return checked(names)
    if (!byAnd.every((part) => part.split(',').length === 2)) return { names: [], doubt: unclear }
  }
  if (byAnd.length > 1 || byCommas.length !== 2 || !byCommas.every(isWhole)) return sayNames(byAnd)
  const [family = '', given = ''] = byCommas
  if (byCommas.every((name) => spaceless.test(name))) return checked(byCommas.map(plain))
  const isOne = /^(?:\p{Ll}|['’])/u.test(family) || /(?:^|\s)\p{Lu}\.?$/u.test(given)
  return isOne ? sayNames(byAnd) : { names: [], doubt: unclear }
}

function checked(all: readonly Author[]): Authors {
  const names = all.filter((name) => name !== '')
  if (names.some((name) => typeof name === 'string' && others.test(name)))
    return { names: [], doubt: 'leaves some of them out' }
  if (names.some((name) => typeof name === 'string' && nobody.test(name)))
    return { names: [], doubt: 'is no name' }
  return { names }
}

/** The authors in a value of a field: a text with all of them, or a list of texts or names in parts. */
export function authorsOf(value: unknown): Authors {
  if (!Array.isArray(value)) return authorsIn(typeof value === 'string' ? value : '')
  const names = value.map((one) => {
    if (typeof one === 'string') return authorsInPart(one)
    const name = cslName.safeParse(one).data
    return name && cslAuthor(name)
  })
  const whole = names.flatMap((name) => name ?? [])
  return names.includes(undefined) ? { names: [], doubt: unclear } : checked(whole)
}

/** An author from a name in CSL-JSON. */
function cslAuthor(name: z.infer<typeof cslName>): Author[] {
  const literal = name.literal ?? name.name
  if (literal) return [plain(literal)]
  const particles = [name['dropping-particle'], name['non-dropping-particle']]
  const family = [...particles, name.family ?? name.lastName].filter(Boolean).join(' ')
  return [familyFirst(family, name.given ?? name.firstName ?? '', name.suffix ?? '')]
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
