import type { z } from 'zod'
import { knownGaps } from '../model/entry.ts'
import { siteFacts } from '../model/site.ts'
import {
  absentVocabulary,
  acronymVocabulary,
  conceptVocabulary,
  kindVocabulary,
  tagVocabulary,
  venueVocabulary,
} from '../model/vocabulary.ts'
import { shown } from '../text/messages.ts'
import type { DataFile } from '../text/yaml.ts'
import type { ListRule, Remark } from './engine/rule.ts'
import { schemaRemarks } from './engine/schema-remarks.ts'
import { hyphened } from './tags.ts'

/** The most faults of syntax that are told of one file. */
const mostFaults = 100

/** The list's data files by the end of their paths, and what each is held against. */
const schemas = {
  'vocabulary/tags.yaml': tagVocabulary,
  'vocabulary/kinds.yaml': kindVocabulary,
  'vocabulary/acronyms.yaml': acronymVocabulary,
  'vocabulary/concepts.yaml': conceptVocabulary,
  'vocabulary/absent.yaml': absentVocabulary,
  'vocabulary/venues.yaml': venueVocabulary,
  'gaps.yaml': knownGaps,
  'site.yaml': siteFacts,
}

/** The names of the files that a list may have in `content/vocabulary`. */
export const vocabularyFiles = Object.keys(schemas).flatMap(
  (name) => /^vocabulary\/(.*)$/.exec(name)?.[1] ?? [],
)

/** The files that are YAML throughout can be read, and no word stands for two tags or two concepts. */
export const vocabulary: ListRule = {
  name: 'vocabulary',
  sentence:
    'The files of `content/vocabulary`, `content/site.yaml` and `content/gaps.yaml` can be read, and no word stands for two tags or for two concepts.',
  *check({ data }) {
    for (const file of data) {
      const [name, schema] =
        Object.entries(schemas).find(([end]) => file.path.endsWith(`/${end}`)) ?? []
      if (!name || !schema) continue
      for (const remark of ofFile(name, schema, file)) yield { ...remark, path: file.path }
    }
  },
}

function* ofFile(name: string, schema: z.ZodType, { data }: DataFile): Iterable<Remark> {
  yield* data.faults.slice(0, mostFaults)
  if (data.faults.length > 0) return
  yield* schemaRemarks({ schema }, data)
  if (name === 'vocabulary/tags.yaml') {
    const tags = Object.entries(tagVocabulary.safeParse(data.values).data ?? {})
    const words = tags.map(([id, { name: own, aliases }]) => ({ id, own: [id, own], aliases }))
    yield* claimedTwice(words, 'aliases', data)
  }
  if (name === 'vocabulary/concepts.yaml') {
    const concepts = Object.entries(conceptVocabulary.safeParse(data.values).data ?? {})
    const words = concepts.map(([id, { also }]) => ({ id, own: [id], aliases: also }))
    yield* claimedTwice(words, 'also', data)
  }
}

/** Words that stand for two ids. Of a name and an alias, the alias is at fault. */
function* claimedTwice(
  known: readonly { id: string; own: readonly string[]; aliases: readonly string[] }[],
  list: 'aliases' | 'also',
  { placeOf }: DataFile['data'],
): Iterable<Remark> {
  const owners = new Map<string, string>()
  const claims = [
    ...known.flatMap(({ id, own }) => own.map((word) => ({ id, word, at: ['name'] }))),
    ...known.flatMap(({ id, aliases }) =>
      aliases.map((word, index) => ({ id, word, at: [list, index] })),
    ),
  ]
  for (const { id, word, at } of claims) {
    const owner = owners.get(hyphened(word)) ?? id
    owners.set(hyphened(word), owner)
    const message = `Unexpected ${shown(word)}, which stands for \`${owner}\` already, expected each word under one name. Take it out of one of them.`
    if (owner !== id) yield { ...placeOf([id, ...at]), message }
  }
}
