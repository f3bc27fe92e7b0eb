import { planted } from '../specimen.ts'

/** What must become of an attack: refused by a rule of the guard, or rendered as text that does nothing. */
export type Outcome =
  | 'characters'
  | 'facts'
  | 'file-name'
  | 'frontmatter-syntax'
  | 'inert'
  | 'prose-only'
  | 'safe-address'
  | 'size'

/** One hostile entry. */
export interface Attack {
  family: string
  name: string
  source: string
  path?: string
  outcome: Outcome
}

const abstract = 'Human annotators'
/** A specimen with a text in its abstract. */
export const inBody = (text: string) => planted(abstract, `${text} ${abstract}`)
/** A specimen with a text as a block of its own. */
export const alone = (text: string) => planted(abstract, `${text}\n\n${abstract}`)
/** A specimen with a line among its facts. */
export const asFact = (line: string) => planted('venue: ACL 2025', line)
/** A specimen with an address in a link. */
export const linking = (address: string) =>
  planted('(https://github.com/example/ties)', `(${address})`)

/** Attacks of one family, which differ in a text. */
export function family(
  name: string,
  outcome: Outcome,
  make: (text: string) => string,
  texts: readonly string[],
): Attack[] {
  return texts.map((text) => ({ family: name, name: text, source: make(text), outcome }))
}
