import { z } from 'zod'
import { titleKey } from './identifier.ts'

const part = z.string().trim().min(1, 'expected a name')

/**
 * An author in an entry: the name as the paper prints it, given names first; or its parts, where the family name cannot be
 * told from the name alone (`{family: Gheshlaghi Azar, given: Mohammad}`).
 */
export const author = z.union(
  [
    z
      .string()
      .trim()
      .regex(/^[^\n\r]+$/, 'expected one line'),
    z.strictObject({ family: part, given: part }),
  ],
  'expected a name, or `{family: …, given: …}`',
)
export type Author = z.infer<typeof author>

/** A person's name in its parts, or a name that has none, named as CSL names them. */
export type Person =
  | {
      /** With its particles, which stay in front when it comes first: `de Vries`, `van der Lee`. */
      family: string
      given?: string
      /** `Jr.`, `III`. */
      suffix?: string
    }
  | {
      /** A group, a single name, a name in a script that is written without spaces. */
      literal: string
    }

const suffix = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/
const group =
  /\b(?:Team|Group|Consortium|Collaboration|Community|Contributors|Foundation|Initiative|Institute|Lab|Labs|Project|University|Workshop)\b/
const spacelessScript = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Particles that some families write with a capital; they then belong to the family name. */
const capitalParticles = new Set(
  'Abou Abu Al Bou Da Dal Dalla Das De Del Della Den Der Des Di Dos Du El Ibn La Las Le Los San St. Te Ten Ter Van Von'.split(
    ' ',
  ),
)

/** Before one of these a capitalised `Van`, `Le` or `Di` is part of the given names. */
const monosyllabicFamilies = new Set(
  'Anh Bui Cai Cao Chen Cheng Choi Dang Dao Dinh Do Doan Dong Duong Feng Gao Guo Ha Han He Ho Hoang Hu Huang Huynh Jiang Jung Kim Lam Le Lee Li Liang Lin Linh Liu Luo Luong Ly Ma Mai Minh Ngo Nguyen Pan Park Peng Pham Phan Song Sun Ta Tang Thai To Tran Trinh Truong Vo Vu Wang Wu Xiao Xie Xu Yang Yu Yuan Zhang Zhao Zheng Zhou Zhu'.split(
    ' ',
  ),
)

/** The name as it is printed: given names first; family first in the scripts that write it so. */
export function authorName(author: Author): string {
  if (typeof author === 'string') return author
  const { family, given } = author
  return spacelessScript.test(family) ? `${family} ${given}` : `${given} ${family}`
}

/** An author in the shortest form that `parsePerson` cuts where the parts say: the printed name, or else the parts. */
export function authorOf(family: string, given: string): Author {
  const parts = { family, given }
  const cut = parsePerson(authorName(parts))
  return 'literal' in cut || familyFirst(cut) === `${family}, ${given}` ? authorName(parts) : parts
}

const conjunctions = new Set(['e', 'i', 'y'])

const isLower = (word: string) => /^['’]?\p{Ll}/u.test(word)

/**
 * The parts of an author. A name that an entry gives in parts is cut there. In a name as a paper prints it, given names first: particles stay with the family name (`de Vries`,
 * `Van Durme`, `Aguera y Arcas`), suffixes come off, and what has no parts stays whole. A comma parts the family name
 * from the given ones, or a suffix from the rest. A name whose script puts the family first is read so.
 */
export function parsePerson(name: Author): Person {
  if (typeof name !== 'string') return { ...name }
  const [first = '', ...rest] = name
    .replace(/\s+/gu, ' ')
    .split(',')
    .map((part) => part.trim())
  const literal = { literal: [first, ...rest].join(', ') }
  if (group.test(name)) return literal
  const last = rest.at(-1)
  const after = last && suffix.test(last) ? rest.pop() : undefined
  if (rest.length > 1) return literal
  if (rest[0]) return { family: first, given: rest[0], ...suffixOf(after) }
  const words = first.split(' ')
  if (words.length === 1) return literal
  if (spacelessScript.test(first))
    return { family: words[0] ?? '', given: words.slice(1).join(' ') }
  const end = !after && words.length > 2 && suffix.test(words.at(-1) ?? '') ? words.pop() : after
  const start = familyStart(words)
  return {
    family: words.slice(start).join(' '),
    given: words.slice(0, start).join(' '),
    ...suffixOf(end),
  }
}

function suffixOf(text: string | undefined): { suffix?: string } {
  return text ? { suffix: text } : {}
}

/** Where the family name begins, its particles included; at least one given name is left. */
function familyStart(words: readonly string[]): number {
  let start = words.length - 1
  const asian = monosyllabicFamilies.has(words[start] ?? '')
  while (start > 1) {
    const before = words[start - 1] ?? ''
    if (conjunctions.has(before) && start > 2) start -= 2
    else if (isLower(before) || (capitalParticles.has(before) && !asian)) start -= 1
    else break
  }
  return start
}

/** A name with the family first, as reference managers read it without guessing: `de Vries, Harm`, `King, Martin, Jr.` */
export function familyFirst(name: Person): string {
  if ('literal' in name) return name.literal
  return [fullFamily(name), name.given, name.suffix].filter(Boolean).join(', ')
}

/** The family name with its particles: `van der Lee`; a name without parts as it is. */
export function fullFamily(name: Person): string {
  return 'literal' in name ? name.literal : name.family
}

/** The last word of a family name, without diacritics and case: by this two spellings of one author are compared. */
export function familyKey(author: Author): string {
  const family = fullFamily(parsePerson(author))
  return titleKey(family.split(' ').at(-1) ?? family)
}
