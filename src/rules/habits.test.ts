import { expect, test } from 'vitest'
import { faultsIn, planted, specimen } from './fixtures/specimen.ts'

// A newcomer who writes as other programs want it would be told something that is not so, or not what to write.

const authors = 'authors: [Ada Example, Bo Sample, Çağla Örnek]'
const all = '`authors: [Ada Example, Bo Sample, Çağla Örnek]`'
const list = `expected a list. Write ${all}.`

test.each([
  [
    'names joined by "and"',
    authors,
    'authors: Ada Example, Bo Sample and Çağla Örnek',
    `3:10 facts Unexpected text in \`authors\`, ${list}`,
  ],
  [
    'names turned round, as in BibTeX',
    authors,
    'authors: Example, Ada and Sample, Bo and Örnek, Çağla',
    `3:10 facts Unexpected text in \`authors\`, ${list}`,
  ],
  [
    'names parted at every comma',
    authors,
    'authors: [Example, Ada, Sample, Bo]',
    '3:11 authors Unexpected 4 authors of one word each, expected whole names, given name first. Write `authors: [Ada Example, Bo Sample]`.',
  ],
  [
    'a kind in the plural, without brackets',
    'kind: [method]',
    'kind: methods',
    '9:7 facts Unexpected text in `kind`, expected a list. Write `kind: [method]`.',
  ],
  [
    'tags with hash signs',
    'tags: [reward-model, preference-data]',
    'tags: [#reward-model, #preference-data]',
    '12:8 frontmatter-syntax Unexpected `#`, which begins a comment, expected the words without it. Write `tags: [reward-model, preference-data]`.',
  ],
  [
    'a colon of another width',
    'kind: [method]',
    'kind：[method]',
    `9:5 frontmatter-syntax Unexpected \`kind：[method]\`, expected a colon and a space after \`kind\`. Write \`kind: [method]\`.`,
  ],
  [
    'a fact that is set in',
    'kind: [method]',
    '  kind: [method]',
    `9:1 frontmatter-syntax Unexpected white space before a fact, expected it at the start of the line. Write \`kind: [method]\`.`,
  ],
  [
    'a dash that touches its item',
    authors,
    'authors:\n  - Ada Example\n  -Bo Sample\n  - Çağla Örnek',
    `5:3 frontmatter-syntax Unexpected dash without a space, expected \`- item\`. Write \`- Bo Sample\`.`,
  ],
  [
    'an address as a link of Markdown',
    'paper: https://arxiv.org/abs/2410.01234',
    'paper: [arXiv](https://arxiv.org/abs/2410.01234)',
    '5:15 frontmatter-syntax Unexpected link of Markdown, expected its address alone. Write `paper: https://arxiv.org/abs/2410.01234`.',
  ],
  [
    'a claim on two lines',
    'than one that drops them.',
    'than\none that drops them.',
    '16:1 frontmatter-syntax Unexpected line `one that drops them.` without a key, expected `key: value`. Join it to the line above, or take it out.',
  ],
  [
    'no keys for the links',
    'links:\n  code: https://github.com/example/ties',
    'links:',
    '13:7 facts Unexpected empty `links`, expected keys with values. Write it, in quotes where it begins with `#`, or take the line out.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})

test('what a merge left behind is told, line by line', () => {
  const source = planted(
    'kind: [method]\n',
    '<<<<<<< HEAD\nkind: [method]\n=======\n>>>>>>> main\n',
  )
  expect(faultsIn(source).map((fault) => fault.split(',')[0])).toEqual([
    '9:1 frontmatter-syntax Unexpected `<<<<<<< HEAD`',
    '11:1 frontmatter-syntax Unexpected `=======`',
    '12:1 frontmatter-syntax Unexpected `>>>>>>> main`',
  ])
})

test('the fences of other programs are told as such, and the rest is checked', () => {
  const [facts = '', body = ''] = specimen.slice(4).split('\n---\n')
  expect(faultsIn(`+++\n${facts}\n+++\n${body}`)).toEqual([
    '1:1 frontmatter-syntax Unexpected `+++` at the start of the file, expected `---`. Write `---` as the first line.',
    '18:1 frontmatter-syntax Unexpected `+++` below the facts, expected `---`. Write `---`.',
  ])
})

test('a file without facts is not said to lack an abstract', () => {
  expect(faultsIn('We show that ties carry a signal.\n')).toEqual([
    '1:1 frontmatter-syntax Unexpected start of the file, expected the facts between two lines of `---`. Write `---` above the facts and below them.',
  ])
})

const sentence = 'We show that ties'

test.each([
  [
    'the word "Abstract" before the abstract',
    'Human annotators',
    'Abstract: Human annotators',
    '20:1 abstract Unexpected `Abstract:`, expected the words of the abstract. Take it out.',
  ],
  [
    'the button of a page',
    sentence,
    `△ Less ${sentence}`,
    '20:92 abstract Unexpected `△ Less`, expected the words of the abstract. Take it out.',
  ],
  [
    'a space within a link',
    sentence,
    `[code] (https://github.com/example/ties) ${sentence}`,
    '20:97 abstract Unexpected `] (https://github.com/example/ties)`, expected a link. Write `[words](https://…)`, without a space between or in the address.',
  ],
  [
    'an abstract that ends within a sentence',
    'The [code](https://github.com/example/ties) is public.',
    'Its code is with the',
    "20:317 abstract Unexpected `the` at the abstract's end, expected the end of a sentence. Write the rest.",
  ],
  [
    'notes with another heading',
    '## Notes',
    '### notes:',
    '22:1 prose-only Unexpected heading `notes:` of level 3, expected `## Notes`. Write it that way.',
  ],
  [
    'evidence with words left out',
    '"ties between answers carry a useful signal for reward models"',
    '"ties between answers … a useful signal for reward models"',
    '16:11 evidence Unexpected gap `…` in `evidence`, expected one passage of the abstract. Write `"a useful signal for reward models"`, or more of what stands around it.',
  ],
  [
    'a claim that waits for its words',
    'A reward model that keeps ties agrees with people more often than one that drops them.',
    'TODO',
    '15:8 claim Unexpected claim `TODO`, expected a sentence. Write what the paper shows, in four words or more.',
  ],
  [
    'an address in angle brackets',
    'paper: https://arxiv.org/abs/2410.01234',
    'paper: <https://arxiv.org/abs/2410.01234>',
    '5:8 safe-address Unexpected brackets or quotes around address `<https://arxiv.org/abs/2410.01234>`, expected it alone. Write `https://arxiv.org/abs/2410.01234`.',
  ],
  [
    'a venue with its year before it',
    'venue: ACL 2025',
    'venue: 2025 ACL',
    '6:8 venue Unexpected form `2025 ACL` of the venue, expected its series and its year. Write `venue: ACL 2025`.',
  ],
])('%s: one finding', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})

test('an abstract with the paper below it is told as such', () => {
  const paper = 'Ties are good. '.repeat(900).trim()
  expect(faultsIn(planted('## Notes', `${paper}\n\n## Notes`))).toEqual([
    '20:1 size Unexpected abstract of 13818 characters, expected at most 10000. Write the abstract alone, without the paper below it.',
  ])
})

test('below facts that no fence ends, places are still those of the file', () => {
  const source = planted('We show', 'We {pi} show').replace('\n---\n\n', '\n')
  expect(faultsIn(source).map((fault) => fault.split(',')[0])).toEqual([
    '18:1 frontmatter-syntax Unexpected end of the facts',
    '18:95 prose-only Unexpected `{pi}`',
  ])
})
