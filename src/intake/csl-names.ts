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

/** A date as CSL-JSON has it: parts, or text. */
export const cslDate = z.object({
  'date-parts': z.array(z.array(z.coerce.number().nullable())).optional(),
  raw: z.string().optional(),
  literal: z.string().optional(),
})

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

/** A date in ISO 8601, as precise as its source; undefined when it has no year. */
export function dateOf(date: z.input<typeof cslDate>): string | undefined {
  const parts = date['date-parts']?.[0]?.filter((part) => part !== null) ?? []
  if (parts.length > 0) {
    return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
  }
  const text = date.raw ?? date.literal ?? ''
  return /\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(text)?.[0]
}
