import { months, partialDate } from '../model/partial-date.ts'
import type { Field } from './reading.ts'

/** What the date fields of a paper say together. */
export interface Dates {
  /** As ISO 8601 writes it, as precise as the fields are; absent where they tell no year. */
  date?: string
  /** The fields that are part of a date, and which: `2024-10`, `2024`, `-10`. */
  read: { field: Field; part: string }[]
  /** The fields that are none. */
  unread: Field[]
}

/** The number of a month by its name or number, `10`; undefined for every other text. */
function monthOf(text: string): string | undefined {
  const named = months.indexOf(text.slice(0, 3).toLowerCase()) + 1
  const number = /^\p{Letter}{3,9}$/u.test(text) ? named : /^\d{1,2}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= 12 ? String(number).padStart(2, '0') : undefined
}

const pad = (text: string | undefined) => text?.padStart(2, '0')
const joined = (...parts: (string | undefined)[]) => {
  const until = parts.indexOf(undefined)
  return parts.slice(0, until < 0 ? undefined : until).join('-')
}

/** A date in one of the forms in which files write them, as ISO 8601 writes it. */
function dateIn(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) {
    const { 'date-parts': parts, raw, literal } = value as Record<string, unknown>
    if (!Array.isArray(parts)) return dateIn(raw ?? literal)
    const [first] = parts
    const numbers = Array.isArray(first) ? first.filter((part) => part !== null) : []
    return numbers.length > 0
      ? sound(numbers.map((part) => pad(String(part))).join('-'))
      : undefined
  }
  // A time of day says nothing about a paper; a number with decimals is a year from a spreadsheet.
  const text = String(value ?? '')
    .trim()
    .replace(/[T ]\d\d:\d\d.*$/, '')
    .replace(/\.0$|\/+$/, '')
  const [, year, , month, day] = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/.exec(text) ?? []
  if (year) return sound(joined(year, pad(month), pad(day)))
  const words = text.match(/\p{Letter}+|\d+/gu) ?? []
  const named = words.flatMap((word) => (/\d/.test(word) ? [] : (monthOf(word) ?? [])))[0]
  const spoken = words.find((word) => /^\d{4}$/.test(word))
  const others = words.filter((word) => /^\p{Letter}/u.test(word) && !monthOf(word))
  if (!spoken || others.some((word) => !/^(?:st|nd|rd|th|of)$/i.test(word))) return undefined
  return sound(joined(spoken, named, pad(words.find((word) => /^\d{1,2}$/.test(word)))))
}

const sound = (date: string) => partialDate.safeParse(date).data

/** What the date fields of a paper say: a whole date each, or year, month and day apart. */
export function datesOf(fields: readonly Field[]): Dates {
  const dates: Dates = { read: [], unread: [] }
  const parts: { year?: string; month?: string; day?: string } = {}
  for (const field of fields) {
    const name = field.name.toLowerCase()
    const words = String(field.value).match(/\p{Letter}+|\d+/gu) ?? []
    const isMonth = name === 'month' && words.every((word) => monthOf(word) ?? /^\d\d?$/.test(word))
    const named = words.find((word) => /^\p{Letter}/u.test(word)) ?? words[0]
    const month = isMonth ? monthOf(named ?? '') : undefined
    const date = name === 'month' || name === 'day' ? undefined : dateIn(field.value)
    if (month) {
      parts.month = month
      const day = pad(words.find((word) => /^\d\d?$/.test(word) && words.length > 1))
      if (day) parts.day = day
      dates.read.push({ field, part: `-${month}` })
    } else if (name === 'day' && /^\d{1,2}$/.test(String(field.value))) {
      parts.day = pad(String(field.value)) ?? ''
      dates.read.push({ field, part: `-${parts.day}` })
    } else if (date) {
      parts.year ??= date.slice(0, 4)
      if (!dates.date || (date.startsWith(dates.date) && date.length > dates.date.length))
        dates.date = date
      dates.read.push({ field, part: date })
    } else dates.unread.push(field)
  }
  const apart =
    sound(joined(parts.year, parts.month, parts.day)) ?? sound(joined(parts.year, parts.month))
  if (apart && (!dates.date || apart.startsWith(dates.date))) dates.date = apart
  return dates
}

/** The month that an arXiv identifier tells, `2024-10`; undefined for those of the old form. */
export function monthOfArxiv(arxiv: string): string | undefined {
  const [, year, month] = /^(\d\d)(\d\d)\./.exec(arxiv) ?? []
  return year && `20${year}-${month}`
}
