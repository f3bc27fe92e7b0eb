import type { Finding } from '../../src/model/finding.ts'
import { checkEntry } from '../../src/rules/all.ts'
import { guardRules } from '../../src/rules/guard.ts'
import type { Surroundings } from '../../src/rules/rule.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import { plainText } from '../../src/text/plain.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { Choices, Draft } from './draft.ts'

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

/** Throws `CommandFailed` when a draft may not be written: the guard would refuse it, or words of the abstract would be lost. */
export function guardDraft({ path, text, content, paper }: Draft, around: Surroundings): void {
  const file = parseEntryFile(path, text)
  const names = new Set(guardRules.map(({ name }) => name))
  const [first] = checkEntry(file, around).filter(({ rule }) => names.has(rule))
  if (first) {
    throw new CommandFailed(
      `${first.message} (${first.rule}, in what ${paper.source} says of \`${paper.title}\`)`,
    )
  }
  if (plainText(file.abstract) !== plainText(content.abstract)) {
    throw new CommandFailed(
      `Unexpected markup in the abstract of \`${paper.title}\`, expected words that can be written and read again. Write the entry by hand, as CONTRIBUTING says.`,
    )
  }
}
