import { isRealDay } from '../../model/partial-date.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The date that was most likely meant, in ISO form; undefined when nobody can tell. */
export function dateMeant(value: string): string | undefined {
  const two = (text: string) => text.padStart(2, '0')
  const numbers = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:T.*)?$/.exec(value)
  let [, year, month, day] = numbers ?? []
  const [, first = '', mark = '', second = '', last = ''] =
    /^(\d{1,2})([./])(\d{1,2})[./](\d{4})$/.exec(value) ?? []
  if (last) {
    // Only where one number is no month, or where dots part them, is it plain which of them is the day.
    if (mark === '.' || Number(first) > 12) [day, month, year] = [first, second, last]
    else if (Number(second) > 12) [month, day, year] = [first, second, last]
    else return undefined
  } else if (!numbers) {
    const named = months.findIndex((name) => value.toLowerCase().includes(name))
    year = /\b\d{4}\b/.exec(value)?.[0]
    if (named < 0 || !year) return undefined
    month = String(named + 1)
    day = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(value.replace(year, ''))?.[1]
  }
  if (!year || !month || Number(month) > 12 || Number(day ?? 1) > 31) return undefined
  const guess = [year, two(month), ...(day ? [two(day)] : [])].join('-')
  return guess === value || !isRealDay(guess) ? undefined : guess
}
