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
import type { ListRule, Problem } from './engine/rule.ts'
import { schemaProblems } from './engine/schema-problems.ts'
import { hyphenated } from './tags.ts'

/** The most syntax errors that are reported of one file. */
const mostSyntaxErrors = 100

/** The schemas of the data files, by their paths in the content folder. */
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

/** The names of the files in `content/vocabulary`. */
export const vocabularyFiles = Object.keys(schemas).flatMap(
  (name) => /^vocabulary\/(.*)$/.exec(name)?.[1] ?? [],
)

/** Checks that the data files match their schemas, and that no word stands for two tags or two concepts. */
export const vocabulary: ListRule = {
  name: 'vocabulary',
  sentence:
    'The files in `content/vocabulary`, `content/site.yaml` and `content/gaps.yaml` are valid, and no word stands for two tags or for two concepts.',
  *check({ data }) {
    for (const file of data) {
      const [name, schema] =
        Object.entries(schemas).find(([end]) => file.path.endsWith(`/${end}`)) ?? []
      if (!name || !schema) continue
      for (const problem of fileProblems(name, schema, file)) yield { ...problem, path: file.path }
    }
  },
}

function* fileProblems(name: string, schema: z.ZodType, { data }: DataFile): Iterable<Problem> {
  yield* data.faults.slice(0, mostSyntaxErrors)
  if (data.faults.length > 0) return
  yield* schemaProblems({ schema }, data)
  if (name === 'vocabulary/tags.yaml') {
    const tags = Object.entries(tagVocabulary.safeParse(data.values).data ?? {})
    const words = tags.map(([id, { name: own, aliases }]) => ({ id, own: [id, own], aliases }))
    yield* duplicateWords(words, 'aliases', data)
  }
  if (name === 'vocabulary/concepts.yaml') {
    const concepts = Object.entries(conceptVocabulary.safeParse(data.values).data ?? {})
    const words = concepts.map(([id, { also }]) => ({ id, own: [id], aliases: also }))
    yield* duplicateWords(words, 'also', data)
  }
}

/** Yields a problem for each word that stands for two ids. Of a name and an alias, the alias is reported. */
function* duplicateWords(
  known: readonly { id: string; own: readonly string[]; aliases: readonly string[] }[],
  list: 'aliases' | 'also',
  { placeOf }: DataFile['data'],
): Iterable<Problem> {
  const owners = new Map<string, string>()
  const claims = [
    ...known.flatMap(({ id, own }) => own.map((word) => ({ id, word, at: ['name'] }))),
    ...known.flatMap(({ id, aliases }) =>
      aliases.map((word, index) => ({ id, word, at: [list, index] })),
    ),
  ]
  for (const { id, word, at } of claims) {
    const owner = owners.get(hyphenated(word)) ?? id
    owners.set(hyphenated(word), owner)
    const message = `Unexpected ${shown(word)}, which already stands for \`${owner}\`, expected each word in one place. Take it out of one of them.`
    if (owner !== id) yield { ...placeOf([id, ...at]), message }
  }
}
