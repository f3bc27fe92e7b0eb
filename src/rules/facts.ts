import { entryFacts } from '../model/entry.ts'
import { idFromTitle, isReservedName } from '../model/identifier.ts'
import { parseDate } from '../model/partial-date.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import { yamlList } from '../text/yaml.ts'
import { type EntryRule, factsOf, itemProblems } from './engine/rule.ts'
import { type DescribedSchema, schemaProblems } from './engine/schema-problems.ts'
import { findTag } from './tags.ts'

/** Example lines for facts whose form is not obvious from their names. */
const examples = new Map(
  Object.entries({
    title: 'title: "The Title: As Its Authors Write It"',
    authors: 'authors: [Ada Example, Bo Sample]',
    published: 'published: 2024-10-04',
    venue: 'venue: Nature 2024',
    pages: 'pages: 45-67',
    links: 'links: {code: https://github.com/owner/name}',
    evidence: 'evidence: "exact words of the abstract"',
    added: 'added: 2025-03-13',
    formerIds: 'formerIds: [the-id-before]',
    withdrawn: 'withdrawn: {date: 2025-03-13, reason: Why the entry left the list.}',
  }),
)

/** Advice for keys that other lists and programs use. */
const keyAdvice = new Map(
  Object.entries({
    'Did you mean `authors`?': 'author',
    'Did you mean `claim`?': 'description summary tldr',
    'Did you mean `kind`?': 'type',
    'Did you mean `links`?': 'link',
    'Did you mean `paper`?': 'abs pdf url',
    'Did you mean `published`?': 'date year',
    'Did you mean `tags`?': 'keywords',
    'Did you mean `topics`?': 'categories category',
    'Did you mean `venue`?': 'booktitle conference journal',
    'Move it below the closing `---`.': 'abstract',
    'Move it below `## Notes`, at the end of the file.': 'notes',
    'Take it out; the name of the file is the id.': 'id',
    'Write `links: {code: https://…}`.': 'code github',
    'Write `links: {data: https://…}`.': 'data',
    'Write `links: {model: https://…}`.': 'huggingface',
    'Write `links: {project: https://…}`.': 'demo homepage page project website',
    'Write `paper: https://arxiv.org/abs/…`.': 'arxiv',
  }).flatMap(([fix, keys]) => keys.split(' ').map((key) => [key, fix] as const)),
)

/** Checks that all facts are known and match the schema. */
export const facts: EntryRule = {
  name: 'facts',
  sentence:
    'Every key is in [the table above](#an-entry-fact-by-fact), and every value has the right form: a list where a list is expected, a date such as `2024-10-04`.',
  *check(file, { topics, vocabulary, today }) {
    const words = new Map([
      ['topics', topics.map(({ id }) => id)],
      ['kind', Object.keys(vocabulary.kinds)],
      ['tags', Object.keys(vocabulary.tags)],
    ])
    const described: DescribedSchema = {
      schema: entryFacts,
      example(key) {
        const first = words.get(key)?.[0]
        return first ? `${key}: [${first}]` : examples.get(key)
      },
      keyAdvice: (key) => keyAdvice.get(key),
      fix(name, value) {
        const line = name === 'added' && today < '9999' ? `added: ${today}` : undefined
        if (typeof value !== 'string' || value === '') return line
        const known = words.get(name)
        if (known) {
          const items = value.split(/[,;]/.test(value) ? /\s*[,;]\s*/ : /\s+/)
          const matches = items.flatMap(
            (item) =>
              (name === 'tags' && findTag(item, vocabulary)) || nearestName(item, known) || [],
          )
          return matches.length === items.length ? `${name}: ${yamlList(matches)}` : undefined
        }
        if (name === 'authors') return `authors: ${yamlList(splitAuthors(value))}`
        if (name === 'formerIds') return isReservedName(value) ? undefined : idFromTitle(value)
        // If only a year was found, the rest of the value would be lost.
        const date = /^(?:published|added|date)$/.test(name) ? parseDate(value) : undefined
        return date && date.length > 4 && date !== value ? `${name}: ${date}` : line
      },
    }
    if (!factsOf(file)) yield* schemaProblems(described, file.frontMatter)
    yield* itemProblems('names', file)
    yield* itemProblems('alsoTitled', file)
  },
}

/** Splits a list of authors at "and", semicolons or commas, and turns `Family, Given` into `Given Family`. */
function splitAuthors(value: string): readonly string[] {
  const parts = value.split(/\s*;\s*(?:and\s+)?|\s*,?\s+(?:and|&)\s+/)
  const inverted = /;/.test(value) || parts.every((name) => /^[^,]+,[^,]+$/.test(name))
  return inverted && parts.length > 1
    ? parts.map((name) => name.replace(/^([^,]+),\s*(.+)$/, '$2 $1'))
    : parts.flatMap((part) => part.split(/\s*,\s*/))
}
