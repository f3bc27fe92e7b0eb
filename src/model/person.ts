import { z } from 'zod'
import { titleKey } from './identifier.ts'

const part = z.string().trim().min(1, 'expected a name')

/**
 * An author in an entry: the name as the paper prints it, given names first; or its parts, if the printed name would be
 * split wrongly (`{family: Gheshlaghi Azar, given: Mohammad}`).
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

/** A name in its parts, or a name without parts, with the keys of CSL. */
export type Person =
  | {
      /** The family name with its particles: `de Vries`, `van der Lee`. */
      family: string
      given?: string
      /** `Jr.`, `III`. */
      suffix?: string
    }
  | {
      /** A group, a single name, or a name in a script without spaces. */
      literal: string
    }

const suffix = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/
const group =
  /\b(?:Team|Group|Consortium|Collaboration|Community|Contributors|Foundation|Initiative|Institute|Lab|Labs|Project|University|Workshop)\b/
const spacelessScript = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Capitalised particles that belong to the family name. */
const capitalParticles = new Set(
  'Abou Abu Al Bou Da Dal Dalla Das De Del Della Den Der Des Di Dos Du El Ibn La Las Le Los San St. Te Ten Ter Van Von'.split(
    ' ',
  ),
)

/** Family names before which a capitalised `Van`, `Le` or `Di` belongs to the given names. */
const monosyllabicFamilies = new Set(
  'Anh Bui Cai Cao Chen Cheng Choi Dang Dao Dinh Do Doan Dong Duong Feng Gao Guo Ha Han He Ho Hoang Hu Huang Huynh Jiang Jung Kim Lam Le Lee Li Liang Lin Linh Liu Luo Luong Ly Ma Mai Minh Ngo Nguyen Pan Park Peng Pham Phan Song Sun Ta Tang Thai To Tran Trinh Truong Vo Vu Wang Wu Xiao Xie Xu Yang Yu Yuan Zhang Zhao Zheng Zhou Zhu'.split(
    ' ',
  ),
)

/** The printed name: given names first, or the family name first in Chinese, Japanese and Korean. */
export function authorName(author: Author): string {
  if (typeof author === 'string') return author
  const { family, given } = author
  return spacelessScript.test(family) ? `${family} ${given}` : `${given} ${family}`
}

/** An author for an entry: the printed name if `parsePerson` splits it correctly, otherwise the parts. */
export function authorOf(family: string, given: string): Author {
  const parts = { family, given }
  const split = parsePerson(authorName(parts))
  return 'literal' in split || familyFirst(split) === `${family}, ${given}`
    ? authorName(parts)
    : parts
}

const conjunctions = new Set(['e', 'i', 'y'])

const isLower = (word: string) => /^['’]?\p{Ll}/u.test(word)

/**
 * Splits an author's name; one that an entry gives in parts is taken as it is. Particles belong to the family name:
 * `de Vries`, `Van Durme`, `Aguera y Arcas`. A comma separates the family name from the given names, or a suffix from the
 * rest. In Chinese, Japanese and Korean the family name comes first. Groups and single names are not split.
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
  const suffixAfterComma = last && suffix.test(last) ? rest.pop() : undefined
  if (rest.length > 1) return literal
  if (rest[0]) return { family: first, given: rest[0], ...suffixOf(suffixAfterComma) }
  const words = first.split(' ')
  if (words.length === 1) return literal
  if (spacelessScript.test(first))
    return { family: words[0] ?? '', given: words.slice(1).join(' ') }
  const hasSuffix = !suffixAfterComma && words.length > 2 && suffix.test(words.at(-1) ?? '')
  const end = hasSuffix ? words.pop() : suffixAfterComma
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

/** The index of the word at which the family name begins, particles included. At least one given name is left. */
function familyStart(words: readonly string[]): number {
  let start = words.length - 1
  const isMonosyllabic = monosyllabicFamilies.has(words[start] ?? '')
  while (start > 1) {
    const before = words[start - 1] ?? ''
    if (conjunctions.has(before) && start > 2) start -= 2
    else if (isLower(before) || (capitalParticles.has(before) && !isMonosyllabic)) start -= 1
    else break
  }
  return start
}

/** A name with the family name first, which reference managers parse without guessing: `de Vries, Harm`, `King, Martin, Jr.` */
export function familyFirst(name: Person): string {
  if ('literal' in name) return name.literal
  return [fullFamily(name), name.given, name.suffix].filter(Boolean).join(', ')
}

/** The family name with its particles, `van der Lee`; a name without parts is returned whole. */
export function fullFamily(name: Person): string {
  return 'literal' in name ? name.literal : name.family
}

/** A key for comparing spellings of an author: the last word of the family name, without case and diacritics. */
export function familyKey(author: Author): string {
  const family = fullFamily(parsePerson(author))
  return titleKey(family.split(' ').at(-1) ?? family)
}
