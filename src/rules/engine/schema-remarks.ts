import type { z } from 'zod'
import { idFromTitle } from '../../model/identifier.ts'
import { nearestName } from '../../similarity/edit-distance.ts'
import { oneOf, shown } from '../../text/messages.ts'
import { type YamlData, yamlList, yamlQuoted } from '../../text/yaml.ts'
import type { Remark } from './rule.ts'

/** The schema of a file's values, and the words in which its faults are explained. */
export interface Described {
  schema: z.ZodType
  /** A line to write for a key, as `published: 2024-10-04`. */
  example?(key: string): string | undefined
  /** What to write instead of a wrong key that is near no known one. */
  meant?(key: string): string | undefined
  /** What to write instead of a wrong value, or of none, if that can be guessed. */
  cure?(key: string, value: unknown): string | undefined
}

type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue

/** What a schema finds wrong with values, each with its place and what to write; nothing where YAML could read no values. */
export function* schemaRemarks(
  described: Described,
  { values, faults, placeOf }: YamlData,
): Iterable<Remark> {
  if (faults.length > 0 && Object.keys(values).length === 0) return
  const { schema } = described
  const issues = (schema.safeParse(values).error?.issues ?? []).flatMap(ofItems)
  const spoken = new Set<string>()
  for (const path of issues.flatMap(wrongKeys)) {
    const known = keysAt(schema, path.slice(0, -1))
    const near = nearestName(String(path.at(-1)), known)
    // A value under a misspelt key is not missing.
    if (near) spoken.add([...path.slice(0, -1), near].join('\n'))
    yield { ...placeOf(steps(path), 'key'), message: messageForKey(path, known, near, described) }
  }
  // A line that cannot be read may hold what seems to be missing.
  const isUnclear = faults.some(({ isRepaired }) => !isRepaired)
  for (const issue of issues) {
    const value = valueAt(values, issue.path)
    const spot = issue.path.join('\n')
    if ((isUnclear && value === undefined) || wrongKeys(issue).length > 0) continue
    // One finding for each value is enough.
    if (spoken.has(spot)) continue
    spoken.add(spot)
    const message = `Unexpected ${messageFor(issue, value, described)}`
    yield { ...placeOf(steps(issue.path)), message }
  }
}

const steps = (path: Path) => path.filter((step) => typeof step !== 'symbol')

/** What is wrong with the items of a list where a value may be a list or something else; elsewhere the issue itself. */
function ofItems(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const items = issue.errors.find((inner) => inner.every(({ path }) => typeof path[0] === 'number'))
  return items?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue]
}

/** The paths of the keys that an issue is about. */
function wrongKeys(issue: Issue): Path[] {
  if (issue.code === 'invalid_key') return [issue.path]
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : []
}

/** The keys that a schema allows in the map to which a path leads; none where every key is allowed. */
function keysAt(schema: z.core.$ZodType, [step, ...rest]: Path): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
    case 'default':
      return keysAt(def.innerType, step === undefined ? [] : [step, ...rest])
    case 'array':
      return step === undefined ? [] : keysAt(def.element, rest)
    case 'record':
      return step === undefined ? keysAt(def.keyType, []) : keysAt(def.valueType, rest)
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

const isCollection = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null

function valueAt(values: unknown, path: Path): unknown {
  return path.reduce(
    (value, step) => (isCollection(value) && Object.hasOwn(value, step) ? value[step] : undefined),
    values,
  )
}

/** The most keys that a message names. */
const mostNamed = 16

function messageForKey(
  path: Path,
  known: readonly string[],
  near: string | undefined,
  { meant }: Described,
): string {
  const [key, parent] = [String(path.at(-1)), path.at(-2)]
  const where = typeof parent === 'string' ? ` in \`${parent}\`` : ''
  // Where every key is allowed, it is an id.
  if (known.length === 0)
    return `Unexpected ${shown(key, 40)}, expected lower-case words joined by hyphens. Write ${shown(idFromTitle(key) || 'an-id')}.`
  const expected =
    known.length <= mostNamed ? oneOf(known) : 'one of the facts that CONTRIBUTING lists'
  const cure = near
    ? `Did you mean \`${near}\`?`
    : (meant?.(key) ?? 'Take it out, or move it below `## Notes`.')
  return `Unexpected key ${shown(key, 40)}${where}, expected ${expected}. ${cure}`
}

/** What to say of a value: what it is, what belongs there, and what to write. */
function messageFor(issue: Issue, value: unknown, described: Described): string {
  const name = String(issue.path.findLast((step) => typeof step === 'string') ?? '')
  const cure = described.cure?.(name, value) ?? cureFor(issue, name, value)
  const example = described.example?.(name) ?? (name ? `${name}: …` : 'key: value')
  const write = cure ? `Write ${shown(cure, 160)}.` : `Write it as ${shown(example, 160)}.`
  if (value === undefined) return `end of the facts, expected \`${name}\` among them. ${write}`
  const expected = expectedBy(issue)
  const where = name ? ` in \`${name}\`` : ''
  if (value === '') return `empty value${where}, ${expected}. Write it, or take it out.`
  // An item that is a list itself is no matter of numbers.
  const isItem = typeof issue.path.at(-1) === 'number'
  if (Array.isArray(value) && issue.code !== 'invalid_type' && !isItem) {
    const what = value.length === 0 ? 'empty list' : `${value.length} items`
    return `${what}${where}, ${expected}. Write that many.`
  }
  if (isCollection(value)) {
    const what = Array.isArray(value) ? 'list' : 'keys with values'
    return `${what}${where}, ${expected}. ${write}`
  }
  if (issue.code !== 'invalid_value')
    return `${shown(String(value), 40)}${where}, ${expected}. ${write}`
  const near = nearestName(String(value), issue.values.map(String))
  const hint = near ? `Did you mean \`${near}\`?` : 'Write one of them.'
  return `${shown(String(value), 40)}${where}, ${expected}. ${hint}`
}

function expectedBy(issue: Issue): string {
  if (issue.code === 'invalid_value') return `expected ${oneOf(issue.values.map(String))}`
  if (issue.code === 'invalid_type') {
    const types: Record<string, string> = { array: 'a list', number: 'a number', string: 'text' }
    return `expected ${types[issue.expected] ?? 'keys with values'}`
  }
  return issue.message.startsWith('expected')
    ? issue.message
    : `expected another value (${issue.message})`
}

/** What was most likely meant by an item with a colon, or by a text that should be a list, or have one line. */
function cureFor(issue: Issue, name: string, value: unknown): string | undefined {
  const isText = issue.code === 'invalid_type' && issue.expected === 'string'
  const isItem = typeof issue.path.at(-1) === 'number'
  if (isText && isItem && isCollection(value) && !Array.isArray(value)) {
    const [[key = '', words = ''] = []] = Object.entries(value)
    return typeof words === 'string' ? `- ${yamlQuoted(`${key}: ${words}`)}` : undefined
  }
  if (typeof value !== 'string') return undefined
  if (issue.code === 'invalid_type' && issue.expected === 'array')
    return `${name}: ${yamlList(value.split(/\s*[,;]\s*/))}`
  return issue.message === 'expected one line' ? `${name}: ${value}` : undefined
}
