import type { z } from 'zod'
import { dateIn, isRealDay } from '../../model/partial-date.ts'
import { nearestName } from '../../similarity/edit-distance.ts'
import type { FrontMatter } from '../../text/front-matter.ts'
import { inQuotes } from '../../text/front-matter-lines.ts'
import type { Remark } from './rule.ts'
import { oneOf, shown } from './words.ts'

/** The schema of a file's values, and the words in which its faults are explained. */
export interface Described {
  schema: z.ZodType
  /** The keys that a map may have; the path leads to the map. */
  keys(path: readonly PropertyKey[]): readonly string[]
  /** A line to write for a key, as `published: 2024-10-04`. */
  example(key: string): string | undefined
  /** What to write instead of a wrong key that is near no known one. */
  meant?(key: string): string | undefined
  /** What to write instead of a wrong value, if that can be guessed. */
  cure?(key: string, value: string): string | undefined
  /** The items that a text was meant to hold if a list is expected and commas do not part them. */
  items?(key: string, value: string): readonly string[] | undefined
}

type Step = string | number
type Issue = z.core.$ZodIssue

/** What a schema finds wrong with values, each with its place and what to write; nothing where YAML could read no values. */
export function* schemaRemarks(
  described: Described,
  { values, faults, placeOf }: Omit<FrontMatter, 'bodyStart'>,
): Iterable<Remark> {
  if (faults.length > 0 && Object.keys(values).length === 0) return
  const raw = described.schema.safeParse(values).error?.issues ?? []
  const issues = raw.flatMap((issue) => issuesIn(issue, values, described))
  // One finding for each value is enough. A value under a misspelt key is not missing.
  const spoken = new Set(issues.flatMap((issue) => misspelt(issue, described)))
  // A line that cannot be read may hold what seems to be missing.
  const unclear = faults.some(({ mended }) => mended === undefined)
  for (const issue of issues) {
    const path = issue.path.filter((step): step is Step => typeof step !== 'symbol')
    if (unclear && valueAt(values, path) === undefined) continue
    const wrongKeys =
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...path, key])
        : issue.code === 'invalid_key'
          ? [path]
          : []
    for (const keyPath of wrongKeys) {
      yield { ...placeOf(keyPath, 'key'), message: sayOfKey(keyPath, described) }
    }
    const spot = path.join('\n')
    if (wrongKeys.length > 0 || spoken.has(spot)) continue
    spoken.add(spot)
    yield { ...placeOf(path), message: sayOf(issue, path, valueAt(values, path), described) }
  }
}

/** Of a value that is either a text or a map: what is wrong with it as the one that it was meant to be. */
function issuesIn(issue: Issue, values: unknown, { keys }: Described): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const path = issue.path.filter((step): step is Step => typeof step !== 'symbol')
  const value = valueAt(values, path)
  const isMap =
    isCollection(value) && Object.keys(value ?? {}).some((key) => keys(path).includes(key))
  const meant = issue.errors.at(isMap ? -1 : 0) ?? []
  return meant.map((inner) => ({ ...inner, path: [...path, ...inner.path] }))
}

/** The paths, joined by line feeds, at which the values of misspelt keys belong. */
function misspelt(issue: Issue, { keys }: Described): string[] {
  if (issue.code !== 'unrecognized_keys') return []
  return issue.keys.flatMap((key) => {
    const near = nearestName(key, keys(issue.path))
    return near === undefined ? [] : [[...issue.path, near].join('\n')]
  })
}

function valueAt(values: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, step)?.value
        : undefined,
    values,
  )
}

function sayOfKey(path: readonly Step[], { keys, meant }: Described): string {
  const [key, parent] = [String(path.at(-1)), path.at(-2)]
  const known = keys(path.slice(0, -1))
  const near = nearestName(key, known)
  const where = typeof parent === 'string' ? ` in \`${parent}\`` : ''
  const expected = known.length <= 8 ? oneOf(known) : 'one of the facts that CONTRIBUTING lists'
  const cure = near
    ? `Did you mean \`${near}\`?`
    : (meant?.(key) ?? 'Take it out, or move it below `## Notes`.')
  return `Unexpected key ${shown(key, 40)}${where}, expected ${expected}. ${cure}`
}

function sayOf(issue: Issue, path: readonly Step[], value: unknown, described: Described): string {
  const item = typeof path.at(-1) === 'number'
  const name = String(path.at(item && path.length > 1 ? -2 : -1) ?? '')
  const example = described.example(name)
  if (value === undefined) {
    const cure = example ? `\`${example}\` with what is true here` : `\`${name}: …\``
    return `Unexpected end of the facts, expected \`${name}\` among them. Write ${cure}.`
  }
  const wanted = typeWanted(issue, value)
  if (value === '') {
    const expected = wanted === undefined || wanted === 'text' ? 'a value' : wanted
    return item
      ? `Unexpected empty item in \`${name}\`, expected ${expected}. Write it, or take the item out.`
      : `Unexpected empty \`${name}\`, expected ${expected}. Write it, in quotes where it begins with \`#\`, or take the line out.`
  }
  if (wanted) {
    if (path.length === 0)
      return `Unexpected ${typeOf(value)} in the place of the whole file, expected ${wanted}. Write one \`key: value\` a line.`
    const cure = inType(wanted, item ? '- ' : `${name}: `, name, value, described)
    return `Unexpected ${typeOf(value)} in \`${name}\`, expected ${wanted}. Write ${shown(cure, 160)}.`
  }
  if (Array.isArray(value)) {
    return value.length === 0
      ? `Unexpected empty list in \`${name}\`, ${issue.message}. Write one, or take the line out.`
      : `Unexpected ${value.length} items in \`${name}\`, ${issue.message}. ${issue.code === 'too_small' ? 'Write the others.' : 'Keep the most important ones.'}`
  }
  return sayOfText(issue, name, String(value), described)
}

const isCollection = (value: unknown) => typeof value === 'object' && value !== null

/** What to say of a text that is not one of those that a fact may have. */
function sayOfText(issue: Issue, name: string, value: string, described: Described): string {
  const what = `Unexpected ${shown(value, 40)} in \`${name}\``
  const example = described.example(name)
  const cure = described.cure?.(name, value)
  if (issue.code === 'invalid_value') {
    const options = issue.values.map(String)
    const near = nearestName(value, options)
    const hint = near ? `Did you mean \`${near}\`?` : 'Write one of them.'
    const spot = /^[a-z]+$/.test(name) ? `Unexpected ${name} ${shown(value, 40)}` : what
    return `${spot}, expected ${oneOf(options)}. ${hint}`
  }
  if (issue.message === 'expected one line') {
    return `Unexpected line break in \`${name}\`, expected one line. Join the lines.`
  }
  if (issue.message.startsWith('expected a day')) {
    const meant = dateIn(value)
    // A year alone would drop what else was written.
    const date = meant && meant.length > 4 && meant !== value ? meant : cure
    const hint = isRealDay(value)
      ? 'Write the day too'
      : /^\d{4}-\d\d/.test(value)
        ? 'Write one that the calendar has'
        : 'Write the year first'
    return `${what}, ${issue.message}. ${date ? `Write \`${name}: ${date}\`` : `${hint}, as \`${example ?? `${name}: 2024-10-04`}\``}.`
  }
  const expected = issue.message.startsWith('expected')
    ? issue.message
    : `expected another value (${issue.message})`
  const hint = cure ?? example
  return `${what}, ${expected}.${hint ? ` Write ${shown(hint, 160)}.` : ''}`
}

/** The type of value that is missing, where a value has another. */
function typeWanted(issue: Issue, value: unknown): string | undefined {
  if (issue.code === 'invalid_value' && isCollection(value)) return 'text'
  if (issue.code !== 'invalid_type') return undefined
  const types: Record<string, string> = { array: 'a list', number: 'a number', string: 'text' }
  return types[issue.expected] ?? 'keys with values'
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  return isCollection(value) ? `key ${shown(Object.keys(value ?? {})[0] ?? '', 40)}` : 'text'
}

/** A value of the wrong type as it was most likely meant, or an example. */
function inType(
  wanted: string,
  start: string,
  name: string,
  value: unknown,
  described: Described,
): string {
  if (wanted === 'a number') return `${name}: 1`
  if (wanted === 'a list' && typeof value === 'string') {
    const items = (described.items?.(name, value) ?? value.split(/\s*[,;]\s*/))
      .filter(Boolean)
      .map((word) => described.cure?.(name, word) ?? word)
      .map((word) => (/^[\p{Letter}\d][^:#"'[\]{},&*!|>%@`]*$/u.test(word) ? word : inQuotes(word)))
    return `${name}: [${items.join(', ')}]`
  }
  if (wanted === 'text' && Array.isArray(value)) {
    const plain = value.length > 0 && value.every((one) => typeof one === 'string')
    if (plain) return `${name}: ${value.join(', ')}`
  }
  const [key, text] = wanted === 'text' ? (Object.entries(value ?? {})[0] ?? []) : []
  if (typeof text === 'string') return start + inQuotes(`${key}: ${text}`)
  return described.example(name) ?? `${name}: …`
}
