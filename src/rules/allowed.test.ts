import { expect, test } from 'vitest'
import { faultsIn, planted, specimen, specimenAround } from './fixtures/specimen.ts'

// A contributor who wrote something right would be told that it is wrong, and would stop trusting the check.

test('there is nothing to say of an entry that is right', () => {
  expect(faultsIn(specimen)).toEqual([])
})

test.each([
  ['a month for a date', 'published: 2024-10-04', 'published: 2024-10'],
  ['a year for a date', 'published: 2024-10-04', 'published: 2024'],
  ['a name without raised characters', 'TieRM²', 'TieRM2'],
  ['no links', 'links:\n  code: https://github.com/example/ties\n', ''],
  ['no notes', '\n## Notes\n\nThe sets are small.\n', ''],
  ['a topic alone', '[preference-optimization, safety]', '[safety]'],
  ['a claim with abbreviations', 'drops them.', 'drops them, e.g. IPO vs. DPO.'],
  ['a claim with a version number', 'drops them.', 'drops them, as GPT-3.5 does.'],
  ['emoji of several parts', 'We show', 'We 👩‍💻 show'],
  ['joiners where a script needs them', 'We show', 'We می‌خواهم show'],
  ['words of another script', 'We show', 'We Привет 你好 مرحبا show'],
  ['Greek beside Latin', 'We show', 'We μP αβ show'],
  ['a backslash of the authors', 'We show', String.raw`We \method show`],
  ['a macro with braces, escaped', 'We show', String.raw`We \ours\{} show`],
  ['approximately', 'We show', 'We ~10% show'],
  ['letters joined by &', 'We show', 'We Q&As show'],
  ['a citation', 'We show', 'We (Zou et al., 2023a) show'],
  ['a price', 'We show', String.raw`We \$5 show`],
  [
    'an address that the authors left without its beginning',
    'We show',
    String.raw`We \[a.io/b]\(a.io/b) show`,
  ],
  ['less than, apart', 'We show', 'We p < 0.05 show'],
  ['less than, escaped', 'We show', String.raw`We \<5 show`],
  ['mathematics', 'We show', String.raw`We $\frac{a}{b} \leq x^2$ show`],
  ['mathematics of one letter', 'We show', 'We $n$ show'],
  ['emphasis', 'We show', 'We **show** _it_'],
  ['code', 'We show', 'We `run{x}` show'],
  ['a list', 'The sets are small.', '- The sets are small.\n- They are three.'],
  ['a quotation in the notes', 'The sets are small.', '> The sets are small.'],
  [
    'two paragraphs',
    'We show that ties between answers carry a useful signal for reward models. ',
    'We show that ties between answers carry a useful signal for reward models.\n\n',
  ],
  ['escapes that another writer leaves out', 'We show', String.raw`We \_show\_`],
])('%s', (_what, from, to) => {
  expect(faultsIn(planted(from, to))).toEqual([])
})

test.each([
  'Ludwig van der Berg',
  "Brian O'Neil",
  'Jean-Luc Picard Jr.',
  'J. R. R. Tolkien',
  'OpenAI',
  'NVIDIA',
  'LLM-jp',
  'Martin Luther King, Jr.',
  'Ānandavardhana',
  '李华',
  'bell hooks',
  'Blaise Agüera y Arcas',
  'Sandra Andersson',
])('%s is an author', (name) => {
  const quoted = name.includes(',') ? `"${name}"` : name
  const { identities: _, ...around } = specimenAround
  const source = planted('[Ada Example, Bo Sample, Çağla Örnek]', `[${quoted}]`)
  expect(faultsIn(source, around)).toEqual([])
})

test('an entry that is no arXiv paper needs no record', () => {
  const source = planted(
    'paper: https://arxiv.org/abs/2410.01234\nvenue: ACL 2025\ndoi: 10.18653/v1/2025.acl-long.12\n',
    'paper: https://openreview.net/forum?id=AbC_1\n',
  )
  expect(faultsIn(source)).toEqual([])
})

test('the month before that of an arXiv id is right, two months before are not', () => {
  const { identities: _, ...around } = specimenAround
  const dated = (date: string) => faultsIn(planted('2024-10-04', date), around)
  expect(dated('2024-09-30')).toEqual([])
  expect(dated('2024-10')).toEqual([])
  expect(dated('2024-08-31')).toEqual([
    '4:12 published Unexpected `2024-08-31` in `published`, expected `2024-10` or the month before, as arXiv id `2410.01234` says. Write the day of its first version.',
  ])
  expect(dated('2024-11-01')).toHaveLength(1)
  expect(dated('2023')).toHaveLength(1)
})
