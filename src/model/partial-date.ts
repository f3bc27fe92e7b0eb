import { z } from 'zod'

const shape = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

/** Whether a text is a day, a month or a year that exists. */
function isCalendarDate(text: string): boolean {
  const match = shape.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  if (Number(year) < 1000) return false
  if (!day) return true
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCDate() === Number(day)
}

/** A date as precise as its source: `2024-10-04`, `2024-10` or `2024` (an ISO 8601 calendar date, possibly reduced). */
export const partialDate = z
  .string()
  .refine(isCalendarDate, 'expected a day (`2024-10-04`), a month (`2024-10`) or a year (`2024`)')

/** A full date, `2025-03-13` (an ISO 8601 calendar date). */
export const day = z
  .string()
  .refine((text) => text.length === 10 && isCalendarDate(text), 'expected a day (`2025-03-13`)')

/** The year of a partial date, as a number. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

/** The first three letters of each English month name, in lower case. */
export const months: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(
  ' ',
)

/** Parses the English name or the number of a month: `10` for `October`; undefined for anything else. */
export function parseMonth(text: string): string | undefined {
  const named = months.indexOf(text.slice(0, 3).toLowerCase()) + 1
  const number = /^\p{Letter}{3,9}$/u.test(text) ? named : /^\d{1,2}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= 12 ? String(number).padStart(2, '0') : undefined
}

/** Joins year, month and day to a partial date, up to the first undefined part; undefined if there is no such date. */
export function isoDate(...parts: (string | undefined)[]): string | undefined {
  const until = parts.indexOf(undefined)
  const known = parts.slice(0, until < 0 ? undefined : until)
  return partialDate.safeParse(known.map((part) => part?.padStart(2, '0')).join('-')).data
}

/**
 * Parses a date in a common form, `4 October 2024`, `2024/10/4` or `31.12.2024`, to a partial date. `04/10/2024` is
 * ambiguous, and gives only the year. Undefined for anything else.
 */
export function parseDate(text: string): string | undefined {
  // The time of day is dropped. Spreadsheets write a year as `2024.0`.
  const plain = text
    .trim()
    .replace(/[T ]\d\d:\d\d.*$/, '')
    .replace(/\.0$|\/+$/, '')
  const [, year, , month, day] = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/.exec(plain) ?? []
  if (year) return isoDate(year, month, day)
  const [, first, separator, second, finalYear] =
    /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(plain) ?? []
  if (finalYear) {
    if (separator === '.' || Number(first) > 12) return isoDate(finalYear, second, first)
    return Number(second) > 12 ? isoDate(finalYear, first, second) : finalYear
  }
  const words = plain.match(/\p{Letter}+|\d+/gu) ?? []
  const namedMonth = words.flatMap((word) => (/\d/.test(word) ? [] : (parseMonth(word) ?? [])))[0]
  const [onlyYear, secondYear] = words.filter((word) => /^\d{4}$/.test(word))
  const others = words.filter((word) => /^\p{Letter}/u.test(word) && !parseMonth(word))
  if (!onlyYear || secondYear || others.some((word) => !/^(?:st|nd|rd|th|of)$/i.test(word)))
    return undefined
  return isoDate(
    onlyYear,
    namedMonth,
    words.find((word) => /^\d{1,2}$/.test(word)),
  )
}

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const formats = {
  4: format({ year: 'numeric' }),
  7: format({ year: 'numeric', month: 'long' }),
  10: format({ year: 'numeric', month: 'long', day: 'numeric' }),
} as const

/** Formats a partial date for readers: `4 October 2024`, `October 2024` or `2024`. */
export function displayDate(date: string): string {
  const padded = `${date}-01-01`.slice(0, 10)
  const precision = date.length === 4 || date.length === 7 ? date.length : 10
  return formats[precision].format(new Date(`${padded}T00:00:00Z`))
}

/** Compares partial dates, oldest first; a year comes before its months, a month before its days. */
export function compareDates(a: string | undefined, b: string | undefined): number {
  return (a ?? '').localeCompare(b ?? '', 'en')
}
