import { join } from 'node:path'
import { entryOf } from '../../src/intake/entry.ts'
import { newId } from '../../src/intake/entry-id.ts'
import type { EntryFacts } from '../../src/model/entry.ts'
import type { Finding } from '../../src/model/finding.ts'
import { checkEntry } from '../../src/rules/engine/all.ts'
import type { Surroundings } from '../../src/rules/engine/rule.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import type { EntryContent } from '../../src/text/entry-writer.ts'
import { writeEntryFile } from '../../src/text/entry-writer.ts'
import type { FoundPaper } from './found-paper.ts'

/** What only a person can say of a paper. */
export type Choices = Partial<
  Pick<EntryFacts, 'topics' | 'kind' | 'tags' | 'names' | 'claim' | 'evidence'>
>

/** An entry that is ready to be written. */
export interface Draft {
  paper: FoundPaper
  id: string
  path: string
  content: EntryContent
  /** The whole file. */
  text: string
}

/** Makes the entry of a found paper, in the same way as convert. A fact that nobody knows is absent. */
export function draftOf(
  paper: FoundPaper,
  choices: Choices,
  { folder, taken, today }: { folder: string; taken: Set<string>; today: string },
): Draft {
  const record = { title: paper.title, line: 1, abstract: paper.abstract }
  const content = entryOf(record, paper.item, today)
  content.facts = {
    ...content.facts,
    ...(paper.paper && { paper: paper.paper }),
    ...choices,
  }
  const id = newId(content.facts.title ?? paper.title, taken)
  taken.add(id)
  const path = join(folder, `${id}.mdx`).replaceAll('\\', '/')
  return { paper, id, path, content, text: writeEntryFile(content) }
}

const choiceRules: Readonly<Record<keyof Choices, string>> = {
  topics: 'topics',
  kind: 'facts',
  tags: 'tags',
  names: 'names',
  claim: 'claim',
  evidence: 'evidence',
}

/** What the rules have against a person's choices, before anything is written. */
export function faultsOfChoices({ path, text, content }: Draft, around: Surroundings): Finding[] {
  const rules = new Set(
    Object.entries(choiceRules)
      .filter(([name]) => content.facts[name as keyof Choices] !== undefined)
      // The schema says how many topics there may be, for instance.
      .flatMap(([, rule]) => [rule, 'facts']),
  )
  return checkEntry(parseEntryFile(path, text), around).filter(({ rule }) => rules.has(rule))
}
