import { arxivMonth } from '../model/identifier.ts'
import { isoDate, parseDate, parseMonth } from '../model/partial-date.ts'
import type { RecordField } from './fields.ts'

/** The date fields of a record, put together. */
export interface ParsedDates {
  /** The date in ISO 8601, as precise as the fields allow. Absent without a year. */
  date?: string
  /** The fields that were parsed, each with its part of the date: `2024-10`, `2024`, `-10`. */
  used: { field: RecordField; part: string }[]
  /** The fields that are not dates. */
  invalid: RecordField[]
}

/** The date in a value, in ISO 8601: from a text, or from a date in CSL-JSON. */
function dateOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return parseDate(String(value ?? ''))
  const { 'date-parts': parts, raw, literal } = value as Record<string, unknown>
  if (!Array.isArray(parts)) return dateOf(raw ?? literal)
  const [first] = parts
  const numbers = Array.isArray(first) ? first.filter((part) => part !== null) : []
  return isoDate(...numbers.map(String))
}

/** Parses the date fields of a record, which hold whole dates, or year, month and day separately. */
export function parseDates(fields: readonly RecordField[]): ParsedDates {
  const dates: ParsedDates = { used: [], invalid: [] }
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
      // BibTeX may have the day in the month: `"12~" # oct`.
      const day = words.find((word) => /^\d\d?$/.test(word) && words.length > 1)
      if (day) parts.day = day.padStart(2, '0')
      dates.used.push({ field, part: `-${month}` })
    } else if (name === 'day' && /^\d{1,2}$/.test(String(field.value))) {
      parts.day = String(field.value).padStart(2, '0')
      dates.used.push({ field, part: `-${parts.day}` })
    } else if (date) {
      parts.year ??= date.slice(0, 4)
      if (!dates.date || (date.startsWith(dates.date) && date.length > dates.date.length))
        dates.date = date
      dates.used.push({ field, part: date })
    } else dates.invalid.push(field)
  }
  const joined = isoDate(parts.year, parts.month, parts.day) ?? isoDate(parts.year, parts.month)
  if (joined && (!dates.date || joined.startsWith(dates.date))) dates.date = joined
  return dates
}

/**
 * The date of a paper's first version on arXiv: the month in its identifier, or a more precise date of the file in that
 * month or in the week before it. Identifiers of the old form have only the file's date.
 */
export function firstVersionDate(arxiv: string, fileDate: string | undefined): string | undefined {
  if (arxiv.includes('/')) return fileDate
  const month = arxivMonth(arxiv)
  if (fileDate?.startsWith(month)) return fileDate
  const daysBefore =
    fileDate?.length === 10
      ? (Date.parse(`${month}-01`) - Date.parse(fileDate)) / 86_400_000
      : Number.NaN
  return daysBefore > 0 && daysBefore <= 7 ? fileDate : month
}
