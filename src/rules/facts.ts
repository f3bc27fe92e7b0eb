import { entryFacts } from '../model/entry.ts'
import { idFromTitle, isReservedName } from '../model/identifier.ts'
import { parseDate } from '../model/partial-date.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import { yamlList } from '../text/yaml.ts'
import { type EntryRule, itemRemarks } from './engine/rule.ts'
import { type Described, schemaRemarks } from './engine/schema-remarks.ts'
import { tagOfWord } from './tags.ts'

/** Lines to write for facts whose form their names do not tell. */
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

/** What keys of other lists and programs were meant to say. */
const meant = new Map(
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
  }).flatMap(([cure, keys]) => keys.split(' ').map((key) => [key, cure] as const)),
)

/** Every fact is one that entries have, and has the shape that the schema gives it. */
export const facts: EntryRule = {
  name: 'facts',
  sentence:
    'Every key is one of [those above](#an-entry-fact-by-fact), and every value has its form: a list where a list is expected, a day as `2024-10-04`.',
  *check(file, { topics, vocabulary, today }) {
    const words = new Map([
      ['topics', topics.map(({ id }) => id)],
      ['kind', Object.keys(vocabulary.kinds)],
      ['tags', Object.keys(vocabulary.tags)],
    ])
    const described: Described = {
      schema: entryFacts,
      example(key) {
        const first = words.get(key)?.[0]
        return first ? `${key}: [${first}]` : examples.get(key)
      },
      meant: (key) => meant.get(key),
      cure(name, value) {
        const now = name === 'added' && today < '9999' ? `added: ${today}` : undefined
        if (typeof value !== 'string' || value === '') return now
        const known = words.get(name)
        if (known) {
          const items = value.split(/[,;]/.test(value) ? /\s*[,;]\s*/ : /\s+/)
          const same = items.flatMap(
            (item) =>
              (name === 'tags' && tagOfWord(item, vocabulary)) || nearestName(item, known) || [],
          )
          return same.length === items.length ? `${name}: ${yamlList(same)}` : undefined
        }
        if (name === 'authors') return `authors: ${yamlList(authorsMeant(value))}`
        if (name === 'formerIds') return isReservedName(value) ? undefined : idFromTitle(value)
        // A year alone would drop what else was written.
        const date = /^(?:published|added|date)$/.test(name) ? parseDate(value) : undefined
        return date && date.length > 4 && date !== value ? `${name}: ${date}` : now
      },
    }
    yield* schemaRemarks(described, file.frontMatter)
    yield* itemRemarks('names', file)
    yield* itemRemarks('alsoTitled', file)
  },
}

/** Names between "and", semicolons or commas; `Family, Given` is turned round. */
function authorsMeant(value: string): readonly string[] {
  const parted = value.split(/\s*;\s*(?:and\s+)?|\s*,?\s+(?:and|&)\s+/)
  const inverted = /;/.test(value) || parted.every((name) => /^[^,]+,[^,]+$/.test(name))
  return inverted && parted.length > 1
    ? parted.map((name) => name.replace(/^([^,]+),\s*(.+)$/, '$2 $1'))
    : parted.flatMap((part) => part.split(/\s*,\s*/))
}
