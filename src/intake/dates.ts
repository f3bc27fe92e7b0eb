import { arxivMonth } from '../model/identifier.ts'
import { isoDate, parseDate, parseMonth } from '../model/partial-date.ts'
import type { SourceField } from './paper.ts'

/** What the date fields of a paper say together. */
export interface Dates {
  /** As ISO 8601 writes it, as precise as the fields are; absent where they tell no year. */
  date?: string
  /** The fields that are part of a date, and which: `2024-10`, `2024`, `-10`. */
  read: { field: SourceField; part: string }[]
  /** The fields that are none. */
  unread: SourceField[]
}

/** A date in a field, as ISO 8601 writes it: a text, or the parts of CSL-JSON. */
function dateOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return parseDate(String(value ?? ''))
  const { 'date-parts': parts, raw, literal } = value as Record<string, unknown>
  if (!Array.isArray(parts)) return dateOf(raw ?? literal)
  const [first] = parts
  const numbers = Array.isArray(first) ? first.filter((part) => part !== null) : []
  return isoDate(...numbers.map(String))
}

/** What the date fields of a paper say: a whole date each, or year, month and day apart. */
export function datesOf(fields: readonly SourceField[]): Dates {
  const dates: Dates = { read: [], unread: [] }
  const parts: { year?: string; month?: string; day?: string } = {}
  for (const field of fields) {
    const name = field.name.toLowerCase()
    const words = String(field.value).match(/\p{Letter}+|\d+/gu) ?? []
    const isMonth =
      name === 'month' && words.every((word) => parseMonth(word) ?? /^\d\d?$/.test(word))
    const named = words.find((word) => /^\p{Letter}/u.test(word)) ?? words[0]
    const month = isMonth ? parseMonth(named ?? '') : undefined
    const date = name === 'month' || name === 'day' ? undefined : dateOf(field.value)
    if (month) {
      parts.month = month
      const day = words.find((word) => /^\d\d?$/.test(word) && words.length > 1)
      if (day) parts.day = day.padStart(2, '0')
      dates.read.push({ field, part: `-${month}` })
    } else if (name === 'day' && /^\d{1,2}$/.test(String(field.value))) {
      parts.day = String(field.value).padStart(2, '0')
      dates.read.push({ field, part: `-${parts.day}` })
    } else if (date) {
      parts.year ??= date.slice(0, 4)
      if (!dates.date || (date.startsWith(dates.date) && date.length > dates.date.length))
        dates.date = date
      dates.read.push({ field, part: date })
    } else dates.unread.push(field)
  }
  const apart = isoDate(parts.year, parts.month, parts.day) ?? isoDate(parts.year, parts.month)
  if (apart && (!dates.date || apart.startsWith(dates.date))) dates.date = apart
  return dates
}

/**
 * The first public version of a paper at arXiv: the month that its identifier tells, or the file's own date where that is a
 * part of this month, or one of the last days before it. Identifiers of the old form tell none.
 */
export function firstVersion(arxiv: string, own: string | undefined): string | undefined {
  if (arxiv.includes('/')) return own
  const told = arxivMonth(arxiv)
  const begins = Date.parse(`${told}-01`)
  const daysBefore = own?.length === 10 ? (begins - Date.parse(own)) / 86_400_000 : Number.NaN
  return own?.startsWith(told) || (daysBefore > 0 && daysBefore <= 7) ? own : told
}
