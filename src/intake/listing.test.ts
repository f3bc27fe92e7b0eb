// A record of the listing would be missing from the site, or another one's abstract would stand under its title.
import { describe, expect, it } from 'vitest'
import { parseListing } from './listing.ts'

const furniture = `new

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

const say = (text: string) =>
  parseListing('new.txt', text).findings.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  )
const records = (text: string) => parseListing('new.txt', text).records

describe('a listing as received', () => {
  it('has its furniture, then titles and abstracts in turn', () => {
    expect(
      parseListing('a.txt', `${furniture}A Title\n\nAn abstract.\n\nB?\n\nMore. And more.\n`),
    ).toEqual({
      date: '--03-13',
      findings: [],
      records: [
        { title: 'A Title', line: 11, abstract: ['An abstract.'] },
        { title: 'B?', line: 15, abstract: ['More. And more.'] },
      ],
    })
  })

  it.each([
    ['with CRLF', `${furniture}A\n\nOne b.\n\nC\n\nTwo d.\n`.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${furniture}A\n\nOne b.\n\nC\n\nTwo d.`],
    [
      'with tabs and no-break spaces',
      `${furniture}\u00A0A\t\n\u00A0\t\n\tOne\u00A0\u00A0b.\u2003\n \nC \n\nTwo\td.`,
    ],
    [
      'with runs of blank lines',
      `\n\n${furniture}\n\n\nA\n\n\n\n\nOne b.\n\n\nC\n\n\n\nTwo d.\n\n\n`,
    ],
    ['with wrapped lines', 'A\n\nOne\nb.\n\nC\n\nTwo\nd.'],
    ['with a year', `${furniture.replace('Mar 13', 'March 13th, 2025')}A\n\nOne b.\n\nC\n\nTwo d.`],
  ])('%s', (_name, text) => {
    expect(say(text)).toEqual([])
    expect(records(text).map(({ title, abstract }) => [title, ...abstract])).toEqual([
      ['A', 'One b.'],
      ['C', 'Two d.'],
    ])
  })
})

describe('an abstract of several paragraphs', () => {
  const parts = [
    abstract('First we ask.', 700),
    abstract('Then we answer.', 700),
    'We find:',
    '- one thing',
    '(2) another; and',
    'Project page: https://example.org/page',
    'Code is at github.com/owner/name.',
  ]

  it('is one abstract', () => {
    expect(say(`A Title\n\n${parts.join('\n\n')}\n\nB\n\nEnd.`)).toEqual([])
    expect(records(`A Title\n\n${parts.join('\n\n')}\n\nB\n\nEnd.`)).toEqual([
      { title: 'A Title', line: 1, abstract: parts },
      { title: 'B', line: 17, abstract: ['End.'] },
    ])
  })

  it('may have its paragraphs on lines that follow each other', () => {
    expect(records(`A Title\n${parts[0]}\n${parts[1]}\n\nB\n\nEnd.`)).toEqual([
      { title: 'A Title', line: 1, abstract: parts.slice(0, 2) },
      { title: 'B', line: 5, abstract: ['End.'] },
    ])
  })

  it('may be as long as arXiv lets it be, and end with an address', () => {
    const text = `A Title\n\n${abstract('One.', 960)}\n\n${abstract('Two.', 959)}\n\nSee https://example.org/${'x'.repeat(99)}`
    expect(say(text)).toEqual([])
    expect(records(text)[0]?.abstract).toHaveLength(3)
  })
})

describe('what is a title', () => {
  it.each([
    'Cut Your Losses! Learning to Prune',
    'GUI vs. CLI: Bottlenecks of Agents',
    'To Be or Not to Be...',
    'Can Agents Earn $1 Million?',
    '3D-R1: et al. Matters',
  ])('%s', (title) => expect(records(`${title}\n\nAn abstract.`)[0]?.title).toBe(title))
})

describe('what is wrong', () => {
  const long = abstract('Long.', 1500)

  it.each([
    [
      'a title without an abstract',
      'A\n\nB\n\nAn abstract.\n\nC',
      [
        '1:1 Unexpected title `A` without an abstract, expected its abstract below it. Write the abstract on a line below it, or join it to the line that it belongs to.',
        '7:1 Unexpected title `C` without an abstract, expected its abstract below it. Write the abstract on a line below it, or join it to the line that it belongs to.',
      ],
    ],
    [
      'an abstract without a title',
      `${furniture}An abstract.\n\nB\n\nAn abstract.`,
      [
        "11:1 Unexpected abstract `An abstract.` without a title, expected a title first. Write the paper's title on a line above it.",
      ],
    ],
    [
      'an abstract whose title is missing between others',
      `A\n\n${long}\n\n${long}\n\nC\n\n${long}`,
      [
        "5:1 Unexpected second abstract `Long. We hold this to be so. We hold this to be so. We hold this to be so. We h…` under `A` (line 1), expected a title: together they have 3001 characters, and arXiv's longest abstract has 1920. Write the missing title above it, or join the paragraphs of one abstract to one line.",
      ],
    ],
    [
      'the same record twice',
      'A B\n\nAn abstract.\n\nC\n\nAnother.\n\na  b!\n\nAn abstract.',
      [
        '9:1 Unexpected second record `a b!`, expected each paper once; line 1 has it too. Delete one of the two records.',
      ],
    ],
    [
      'a line that only draws something',
      'A\n\nAn abstract.\n\n-----\n\nB\n\nAnother.',
      [
        '5:1 Unexpected line `-----` without a word, expected a title or an abstract. Delete the line.',
      ],
    ],
    [
      'more than anyone calls an abstract',
      `A\n\n${'word '.repeat(2001)}\n\nB\n\nAn abstract.`,
      [
        '3:1 Unexpected 10004 characters in one piece, expected a title or an abstract. Write one paragraph on a line.',
      ],
    ],
    [
      'an empty file',
      '\uFEFF \n\u00A0\n',
      [
        '1:1 Unexpected empty file, expected a listing. Write the path of a listing: titles and abstracts in turn, with blank lines between them.',
      ],
    ],
    [
      'nothing but furniture',
      furniture,
      [
        "1:1 Unexpected end of the file behind the page's furniture, expected a listing. Write the path of a listing: titles and abstracts in turn, with blank lines between them.",
      ],
    ],
    [
      'any other text',
      'one\n\ntwo\n\nthree\n\nfour',
      [
        '1:1 Unexpected text, expected a listing with a title above each abstract. Write the path of a listing: titles and abstracts in turn, with blank lines between them.',
      ],
    ],
  ])('%s', (_name, text, findings) => expect(say(text)).toEqual(findings))

  it('is all said in one run, in the order of lines', () => {
    const text = `First prose.\n\nA\n\nB\n\nProse.\n\nb\n\nProse.\n\n***\n\nC`
    expect(parseListing('a.txt', text).findings.map(({ line }) => line)).toEqual([1, 3, 9, 13, 15])
  })
})
