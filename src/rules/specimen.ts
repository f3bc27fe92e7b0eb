import { identitiesOf } from '../model/identity.ts'
import { type EntryFile, parseEntryFile } from '../text/entry-file.ts'
import { checkEntry } from './all.ts'
import type { Surroundings } from './rule.ts'

/** Where the specimen stands. */
export const specimenPath = 'content/papers/steady-preferences.mdx'

/** An entry that no rule has anything against; tests plant their faults in it. */
export const specimen = `---
title: "Steady Preferences: Learning from Ties"
authors: [Ada Example, Bo Sample, Çağla Örnek]
published: 2024-10-04
paper: https://arxiv.org/abs/2410.01234
venue: ACL 2025
doi: 10.18653/v1/2025.acl-long.12
topics: [preference-optimization, safety]
kind: [method]
names: [TieRM²]
alsoTitled: [Learning from Ties]
tags: [reward-model, preference-data]
links:
  code: https://github.com/example/ties
claim: A reward model that keeps ties agrees with people more often than one that drops them.
evidence: "ties between answers carry a useful signal for reward models"
added: 2025-03-13
---

Human annotators often find two answers equally good, and such judgements are thrown away. We show that ties between answers carry a useful signal for reward models. Our model, TieRM², learns from them, and agrees with people on 71% of three preference sets, against 64% for the strongest baseline. The [code](https://github.com/example/ties) is public.

## Notes

The sets are small.
`

/** What surrounds the specimen: a small list of its own. */
export const specimenAround: Surroundings = {
  topics: [
    ['preference-optimization', 'Preference optimization'],
    ['safety', 'Safety'],
    ['evaluation', 'Evaluation and judges'],
  ].map(([id = '', name = ''], index) => ({
    id,
    name,
    order: index + 1,
    description: 'One line.',
    include: 'A rule.',
    exclude: 'Another rule.',
  })),
  vocabulary: {
    tags: {
      'reward-model': { name: 'Reward model', meaning: 'A model.', aliases: ['preference model'] },
      'preference-data': { name: 'Preference data', meaning: 'Data.', aliases: [] },
      rlhf: {
        name: 'RLHF',
        meaning: 'A method.',
        aliases: ['reinforcement learning from human feedback'],
      },
    },
    acronyms: {},
    venues: {
      ACL: { name: 'Annual Meeting of the ACL', kind: 'conference' },
      'Proceedings of the VLDB Endowment': {
        name: 'Proceedings of the VLDB Endowment',
        kind: 'journal',
        short: 'PVLDB',
      },
    },
  },
  today: '2026-03-13',
  identities: identitiesOf([
    {
      arxiv: '2410.01234',
      doi: '10.18653/v1/2025.acl-long.12',
      title: 'Steady Preferences: Learning from Ties',
      authors: ['Ada Example', 'Bo Sample', 'Çağla Örnek'],
      published: '2024-10-04',
    },
    {
      arxiv: '2410.99999',
      doi: '10.18653/v1/2025.acl-long.99',
      title: 'Steady Preference Learning with Ties',
      authors: ['Cy Other'],
      published: '2024-10-30',
    },
  ]),
  gaps: {},
}

/** The specimen's text with one thing in it changed. Throws when that is not there. */
export function planted(from: string, to: string, source = specimen): string {
  if (!source.includes(from)) throw new Error(`The specimen has no ${JSON.stringify(from)}`)
  return source.replace(from, () => to)
}

/** The specimen's file, or another text in its place. */
export function specimenFile(source = specimen, path = specimenPath): EntryFile {
  return parseEntryFile(path, source)
}

/** Everything that the rules of entries have against a text: `2:8 frontmatter-syntax Unexpected …`. */
export function faultsIn(source: string, around = specimenAround, path = specimenPath): string[] {
  return checkEntry(specimenFile(source, path), around).map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  )
}
