import { entryFacts, factNames, kind, linkKind } from '../model/entry.ts'
import { idFromTitle } from '../model/identifier.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { nearest } from './engine/nearest.ts'
import { repeated } from './engine/repeated.ts'
import type { EntryRule } from './engine/rule.ts'
import { type Described, schemaRemarks } from './engine/schema-remarks.ts'
import { soundFacts } from './engine/sound-facts.ts'
import { tagOfWord } from './engine/tag-meant.ts'

const examples: Record<(typeof factNames)[number], string> = {
  title: 'title: "The Title: As Its Authors Write It"',
  authors: 'authors: [Huayang Li, Pat Verga]',
  published: 'published: 2024-10-04',
  paper: 'paper: https://arxiv.org/abs/2410.03227',
  venue: 'venue: ACL 2024',
  doi: 'doi: 10.18653/v1/2024.emnlp-main.35',
  topics: 'topics: [safety]',
  kind: 'kind: [method]',
  names: 'names: [ALR²]',
  alsoTitled: 'alsoTitled: ["An Earlier Title"]',
  tags: 'tags: [rlhf]',
  asks: 'asks: [words in which a reader would ask for the paper]',
  links: 'links: {code: https://github.com/owner/name}',
  claim: 'claim: One sentence that says what the paper shows.',
  evidence: 'evidence: "exact words of the abstract"',
  added: 'added: 2025-03-13',
  formerIds: 'formerIds: [the-id-before]',
  withdrawn: 'withdrawn: {date: 2025-03-13, reason: Why the entry left the list.}',
}

const below: Readonly<Record<string, readonly string[]>> = {
  links: linkKind.options,
  withdrawn: ['date', 'reason'],
}

const meant: Record<string, string> = {
  abstract: 'Move it below the closing `---`.',
  abs: 'Did you mean `paper`?',
  arxiv: 'Write `paper: https://arxiv.org/abs/…`.',
  author: 'Did you mean `authors`?',
  booktitle: 'Did you mean `venue`?',
  categories: 'Did you mean `topics`?',
  category: 'Did you mean `topics`?',
  code: 'Write `links: {code: https://…}`.',
  conference: 'Did you mean `venue`?',
  data: 'Write `links: {data: https://…}`.',
  date: 'Did you mean `published`?',
  demo: 'Write `links: {project: https://…}`.',
  description: 'Did you mean `claim`?',
  github: 'Write `links: {code: https://…}`.',
  homepage: 'Write `links: {project: https://…}`.',
  huggingface: 'Write `links: {model: https://…}`.',
  id: 'Take it out; the name of the file is the id.',
  journal: 'Did you mean `venue`?',
  keywords: 'Did you mean `tags`?',
  link: 'Did you mean `links`?',
  notes: 'Move it below `## Notes`, at the end of the file.',
  page: 'Write `links: {project: https://…}`.',
  pdf: 'Did you mean `paper`?',
  project: 'Write `links: {project: https://…}`.',
  summary: 'Did you mean `claim`?',
  tldr: 'Did you mean `claim`?',
  type: 'Did you mean `kind`?',
  url: 'Did you mean `paper`?',
  website: 'Write `links: {project: https://…}`.',
  year: 'Did you mean `published`?',
}

const described: Described = {
  schema: entryFacts,
  keys: (path) => (path.length === 0 ? factNames : (below[String(path[0])] ?? [])),
  example: (key) =>
    Object.hasOwn(examples, key) ? examples[key as keyof typeof examples] : undefined,
  meant: (key) => (Object.hasOwn(meant, key) ? meant[key] : undefined),
}

/** Every fact is one that entries have, and has the shape that the schema gives it. */
export const facts: EntryRule = {
  name: 'facts',
  sentence:
    'Every key is one of [those above](#an-entry-fact-by-fact), and every value has its form: a list where a list is asked, a day as `2024-10-04`, a kind from the closed set.',
  *check(file, { topics, vocabulary, today }) {
    const cure = (name: string, value: string) => {
      if (name === 'topics')
        return (
          nearest(
            value,
            topics.map(({ id }) => id),
          ) ?? idFromTitle(value)
        )
      if (name === 'tags') return tagOfWord(value, vocabulary) ?? idFromTitle(value)
      if (name === 'kind') return nearest(value, kind.options)
      if (name === 'added' && !/\d/.test(value)) return today < '9999' ? today : undefined
      return name === 'formerIds' ? idFromTitle(value) : undefined
    }
    const items = (name: string, value: string) => listMeant(name, value, factLines(file, name))
    yield* schemaRemarks({ ...described, cure, items }, file.frontMatter)
    const { kind: kinds = [], names = [], alsoTitled = [] } = soundFacts(file)
    for (const [name, given] of Object.entries({ kind: kinds, names, alsoTitled })) {
      yield* repeated(name, given, file.frontMatter.placeOf)
    }
  },
}

/** The lines below a key that belong to its value, as they are written. */
function factLines({ source, frontMatter }: EntryFile, name: string): string[] {
  const lines = source.slice(0, frontMatter.bodyStart).split('\n')
  const from = lines.findIndex((line) => line.startsWith(`${name}:`)) + 1
  const count = lines.slice(from).findIndex((line) => !/^\s+\S/.test(line))
  return from === 0 || count < 1 ? [] : lines.slice(from, from + count).map((line) => line.trim())
}

/** The items that a text was meant to be, where it stands in place of a list; undefined where commas tell. */
function listMeant(
  name: string,
  value: string,
  lines: readonly string[],
): readonly string[] | undefined {
  if (lines.length > 1 && !value.includes(',')) {
    return lines.map((line) => line.replace(/^(?:\d+[.)]|[*•-])\s*/, ''))
  }
  if (name === 'authors') return authorsMeant(value)
  const oneWordEach = name === 'topics' || name === 'tags' || name === 'kind'
  return oneWordEach && !/[,;]/.test(value) ? value.split(/\s+/) : undefined
}

/** Names between "and", semicolons or commas; `Family, Given` is turned round. */
function authorsMeant(value: string): readonly string[] {
  const parted = value.split(/\s*;\s*(?:and\s+)?|\s*,?\s+(?:and|&)\s+/)
  const inverted = /;/.test(value) || parted.every((name) => /^[^,]+,[^,]+$/.test(name))
  return inverted && parted.length > 1
    ? parted.map((name) => name.replace(/^([^,]+),\s*(.+)$/, '$2 $1'))
    : parted.flatMap((part) => part.split(/\s*,\s*/))
}
