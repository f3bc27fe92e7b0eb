import { expect, test } from 'vitest'
import type { ReadRecord } from '../../../src/intake/reading.ts'
import { distinct, sameTitle } from './distinct.ts'

// One wrong identifier of a public list would give a paper another one's title, as it has in rivals.

const record = (line: number, title: string, arxiv?: string, paper?: string): ReadRecord => ({
  title,
  line,
  abstract: [],
  item: {
    title,
    arxiv,
    doi: undefined,
    published: undefined,
    authors: undefined,
    venue: undefined,
    code: undefined,
    project: undefined,
    alsoTitled: undefined,
  },
  ...(paper && { paper }),
})
const reading = (...records: ReadRecord[]) => distinct({ records, leftOut: [], unread: new Map() })

test('a paper that stands twice comes through once', () => {
  const { records, leftOut } = reading(
    record(1, 'WebGPT: Browser-assisted question-answering', '2112.09332'),
    record(2, 'Another Paper of Some Kind', '2401.00001'),
    record(3, 'WebGPT: browser-assisted Question-Answering with human feedback', '2112.09332'),
    record(4, 'Another paper of some kind'),
  )
  expect(records.map(({ line }) => line)).toEqual([1, 2])
  expect(leftOut.map(({ line, why }) => [line, why])).toEqual([
    [3, 'line 1 has the same paper'],
    [4, 'line 2 has the same paper'],
  ])
})

test('one identifier under two titles is nobody’s until someone has looked', () => {
  const { records, leftOut } = reading(
    record(93, 'Language Models Learn to Mislead Humans via RLHF', '2503.00897'),
    record(97, 'A Simple Method for Text-to-Image Diffusion', '2503.00897'),
    record(99, 'Third', undefined, 'https://example.org/1.pdf'),
    record(101, 'Something Else Entirely', undefined, 'https://example.org/1.pdf'),
  )
  expect(records).toEqual([])
  expect(leftOut).toEqual([
    {
      line: 93,
      what: '`Language Models Learn to Mislead Humans via RLHF`',
      why: 'another line gives `2503.00897` to another paper; `npm run add -- 2503.00897` asks whose it is',
    },
    {
      line: 97,
      what: '`A Simple Method for Text-to-Image Diffusion`',
      why: 'line 93 gives `2503.00897` to `Language Models Learn to Mislead Humans via RLHF`; `npm run add -- 2503.00897` asks whose it is',
    },
    {
      line: 99,
      what: '`Third`',
      why: 'another line gives `https://example.org/1.pdf` to another paper',
    },
    {
      line: 101,
      what: '`Something Else Entirely`',
      why: 'line 99 gives `https://example.org/1.pdf` to `Third`',
    },
  ])
})

test.each([
  ['Direct Preference Optimization', 'direct preference-optimization', true],
  ['Tulu 3: Pushing Frontiers in Post-Training', 'Tulu 3: Pushing Frontiers', true],
  ['Safe RLHF', 'Safe DPO', false],
  ['OPT: Open Pre-trained Transformers', 'OPT-1.3|6.7|13|30|66B', false],
])('%s / %s', (a, b, same) => expect(sameTitle(a, b)).toBe(same))
