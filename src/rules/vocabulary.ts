import { type Site, siteFacts } from '../model/site.ts'
import {
  acronymVocabulary,
  conceptVocabulary,
  tagFacts,
  tagVocabulary,
  venueKind,
  venueVocabulary,
} from '../model/vocabulary.ts'
import type { DataFile } from '../text/data-file.ts'
import type { ListRule, Remark } from './engine/rule.ts'
import { type Described, schemaRemarks } from './engine/schema-remarks.ts'
import { shown } from './engine/words.ts'

const none = () => undefined

const tagExamples: Record<string, string> = {
  name: 'name: Red teaming',
  meaning: 'meaning: One sentence that defines it.',
  aliases: 'aliases: [adversarial testing]',
  kind: `kind: ${venueKind.options[0]}`,
  also: 'also: [getting past the guardrails]',
  note: 'note: What the concept is.',
}
const example = (key: string) => (Object.hasOwn(tagExamples, key) ? tagExamples[key] : undefined)

const siteKeys = (path: readonly PropertyKey[]) =>
  path.length === 0
    ? Object.keys(siteFacts.shape)
    : (['action', 'field'] satisfies (keyof NonNullable<Site['newsletter']>)[])

/** The list's data files by the end of their paths, and what each is held against. */
const files: Readonly<Record<string, Described>> = {
  'vocabulary/tags.yaml': {
    schema: tagVocabulary,
    keys: () => Object.keys(tagFacts.shape),
    example,
  },
  'vocabulary/acronyms.yaml': { schema: acronymVocabulary, keys: () => [], example: none },
  'vocabulary/concepts.yaml': {
    schema: conceptVocabulary,
    keys: () => ['also', 'note'],
    example,
  },
  'vocabulary/venues.yaml': {
    schema: venueVocabulary,
    keys: () => ['name', 'kind', 'short'],
    example,
  },
  'site.yaml': { schema: siteFacts, keys: siteKeys, example: none },
}

/** The vocabulary and the site's configuration can be read, and no word stands for two tags or two concepts. */
export const vocabulary: ListRule = {
  name: 'vocabulary',
  sentence:
    'The files of `content/vocabulary` and `content/site.yaml` can be read, and no word stands for two tags or for two concepts.',
  *check({ data }) {
    for (const file of data) {
      const [name, described] =
        Object.entries(files).find(([end]) => file.path.endsWith(`/${end}`)) ?? []
      if (!name || !described) continue
      const remarks = [
        ...syntax(file),
        ...(file.data.faults.length > 0 ? [] : schemaRemarks(described, file.data)),
        ...(name === 'vocabulary/tags.yaml' ? aliases(file) : []),
        ...(name === 'vocabulary/concepts.yaml' ? concepts(file) : []),
      ]
      for (const remark of remarks) yield { ...remark, path: file.path }
    }
  },
}

function* syntax({ data }: DataFile): Iterable<Remark> {
  for (const { line, column, reason } of data.faults) {
    yield {
      line,
      column,
      message: `Unexpected YAML (${reason.replace(/\.$/, '')}), expected \`key: value\`. Write the value in double quotes, and each key once.`,
    }
  }
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

function* aliases({ data }: DataFile): Iterable<Remark> {
  const { success, data: tags } = tagVocabulary.safeParse(data.values)
  if (!success || data.faults.length > 0) return
  const owners = new Map<string, string>()
  for (const [id, { name }] of Object.entries(tags)) {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
      yield {
        ...data.placeOf([id], 'key'),
        message: `Unexpected tag ${shown(id)}, expected lower-case words joined by hyphens. Write ${shown(plain(id).replaceAll(' ', '-'))}.`,
      }
    }
    for (const word of [id, name]) {
      const owner = owners.get(plain(word))
      if (owner === undefined) owners.set(plain(word), id)
      else if (owner !== id) yield { ...data.placeOf([id, 'name']), message: sayOfTwo(word, owner) }
    }
  }
  for (const [id, { aliases: others }] of Object.entries(tags)) {
    for (const [index, word] of others.entries()) {
      const owner = owners.get(plain(word))
      if (owner === undefined) owners.set(plain(word), id)
      else if (owner !== id) {
        yield { ...data.placeOf([id, 'aliases', index]), message: sayOfTwo(word, owner) }
      }
    }
  }
}

function sayOfTwo(word: string, owner: string): string {
  return `Unexpected ${shown(word)}, which stands for \`${owner}\` already, expected each word under one tag. Take it out of one of them.`
}

function* concepts({ data }: DataFile): Iterable<Remark> {
  const { success, data: all } = conceptVocabulary.safeParse(data.values)
  if (!success || data.faults.length > 0) return
  const owners = new Map<string, string>()
  for (const term of Object.keys(all)) owners.set(plain(term), term)
  for (const [term, { also }] of Object.entries(all)) {
    for (const [index, phrase] of also.entries()) {
      const owner = owners.get(plain(phrase))
      if (owner === undefined) owners.set(plain(phrase), term)
      else {
        yield {
          ...data.placeOf([term, 'also', index]),
          message: `Unexpected ${shown(phrase)}, which stands for \`${owner}\` already, expected each phrase once. Take it out of one of them.`,
        }
      }
    }
  }
}
