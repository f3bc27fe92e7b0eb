import type { z } from 'zod'
import { isRealDay } from '../../model/partial-date.ts'
import type { FrontMatter } from '../../text/front-matter.ts'
import { inQuotes } from '../../text/front-matter-lines.ts'
import { nearest } from './nearest.ts'
import type { Remark } from './rule.ts'
import { oneOf, shown } from './words.ts'

/** What a file's values are held against, and the words in which a schema speaks of them. */
export interface Described {
  schema: z.ZodType
  /** The keys that a map may have; the path leads to the map. */
  keys(path: readonly PropertyKey[]): readonly string[]
  /** A line to write for a key, as `published: 2024-10-04`. */
  example(key: string): string | undefined
  /** What a wrong key was meant to say, where no nearest name tells. */
  meant?(key: string): string | undefined
  /** What to write for a value of a key instead, where that can be told. */
  cure?(key: string, value: string): string | undefined
  /** The items that a text was meant to hold, where a list is expected and commas do not tell. */
  items?(key: string, value: string): readonly string[] | undefined
}

type Step = string | number
type Issue = z.core.$ZodIssue

/** Whatever a schema has against values, each with its place and its cure; nothing when YAML could read none of them. */
export function* schemaRemarks(
  described: Described,
  { values, faults, placeOf }: Omit<FrontMatter, 'bodyStart'>,
): Iterable<Remark> {
  if (faults.length > 0 && Object.keys(values).length === 0) return
  for (const path of pollutingKeys(values)) {
    // At the top the schema itself refuses it.
    if (path.length < 2) continue
    yield {
      ...placeOf(path, 'key'),
      message: 'Unexpected key `__proto__`, expected a name. Take it out.',
    }
  }
  const { success, error } = described.schema.safeParse(values)
  if (success) return
  const misspelt = misspeltValues(error.issues, described.keys)
  const spoken = new Set<string>()
  for (const issue of error.issues) {
    const path = issue.path.filter((step): step is Step => typeof step !== 'symbol')
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const message = sayOfKey(key, described.keys(path), path, described)
        yield { ...placeOf([...path, key], 'key'), message }
      }
      continue
    }
    if (issue.code === 'invalid_key') {
      const key = String(path.at(-1))
      const message = sayOfKey(key, described.keys(path.slice(0, -1)), path.slice(0, -1), described)
      yield { ...placeOf(path, 'key'), message }
      continue
    }
    // A value that has the wrong type may also be said to be too long; one sentence is enough.
    const spot = path.join('\n')
    const value = valueAt(values, path)
    if (spoken.has(spot) || (value === undefined && misspelt.has(spot))) continue
    spoken.add(spot)
    yield { ...placeOf(path), message: sayOf(issue, path, value, described) }
  }
}

/** Where a key stands that would change what all objects have, if it were copied carelessly. */
function* pollutingKeys(value: unknown, path: readonly Step[] = []): Iterable<readonly Step[]> {
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.keys(value)) {
    const below = [...path, key]
    if (key === '__proto__') yield below
    else yield* pollutingKeys((value as Record<string, unknown>)[key], below)
  }
}

function valueAt(values: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<Step, unknown>)[step]
        : undefined,
    values,
  )
}

function sayOfKey(
  key: string,
  known: readonly string[],
  path: readonly Step[],
  { meant }: Described,
): string {
  const near = nearest(key, known)
  const parent = path.at(-1)
  const where = typeof parent === 'string' ? ` in \`${parent}\`` : ''
  const cure = near
    ? `Did you mean \`${near}\`?`
    : (meant?.(key) ?? 'Take it out, or move it below `## Notes`.')
  const expected = known.length <= 8 ? oneOf(known) : 'one of the facts that CONTRIBUTING lists'
  return `Unexpected key ${shown(key, 40)}${where}, expected ${expected}. ${cure}`
}

function sayOf(issue: Issue, path: readonly Step[], value: unknown, described: Described): string {
  const [key = '', index] = path.filter((step, at) => typeof step === 'string' || at > 0).slice(-2)
  const name = typeof index === 'number' ? String(key) : String(path.at(-1) ?? '')
  const example = described.example(name)
  const such = example ? ` Write \`${example}\`.` : ''
  const item = typeof path.at(-1) === 'number'
  if (value === undefined) {
    return `Unexpected end of the facts, expected \`${name}\` among them.${example ? ` Write \`${example}\` with what is true here.` : ` Write \`${name}: …\`.`}`
  }
  if (issue.code === 'invalid_type')
    return sayOfType(issue.expected, name, value, item, such, described)
  if (issue.code === 'invalid_value' && typeof value !== 'string') {
    return sayOfType('string', name, value, item, such, described)
  }
  if (value === '') {
    return item
      ? `Unexpected empty item in \`${name}\`, expected a value. Write it, or take the item out.`
      : `Unexpected empty \`${name}\`, expected a value. Write it, in quotes where it begins with \`#\`, or take the line out.`
  }
  if (issue.code === 'invalid_value') {
    const options = issue.values.map(String)
    const near = nearest(String(value), options)
    const what = /^[a-z]+$/.test(name)
      ? `${name} ${shown(String(value), 40)}`
      : `${shown(String(value), 40)} in \`${name}\``
    return `Unexpected ${what}, expected ${oneOf(options)}. ${near ? `Did you mean \`${near}\`?` : `Write one of them.`}`
  }
  if (Array.isArray(value)) {
    const many =
      value.length === 0 ? `empty list in \`${name}\`` : `${value.length} items in \`${name}\``
    const cure =
      value.length === 0 ? 'Write one, or take the line out.' : 'Keep the most important ones.'
    return `Unexpected ${many}, ${expectation(issue.message)}. ${cure}`
  }
  if (issue.message === 'expected one line') {
    return `Unexpected line break in \`${name}\`, expected one line. Join the lines.`
  }
  if (issue.message.startsWith('expected a day')) {
    const guess = dateMeant(String(value))
    const date = guess ?? described.cure?.(name, String(value))
    const cure = date
      ? `Write \`${name}: ${date}\`.`
      : `${sayOfDate(String(value))}, as \`${example ?? `${name}: 2024-10-04`}\`.`
    return `Unexpected ${shown(String(value), 40)} in \`${name}\`, ${issue.message}. ${cure}`
  }
  const listed = item ? String(path.at(-2) ?? '') : name
  const cured = described.cure?.(listed, String(value))
  const write = cured ? ` Write \`${cured}\`.` : such
  return `Unexpected ${shown(String(value), 40)} in \`${listed}\`, ${expectation(issue.message)}.${write}`
}

function sayOfDate(value: string): string {
  if (isRealDay(value)) return 'Write the day too'
  return /^\d{4}-\d\d/.test(value) ? 'Write one that the calendar has' : 'Write the year first'
}

function expectation(message: string): string {
  return message.startsWith('expected') ? message : `expected otherwise: ${message}`
}

function sayOfType(
  expected: string,
  name: string,
  value: unknown,
  item: boolean,
  such: string,
  described: Described,
): string {
  if (expected === 'array' && typeof value === 'string') {
    if (value === '') {
      return `Unexpected empty \`${name}\`, expected a list. Write it, or take the line out.`
    }
    const items = (described.items?.(name, value) ?? value.split(/\s*[,;]\s*/))
      .filter(Boolean)
      .map((word) => asItem(described.cure?.(name, word) ?? word))
    return `Unexpected text in \`${name}\`, expected a list. Write ${shown(`${name}: [${items.join(', ')}]`, 160)}.`
  }
  if (expected === 'string' && Array.isArray(value)) {
    const plain = value.length > 0 && value.every((one) => typeof one === 'string')
    const text = plain ? ` Write ${shown(`${name}: ${value.join(', ')}`, 160)}.` : such
    return `Unexpected list in \`${name}\`, expected text.${text}`
  }
  if (expected === 'string' && typeof value === 'object' && value !== null) {
    const [[key = '', text] = []] = Object.entries(value)
    const cure =
      typeof text === 'string'
        ? ` Write ${shown(`${item ? '- ' : `${name}: `}${inQuotes(`${key}: ${text}`)}`, 160)}.`
        : such
    return `Unexpected key ${shown(key, 40)} in \`${name}\`, expected text.${cure}`
  }
  if (expected === 'number')
    return `Unexpected ${shown(String(value), 40)} in \`${name}\`, expected a number. Write \`${name}: 1\`.`
  if (value === '') {
    return `Unexpected empty \`${name}\`, expected keys with values. Write them, or take the line out.`
  }
  const cure = such || ` Write one \`key: value\` a line below \`${name}:\`.`
  return `Unexpected ${Array.isArray(value) ? 'list' : 'text'} in \`${name}\`, expected keys with values.${cure}`
}

function asItem(text: string): string {
  return /^[\p{Letter}\d][^:#"'[\]{},&*!|>%@`]*$/u.test(text) ? text : inQuotes(text)
}

/**
 * The values, by their paths joined by line feeds, that stand under a misspelt key: that they are missing where they
 * belong is said of the key already.
 */
function misspeltValues(
  issues: readonly Issue[],
  keys: (path: readonly PropertyKey[]) => readonly string[],
): ReadonlySet<string> {
  const meant = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.flatMap((key) => {
          const near = nearest(key, keys(issue.path))
          return near === undefined ? [] : [[...issue.path, near].join('\n')]
        })
      : [],
  )
  return new Set(meant)
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The date that was most likely meant, in ISO form; undefined when nobody can tell. */
function dateMeant(value: string): string | undefined {
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
