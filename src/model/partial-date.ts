import { z } from 'zod'

const shape = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

/** Whether a text is a day, a month or a year that the calendar has. */
export function isRealDay(text: string): boolean {
  const match = shape.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  if (Number(year) < 1000) return false
  if (!day) return true
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCDate() === Number(day)
}

/** A date as precise as its source: `2024-10-04`, `2024-10` or `2024` (ISO 8601 calendar date, reduced). */
export const partialDate = z
  .string()
  .refine(isRealDay, 'expected a day (`2024-10-04`), a month (`2024-10`) or a year (`2024`)')

/** A whole day, `2025-03-13` (ISO 8601 calendar date). */
export const day = z
  .string()
  .refine((text) => text.length === 10 && isRealDay(text), 'expected a day (`2025-03-13`)')

/** The year of a partial date, as a number. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

/** The first three letters of each English month name, in small letters. */
export const months: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(
  ' ',
)

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const formats = {
  4: format({ year: 'numeric' }),
  7: format({ year: 'numeric', month: 'long' }),
  10: format({ year: 'numeric', month: 'long', day: 'numeric' }),
} as const

/** A partial date for people: `4 October 2024`, `October 2024` or `2024`. */
export function displayDate(date: string): string {
  const padded = `${date}-01-01`.slice(0, 10)
  const precision = date.length === 4 || date.length === 7 ? date.length : 10
  return formats[precision].format(new Date(`${padded}T00:00:00Z`))
}

/** Orders partial dates, oldest first; a year sorts before its months, a month before its days. */
export function compareDates(a: string | undefined, b: string | undefined): number {
  return (a ?? '').localeCompare(b ?? '', 'en')
}
