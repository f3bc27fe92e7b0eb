import { z } from 'zod'

/** A name as CSL-JSON has it. @see https://docs.citationstyles.org/en/stable/specification.html#names */
export const cslName = z.object({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  /** How Crossref writes a group. */
  name: z.string().optional(),
  suffix: z.string().optional(),
  'dropping-particle': z.string().optional(),
  'non-dropping-particle': z.string().optional(),
})
type CslName = z.infer<typeof cslName>

/** A name as the paper prints it, first names first. */
export function nameOf(name: Partial<CslName>): string {
  if (name.literal ?? name.name) return name.literal ?? name.name ?? ''
  const parts = [
    name.given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family,
    name.suffix,
  ]
  return parts.filter(Boolean).join(' ')
}

const name = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}.'’-]+){1,4}$/u

/** The authors in a line that is a list of two or more names and nothing else; undefined for any other line. */
export function namesIn(line: string): string[] | undefined {
  const parts = line
    .replace(/[.\s]+$/, '')
    .split(/\s*[,;&]\s*(?:and\s+)?|\s+and\s+/)
    .map((part) => part.replace(/[*†‡\d]+$/u, '').trim())
    .filter(Boolean)
  const whole = parts.filter((part) => name.test(part) || /^et\.? al\.?$/.test(part))
  return parts.length > 1 && whole.length >= parts.length * 0.8 ? parts : undefined
}

const text = z.union([z.string(), z.number()]).transform(String)

/** The authors in a value of a field: a list of names, or one text with all of them. */
export function authorsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(authorOf)
  const list = text.safeParse(value).data ?? ''
  // "Family, Given; Family, Given" is how spreadsheets and Zotero write names, "Family, Given and …" how BibTeX does.
  const isOne = /^[^\s,]+, [^\s,]+$/.test(list)
  const signs = [/\s*;\s*/, /\s+and\s+/].find((sign) => isOne || sign.test(list))
  const parts = list.split(signs ?? /\s*,\s*/)
  const reversed = signs !== undefined && parts.every((name) => name.split(',').length === 2)
  if (!reversed) return list.split(/\s*[;,]\s*(?:and\s+)?|\s+and\s+/).filter(Boolean)
  return parts.map((name) =>
    name
      .split(/\s*,\s*/)
      .reverse()
      .join(' '),
  )
}

function authorOf(value: unknown): string[] {
  const written = text.safeParse(value).data
  if (written !== undefined) return [written]
  const name = cslName.safeParse(value).data
  return name ? [nameOf(name)] : []
}
