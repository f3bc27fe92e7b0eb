import type { z } from 'zod'
import { idFromTitle } from '../../model/identifier.ts'
import { nearestName } from '../../similarity/edit-distance.ts'
import { oneOf, quoted } from '../../text/messages.ts'
import { type YamlData, yamlList, yamlQuoted } from '../../text/yaml.ts'
import type { Problem } from './rule.ts'

/** A schema, and what messages about values that don't match it suggest to write. */
export interface DescribedSchema {
  schema: z.ZodType
  /** An example line for a key: `published: 2024-10-04`. */
  example?(key: string): string | undefined
  /** The advice for an unknown key that is not a misspelt one. */
  keyAdvice?(key: string): string | undefined
  /** The line to write in place of a wrong or missing value, if it can be guessed. */
  fix?(key: string, value: unknown): string | undefined
}

type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue

/** Yields a problem for each key or value that doesn't match a schema; none if the YAML could not be read at all. */
export function* schemaProblems(
  described: DescribedSchema,
  { values, faults, placeOf }: YamlData,
): Iterable<Problem> {
  if (faults.length > 0 && Object.keys(values).length === 0) return
  const { schema } = described
  const issues = (schema.safeParse(values).error?.issues ?? []).flatMap(itemIssues)
  const reported = new Set<string>()
  for (const path of issues.flatMap(invalidKeys)) {
    const known = knownKeys(schema, path.slice(0, -1))
    const near = nearestName(String(path.at(-1)), known)
    // The value of a misspelt key is not missing.
    if (near) reported.add([...path.slice(0, -1), near].join('\n'))
    yield {
      ...placeOf(withoutSymbols(path), 'key'),
      message: messageForKey(path, known, near, described),
    }
  }
  // A value that seems to be missing may be in a line that cannot be read.
  const isUnclear = faults.some(({ isRepaired }) => !isRepaired)
  for (const issue of issues) {
    const value = valueAt(values, issue.path)
    const key = issue.path.join('\n')
    if ((isUnclear && value === undefined) || invalidKeys(issue).length > 0) continue
    // Only the first problem of a value is reported.
    if (reported.has(key)) continue
    reported.add(key)
    const message = `Unexpected ${messageFor(issue, value, described)}`
    yield { ...placeOf(withoutSymbols(issue.path)), message }
  }
}

const withoutSymbols = (path: Path) => path.filter((step) => typeof step !== 'symbol')

/** Returns the issues of the items if a value may be a list or something else, and is a list; otherwise the issue itself. */
function itemIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const items = issue.errors.find((inner) => inner.every(({ path }) => typeof path[0] === 'number'))
  return items?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue]
}

/** The paths of the keys that an issue is about; empty if it is about a value. */
function invalidKeys(issue: Issue): Path[] {
  if (issue.code === 'invalid_key') return [issue.path]
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : []
}

/** The keys that a schema allows in the map at a path; empty if it allows any key. */
function knownKeys(schema: z.core.$ZodType, [step, ...rest]: Path): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
    case 'default':
      return knownKeys(def.innerType, step === undefined ? [] : [step, ...rest])
    case 'array':
      return step === undefined ? [] : knownKeys(def.element, rest)
    case 'record':
      return step === undefined ? knownKeys(def.keyType, []) : knownKeys(def.valueType, rest)
    case 'enum':
      return Object.values(def.entries).map(String)
    case 'object': {
      if (step === undefined) return Object.keys(def.shape)
      const field = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : undefined
      return field ? knownKeys(field, rest) : []
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

/** The most keys that a message lists. */
const mostNamed = 16

function messageForKey(
  path: Path,
  known: readonly string[],
  near: string | undefined,
  { keyAdvice }: DescribedSchema,
): string {
  const [key, parent] = [String(path.at(-1)), path.at(-2)]
  const where = typeof parent === 'string' ? ` in \`${parent}\`` : ''
  // In a map that allows any key, the keys are ids.
  if (known.length === 0)
    return `Unexpected ${quoted(key, 40)}, expected lower-case words joined by hyphens. Write ${quoted(idFromTitle(key) || 'an-id')}.`
  const expected =
    known.length <= mostNamed ? oneOf(known) : 'one of the facts that CONTRIBUTING lists'
  const fix = near ? `Did you mean \`${near}\`?` : (keyAdvice?.(key) ?? 'Take it out.')
  return `Unexpected key ${quoted(key, 40)}${where}, expected ${expected}. ${fix}`
}

/** Returns what was found, what was expected, and what to write. */
function messageFor(issue: Issue, value: unknown, described: DescribedSchema): string {
  const name = String(issue.path.findLast((step) => typeof step === 'string') ?? '')
  const fix = described.fix?.(name, value) ?? fixFor(issue, name, value)
  const example = described.example?.(name) ?? (name ? `${name}: …` : 'key: value')
  const write = fix ? `Write ${quoted(fix, 160)}.` : `Write it as ${quoted(example, 160)}.`
  if (value === undefined) return `end of the facts, expected the key \`${name}\`. ${write}`
  const expected = expectedBy(issue)
  const where = name ? ` in \`${name}\`` : ''
  if (value === '') return `empty value${where}, ${expected}. Write it, or take it out.`
  // For an item that is itself a list, the number of its items is not the problem.
  const isItem = typeof issue.path.at(-1) === 'number'
  if (Array.isArray(value) && issue.code !== 'invalid_type' && !isItem) {
    const what =
      value.length === 0 ? 'empty list' : value.length === 1 ? '1 item' : `${value.length} items`
    return `${what}${where}, ${expected}. Write that many.`
  }
  if (isCollection(value)) {
    const what = Array.isArray(value) ? 'list' : 'keys with values'
    return `${what}${where}, ${expected}. ${write}`
  }
  if (issue.code !== 'invalid_value')
    return `${quoted(String(value), 40)}${where}, ${expected}. ${write}`
  const near = nearestName(String(value), issue.values.map(String))
  const hint = near ? `Did you mean \`${near}\`?` : 'Write one of them.'
  return `${quoted(String(value), 40)}${where}, ${expected}. ${hint}`
}

function expectedBy(issue: Issue): string {
  if (issue.message.startsWith('expected')) return issue.message
  if (issue.code === 'invalid_value') return `expected ${oneOf(issue.values.map(String))}`
  if (issue.code === 'invalid_type') {
    const types: Record<string, string> = { array: 'a list', number: 'a number', string: 'text' }
    return `expected ${types[issue.expected] ?? 'keys with values'}`
  }
  if (issue.code === 'too_big') return `expected at most ${issue.maximum} characters`
  return issue.code === 'too_small'
    ? 'expected a value'
    : `expected another value (${issue.message})`
}

/** Returns the corrected line for an item with an unquoted colon, for text in place of a list, and for text of several lines. */
function fixFor(issue: Issue, name: string, value: unknown): string | undefined {
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
