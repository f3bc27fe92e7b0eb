import { expect, test } from 'vitest'
import { fixtureList } from '../content/fixtures/list.ts'
import { loadVocabulary } from '../content/read.ts'
import { newVenueLine, venueName } from './venue-name.ts'

// An entry would name a venue that its paper never appeared at.

const { venues } = loadVocabulary(fixtureList)

test.each([
  ['Advances in Neural Information Processing Systems', 2023, 'NeurIPS 2023'],
  ["NeurIPS'23", undefined, 'NeurIPS 2023'],
  ['Proceedings of the 40th International Conference on Machine Learning', 2023, 'ICML 2023'],
  [
    'Findings of the Association for Computational Linguistics: ACL 2023',
    2023,
    'Findings of ACL 2023',
  ],
  ['ACL', undefined, undefined],
  ['Nature Machine Intelligence', 2021, undefined],
  ['Computational Linguistics', 2023, undefined],
  ['NAACL2024(findings)', undefined, undefined],
  ['NeurIPS 2023 Workshop on Instruction Tuning', 2023, undefined],
  [
    'ICLR 2024 Workshop on Reliable and Responsible Foundation Models',
    2024,
    'ICLR Workshop on Reliable and Responsible Foundation Models 2024',
  ],
])('%s (%s)', (text, year, name) => expect(venueName(text, year, venues)).toBe(name))

// A curator would write the venues of a whole file by hand, or copy a line that is no YAML.
test.each([
  [
    'Journal of Made-Up Results',
    'journal',
    'Journal of Made-Up Results: {name: Journal of Made-Up Results, kind: journal}',
  ],
  [
    'Proceedings of the 3rd Conference on Odd: Things, Quite (CoOT 2024)',
    'booktitle',
    'CoOT: {name: "Conference on Odd: Things, Quite", kind: conference}',
  ],
  [
    'NeurIPS 2023 Workshop on Odd Things',
    'venue',
    'NeurIPS Workshop on Odd Things: {name: NeurIPS Workshop on Odd Things, kind: workshop}',
  ],
  ['Science', 'container-title', 'Science: {name: Science, kind: journal}'],
  ['ACL', 'venue', undefined],
])('the line for %s', (text, field, line) => expect(newVenueLine(text, field, venues)).toBe(line))
