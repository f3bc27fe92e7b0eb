import { knownGaps } from '../model/entry.ts'
import { type Site, siteFacts } from '../model/site.ts'
import {
  absentVocabulary,
  acronymVocabulary,
  conceptVocabulary,
  kindFacts,
  kindVocabulary,
  tagFacts,
  tagVocabulary,
  venueKind,
  venueVocabulary,
} from '../model/vocabulary.ts'
import type { DataFile } from '../text/data-file.ts'
import type { ListRule, Remark } from './engine/rule.ts'
import { type Described, schemaRemarks } from './engine/schema-remarks.ts'
import { shown } from './engine/words.ts'

const examples = new Map([
  ['name', 'name: Red teaming'],
  ['meaning', 'meaning: One sentence that defines it.'],
  ['aliases', 'aliases: [adversarial testing]'],
  ['kind', `kind: ${venueKind.options[0]}`],
  ['also', 'also: [getting past the guardrails]'],
  ['note', 'note: What the concept is.'],
  ['is', 'is: a preference optimization method like DPO'],
  ['like', 'like: [DPO]'],
])
/** The most faults of syntax that are told of one file. */
const mostFaults = 100
const example = (key: string) => examples.get(key)
const none = () => undefined
const newsletter = ['action', 'field'] satisfies (keyof NonNullable<Site['newsletter']>)[]

/** The list's data files by the end of their paths, and what each is held against. */
const files: Readonly<Record<string, Described>> = {
  'vocabulary/tags.yaml': {
    schema: tagVocabulary,
    keys: () => Object.keys(tagFacts.shape),
    example,
  },
  'vocabulary/kinds.yaml': {
    schema: kindVocabulary,
    keys: () => Object.keys(kindFacts.shape),
    example,
  },
  'vocabulary/acronyms.yaml': { schema: acronymVocabulary, keys: () => [], example: none },
  'vocabulary/concepts.yaml': { schema: conceptVocabulary, keys: () => ['also', 'note'], example },
  'vocabulary/absent.yaml': {
    schema: absentVocabulary,
    keys: () => ['is', 'like', 'also'],
    example,
  },
  'vocabulary/venues.yaml': {
    schema: venueVocabulary,
    keys: () => ['name', 'kind', 'short'],
    example,
  },
  'gaps.yaml': { schema: knownGaps, keys: () => [], example: none },
  'site.yaml': {
    schema: siteFacts,
    keys: ([first]) => (first === undefined ? Object.keys(siteFacts.shape) : newsletter),
    example: none,
  },
}

/** The names of the files that a list may have in `content/vocabulary`. */
export const vocabularyFiles = Object.keys(files).flatMap(
  (name) => /^vocabulary\/(.*)$/.exec(name)?.[1] ?? [],
)

/** The files that are YAML throughout can be read, and no word stands for two tags or two concepts. */
export const vocabulary: ListRule = {
  name: 'vocabulary',
  sentence:
    'The files of `content/vocabulary`, `content/site.yaml` and `content/gaps.yaml` can be read, and no word stands for two tags or for two concepts.',
  *check({ data }) {
    for (const file of data) {
      const [name, described] =
        Object.entries(files).find(([end]) => file.path.endsWith(`/${end}`)) ?? []
      if (!name || !described) continue
      for (const remark of ofFile(name, described, file)) yield { ...remark, path: file.path }
    }
  },
}

function* ofFile(name: string, described: Described, { data }: DataFile): Iterable<Remark> {
  for (const { line, column, code, reason } of data.faults.slice(0, mostFaults)) {
    const message =
      code === 'EXCESS'
        ? `Unexpected ${reason}, expected the facts of a list. Write less.`
        : code === 'RESERVED_KEY'
          ? 'Unexpected key `__proto__`, expected a name. Take it out.'
          : `Unexpected YAML (${reason.replace(/\.$/, '')}), expected \`key: value\`. Write the value in double quotes, and each key once.`
    yield { line, column, message }
  }
  if (data.faults.length > 0) return
  yield* schemaRemarks(described, data)
  if (name === 'vocabulary/kinds.yaml') yield* wrongIds('kind', data)
  if (name === 'vocabulary/tags.yaml') {
    yield* wrongIds('tag', data)
    yield* ofTags(data)
  }
  if (name === 'vocabulary/concepts.yaml') yield* ofConcepts(data)
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

/** Ids that cannot stand in an address. */
function* wrongIds(what: 'kind' | 'tag', { values, placeOf }: DataFile['data']): Iterable<Remark> {
  for (const id of Object.keys(values)) {
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) continue
    const message = `Unexpected ${what} ${shown(id)}, expected lower-case words joined by hyphens. Write ${shown(plain(id).replaceAll(' ', '-'))}.`
    yield { ...placeOf([id], 'key'), message }
  }
}

function* ofTags({ values, placeOf }: DataFile['data']): Iterable<Remark> {
  const tags = Object.entries(tagVocabulary.safeParse(values).data ?? {})
  yield* claimedTwice(
    [
      ...tags.flatMap(([id, { name }]) => [id, name].map((word) => ({ id, word, at: ['name'] }))),
      ...tags.flatMap(([id, { aliases }]) =>
        aliases.map((word, index) => ({ id, word, at: ['aliases', index] })),
      ),
    ],
    placeOf,
  )
}

function* ofConcepts({ values, placeOf }: DataFile['data']): Iterable<Remark> {
  const concepts = Object.entries(conceptVocabulary.safeParse(values).data ?? {})
  yield* claimedTwice(
    [
      ...concepts.map(([id]) => ({ id, word: id, at: [] })),
      ...concepts.flatMap(([id, { also }]) =>
        also.map((word, index) => ({ id, word, at: ['also', index] })),
      ),
    ],
    placeOf,
    true,
  )
}

/** A word as it is written for an id, and where below the id it stands. */
interface Claim {
  id: string
  word: string
  at: readonly (string | number)[]
}

/** Words that stand for two ids; if `alsoOfOne`, those too that stand twice under one. */
function* claimedTwice(
  claims: readonly Claim[],
  placeOf: DataFile['data']['placeOf'],
  alsoOfOne = false,
): Iterable<Remark> {
  const owners = new Map<string, string>()
  for (const { id, word, at } of claims) {
    const owner = owners.get(plain(word))
    owners.set(plain(word), owner ?? id)
    if (owner === undefined || (owner === id && !alsoOfOne)) continue
    const message = `Unexpected ${shown(word)}, which stands for \`${owner}\` already, expected each word under one name. Take it out of one of them.`
    yield { ...placeOf([id, ...at]), message }
  }
}
