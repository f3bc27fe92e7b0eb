import { entryFacts, factNames, linkKind } from '../model/entry.ts'
import { idFromTitle } from '../model/identifier.ts'
import { nearest } from './nearest.ts'
import { repeated } from './repeated.ts'
import type { EntryRule } from './rule.ts'
import { type Described, schemaRemarks } from './schema-remarks.ts'
import { soundFacts } from './sound-facts.ts'
import { tagOfWord } from './tag-meant.ts'

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
  arxiv: 'Write `paper: https://arxiv.org/abs/…`.',
  author: 'Did you mean `authors`?',
  code: 'Write `links: {code: https://…}`.',
  conference: 'Did you mean `venue`?',
  data: 'Write `links: {data: https://…}`.',
  date: 'Did you mean `published`?',
  github: 'Write `links: {code: https://…}`.',
  journal: 'Did you mean `venue`?',
  keywords: 'Did you mean `tags`?',
  link: 'Did you mean `links`?',
  project: 'Write `links: {project: https://…}`.',
  summary: 'Did you mean `claim`?',
  url: 'Did you mean `paper`?',
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
  *check(file, { topics, vocabulary }) {
    const cure = (name: string, value: string) => {
      if (name === 'topics')
        return (
          nearest(
            value,
            topics.map(({ id }) => id),
          ) ?? idFromTitle(value)
        )
      if (name === 'tags') return tagOfWord(value, vocabulary) ?? idFromTitle(value)
      return name === 'formerIds' ? idFromTitle(value) : undefined
    }
    yield* schemaRemarks({ ...described, cure }, file.frontMatter)
    const { kind = [], names = [], alsoTitled = [] } = soundFacts(file)
    for (const [name, items] of Object.entries({ kind, names, alsoTitled })) {
      yield* repeated(name, items, file.frontMatter.placeOf)
    }
  },
}
