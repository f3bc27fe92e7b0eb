import type { z } from 'zod'
import { dateIn, isRealDay } from '../../model/partial-date.ts'
import { nearestName } from '../../similarity/edit-distance.ts'
import { oneOf, shown } from '../../text/messages.ts'
import { inQuotes, type YamlData } from '../../text/yaml.ts'
import type { Remark } from './rule.ts'

/** The schema of a file's values, and the words in which its faults are explained. */
export interface Described {
  schema: z.ZodType
  /** A line to write for a key, as `published: 2024-10-04`. */
  example?(key: string): string | undefined
  /** What to write instead of a wrong key that is near no known one. */
  meant?(key: string): string | undefined
  /** What to write instead of a wrong value, if that can be guessed. */
  cure?(key: string, value: string): string | undefined
  /** The items that a text was meant to hold if a list is expected and commas do not part them. */
  items?(key: string, value: string): readonly string[] | undefined
  /** The items that a list may have, if they are known. */
  allowed?(key: string): readonly string[] | undefined
}

type Path = readonly (string | number)[]
type Issue = z.core.$ZodIssue
/** A fault that the schema found, and the value that has it. */
type Fault = { issue: Issue; path: Path; value: unknown }

/** What a schema finds wrong with values, each with its place and what to write; nothing where YAML could read no values. */
export function* schemaRemarks(
  described: Described,
  { values, faults, placeOf }: YamlData,
): Iterable<Remark> {
  if (faults.length > 0 && Object.keys(values).length === 0) return
  const { schema } = described
  const issues = schema.safeParse(values).error?.issues ?? []
  const found = issues.flatMap((issue) => faultsOf(issue, values, schema))
  // One finding for each value is enough. A value under a misspelt key is not missing.
  const spoken = new Set(
    found.flatMap(({ issue, path }) => {
      const near = keysOf(issue).map((key) => nearestName(key, keysAt(schema, path)))
      return near.flatMap((name) => (name ? [[...path, name].join('\n')] : []))
    }),
  )
  // A line that cannot be read may hold what seems to be missing.
  const unclear = faults.some(({ isMended }) => !isMended)
  for (const fault of found) {
    const { issue, path, value } = fault
    if (unclear && value === undefined) continue
    const wrongKeys =
      issue.code === 'invalid_key' ? [path] : keysOf(issue).map((key) => [...path, key])
    for (const keyPath of wrongKeys)
      yield { ...placeOf(keyPath, 'key'), message: messageForKey(keyPath, described) }
    const spot = path.join('\n')
    if (wrongKeys.length > 0 || spoken.has(spot)) continue
    spoken.add(spot)
    yield { ...placeOf(path), message: `Unexpected ${messageFor(fault, described)}` }
  }
}

const keysOf = (issue: Issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])
const isCollection = (value: unknown) => typeof value === 'object' && value !== null

/** The faults in an issue. Of a value that is a text, or a map or list: those of the one that it was meant to be. */
function faultsOf(issue: Issue, values: unknown, schema: z.ZodType): Fault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  const value = valueAt(values, path)
  if (issue.code !== 'invalid_union') return [{ issue, path, value }]
  const keys = keysAt(schema, path)
  const isMap = isCollection(value) && Object.keys(value ?? {}).some((key) => keys.includes(key))
  const asList = issue.errors.find(
    ([first]) => first && (first.path.length > 0 || first.code !== 'invalid_type'),
  )
  const meant = (Array.isArray(value) && asList) || issue.errors.at(isMap ? -1 : 0) || []
  return meant.flatMap((inner) =>
    faultsOf({ ...inner, path: [...path, ...inner.path] }, values, schema),
  )
}

/** The keys that a schema allows in the map to which a path leads; none where every key is allowed. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const [step, ...rest] = path
  switch (def.type) {
    case 'optional':
    case 'default':
      return keysAt(def.innerType, path)
    case 'union':
      return def.options.flatMap((one) => keysAt(one, path))
    case 'array':
      return step === undefined ? [] : keysAt(def.element, rest)
    case 'record':
      return step === undefined ? keysAt(def.keyType, rest) : keysAt(def.valueType, rest)
    case 'enum':
      return Object.values(def.entries).map(String)
    case 'object': {
      if (step === undefined) return Object.keys(def.shape)
      const below = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : undefined
      return below ? keysAt(below, rest) : []
    }
    default:
      return []
  }
}

function valueAt(values: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      isCollection(value) ? Object.getOwnPropertyDescriptor(value, step)?.value : undefined,
    values,
  )
}

/** The most keys that a message names. */
const mostNamed = 16

function messageForKey(path: Path, { schema, meant }: Described): string {
  const [key, parent] = [String(path.at(-1)), path.at(-2)]
  const known = keysAt(schema, path.slice(0, -1))
  const near = nearestName(key, known)
  const where = typeof parent === 'string' ? ` in \`${parent}\`` : ''
  const expected =
    known.length <= mostNamed ? oneOf(known) : 'one of the facts that CONTRIBUTING lists'
  const cure = near
    ? `Did you mean \`${near}\`?`
    : (meant?.(key) ?? 'Take it out, or move it below `## Notes`.')
  return `Unexpected key ${shown(key, 40)}${where}, expected ${expected}. ${cure}`
}

function messageFor({ issue, path, value }: Fault, described: Described): string {
  const item = typeof path.at(-1) === 'number'
  const name = String(path.at(item && path.length > 1 ? -2 : -1) ?? '')
  const example = described.example?.(name)
  if (value === undefined) {
    const known = described.cure?.(name, '')
    const cure = example ? `\`${example}\` with what is true here` : `\`${name}: …\``
    return `end of the facts, expected \`${name}\` among them. Write ${known ? `\`${name}: ${known}\`` : cure}.`
  }
  const wanted = typeWanted(issue, value)
  if (path.length === 0) {
    return `${typeOf(value)}, expected keys with values. Write \`key: value\`, one per line.`
  }
  if (value === '') {
    const expected = wanted === undefined || wanted === 'text' ? 'a value' : wanted
    return item
      ? `empty item in \`${name}\`, expected ${expected}. Write it, or take the item out.`
      : `empty \`${name}\`, expected ${expected}. Write it, in quotes where it begins with \`#\`, or take the line out.`
  }
  if (wanted === 'a list' && typeof value === 'string')
    return messageForItems(name, value, described)
  if (wanted) {
    const cure = inType(wanted, item ? '- ' : `${name}: `, name, value) ?? example
    return `${typeOf(value)} in \`${name}\`, expected ${wanted}. Write ${shown(cure ?? `${name}: …`, 160)}.`
  }
  if (Array.isArray(value)) {
    return value.length === 0
      ? `empty list in \`${name}\`, ${issue.message}. Write one, or take the line out.`
      : `${value.length} items in \`${name}\`, ${issue.message}. ${issue.code === 'too_small' ? 'Write the others.' : 'Keep the most important ones.'}`
  }
  return messageForText(issue, name, String(value), described)
}

/** What to say of a text that is not one of those that a fact may have. */
function messageForText(issue: Issue, name: string, value: string, described: Described): string {
  const what = `${shown(value, 40)} in \`${name}\``
  const example = described.example?.(name)
  const cure = described.cure?.(name, value)
  if (issue.code === 'invalid_value') {
    const options = issue.values.map(String)
    const near = nearestName(value, options)
    const hint = near ? `Did you mean \`${near}\`?` : 'Write one of them.'
    const spot = /^[a-z]+$/.test(name) ? `${name} ${shown(value, 40)}` : what
    return `${spot}, expected ${oneOf(options)}. ${hint}`
  }
  if (issue.message === 'expected one line') {
    return `line break in \`${name}\`, expected one line. Join the lines.`
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

/** What to say of a text where a list is expected: the list that was most likely meant. */
function messageForItems(name: string, value: string, { items, cure, allowed }: Described): string {
  const meant = (items?.(name, value) ?? value.split(/\s*[,;]\s*/))
    .filter(Boolean)
    .map((word) => cure?.(name, word) ?? word)
  const known = allowed?.(name) ?? []
  if (known.length > 0 && !meant.every((one) => known.includes(one))) {
    return `${shown(value, 40)} in \`${name}\`, expected a list of ${oneOf(known)}. Write those that fit, as \`${name}: [${known[0]}]\`.`
  }
  const list = meant.map((word) =>
    /^[\p{Letter}\d][^:#"'[\]{},&*!|>%@`]*$/u.test(word) ? word : inQuotes(word),
  )
  return `text in \`${name}\`, expected a list. Write ${shown(`${name}: [${list.join(', ')}]`, 160)}.`
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

/** A value of the wrong type as it was most likely meant; undefined where nobody can tell. */
function inType(wanted: string, start: string, name: string, value: unknown): string | undefined {
  if (wanted === 'a number') return `${name}: 1`
  if (wanted !== 'text' || !isCollection(value)) return undefined
  if (Array.isArray(value)) {
    const plain = value.length > 0 && value.every((one) => typeof one === 'string')
    return plain ? `${name}: ${value.join(', ')}` : undefined
  }
  // A second colon made a key of the words before it.
  const [key, text] = Object.entries(value ?? {})[0] ?? []
  return typeof text === 'string' ? start + inQuotes(`${key}: ${text}`) : undefined
}
