// A record of the listing would be missing from the site, or have another one's abstract.
import { expect, test } from 'vitest'
import { skippedTexts } from './fixtures/read-text.ts'
import { parseListing } from './listing.ts'

const boilerplate = `new

Get trending papers in your email inbox!

Subscribe

byAK and the research community

Mar 13

`
const abstract = (words: string, length = 1000) =>
  `${words} ${'We hold this to be so. '.repeat(Math.ceil(length / 23))}`
    .slice(0, length - 1)
    .trimEnd()
    .replace(/\.?$/, '.')

const papersIn = (text: string) => parseListing(text).papers

test('a listing has boilerplate, then titles and abstracts in turn', () => {
  expect(parseListing(`${boilerplate}A Title\n\nAn abstract.\n\nB?\n\nMore.\n`)).toEqual({
    date: '--03-13',
    skipped: [],
    papers: [
      { title: 'A Title', line: 11, abstract: ['An abstract.'] },
      { title: 'B?', line: 15, abstract: ['More.'] },
    ],
  })
})

const received = `${boilerplate}A\n\nOne b.\n\nC\n\nTwo d.\n`
test.each([
  ['with CRLF', received.replaceAll('\n', '\r\n')],
  [
    'with tabs and no-break spaces',
    `${boilerplate}\u00A0A\t\n\u00A0\t\n\tOne\u00A0\u00A0b.\u2003\n \nC \n\nTwo\td.`,
  ],
  ['with wrapped lines', 'A\n\nOne\nb.\n\nC\n\nTwo\nd.'],
  ['with a year', received.replace('Mar 13', 'March 13th, 2025')],
])('a listing %s', (_name, text) => {
  expect(papersIn(text).map(({ title, abstract }) => [title, ...abstract])).toEqual([
    ['A', 'One b.'],
    ['C', 'Two d.'],
  ])
})

test('an abstract may have several paragraphs, even without blank lines between them', () => {
  const parts = [
    abstract('First we ask for a title.', 700),
    abstract('Then we answer.', 700),
    'We find:',
    '- one thing',
    '(2) another; and',
    'Project page: https://example.org/page',
    'Code is at github.com/owner/name.',
  ]
  expect(papersIn(`A Title\n\n${parts.join('\n\n')}\n\nB\n\nEnd.`)).toEqual([
    { title: 'A Title', line: 1, abstract: parts },
    { title: 'B', line: 17, abstract: ['End.'] },
  ])
  expect(papersIn(`A Title\n${parts[0]}\n${parts[1]}\n\nB\n\nEnd.`)[0]?.abstract).toEqual(
    parts.slice(0, 2),
  )
})

test.each([
  'Cut Your Losses! Learning to Prune',
  'GUI vs. CLI: Bottlenecks of Agents',
  'To Be or Not to Be...',
  "ReSWD: ReSTIR'd, not shaken. Combining Reservoir Sampling and Sliced Wasserstein Distance",
])('%s is a title', (title) =>
  expect(papersIn(`B\n\nOne b.\n\n${title}\n\n${abstract(`${title}.`, 400)}`)[1]?.title).toBe(
    title,
  ),
)

const long = abstract('Long apes, long cats.', 1500)
test.each([
  [
    'a title without an abstract',
    'A\n\nB\n\nAn abstract.\n\nC',
    ['B'],
    ['1 title `A`: it has no abstract below it', '7 title `C`: it has no abstract below it'],
  ],
  [
    'the page’s date in the middle',
    'A\n\nAn abstract.\n\nMar 12\n\nB\n\nMore.',
    ['A', 'B'],
    ['5 `Mar 12`: it belongs to the page, not to a paper'],
  ],
  [
    'an abstract whose title is missing between others',
    `Apes\n\n${long}\n\n${long}\n\nCats\n\n${long}`,
    ['Apes', 'Cats'],
    [
      "5 abstract `Long apes, long cats. We hold this to be so. We hold this to be so. We hold thi…`: it is a second abstract under `Apes` (line 1); together they have 3001 characters, and arXiv's longest abstract has 1920",
    ],
  ],
  [
    'a line between a title and its abstract',
    `Words of Foxes\n\nOpen in Colab\n\n42\n\n${abstract('Foxes speak.', 400)}\n\nUpvote\n\n${abstract('Nobody knows.', 400)}`,
    ['Words of Foxes'],
    [
      '5 line `42`: it has no words',
      '3 line `Open in Colab`: it is between a title and its abstract',
      '9 title `Upvote`: it has no abstract below it',
      '11 abstract `Nobody knows. We hold this to be so. We hold this to be so. We hold this to be …`: it shares no word with the line above it',
    ],
  ],
])('%s does not affect other records', (_name, text, titles, told) => {
  const { papers, skipped } = parseListing(text)
  expect(papers.map(({ title }) => title)).toEqual(titles)
  expect(skippedTexts(skipped)).toEqual(told)
})

test.each(['\uFEFF \n\u00A0\n', boilerplate, 'one\n\ntwo\n\nthree\n\nfour'])(
  '%j has no papers',
  (text) => expect(papersIn(text)).toEqual([]),
)
