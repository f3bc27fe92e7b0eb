import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinct } from './distinct.ts'
import { readText, venues } from './fixtures/foreign.ts'
import { paperFormOf, readPapers } from './read-papers.ts'
import { noFacts, type ReadRecord } from './reading.ts'

// A file that nobody expected would end the command with a stack trace instead of a sentence.

const forms = ['BibTeX', 'RIS', 'JSON', 'JSON Lines', 'a table', 'a Markdown link list'] as const

test.each(forms)(
  '%s: no text makes the reader throw, and nothing is neither read nor named',
  (form) => {
    const scrap = fc.constantFrom(
    '@article{a,', 'title = {', '}', '"', '{', '[', ']', ',', '\n', '- [x](https://arxiv.org/abs/2410.03227)',
    '{"title": "A B"}', '__proto__', '|', '\\', '$', 'title,doi\n', '@string{', '(', '```', '<', '%', '\u0000', '😀',
  ) // biome-ignore format: a list of scraps
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string()), { maxLength: 40 }), (parts) => {
        const { records, leftOut } = readText(form, parts.join(''))
        for (const { line } of [...records, ...leftOut]) expect(line).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  },
)

test('a file that is not UTF-8 is no file of papers', () => {
  expect(readPapers('BibTeX', new Uint8Array([0x40, 0xff]), venues)).toEqual({
    records: [],
    leftOut: [{ line: 1, what: 'the file', why: 'it is not UTF-8, in which text is read here' }],
    unused: [],
  })
})

test('a byte order mark and Windows line ends make no difference', () => {
  const text = '\uFEFF@misc{a,\r\n title={A B}}\r\n@misc{b, title={C D}}'
  const { records } = readText('BibTeX', text)
  expect(records.map(({ title, line }) => [title, line])).toEqual([
    ['A B', 1],
    ['C D', 3],
  ])
})

test.each([
  ['papers.BIB', 'BibTeX'],
  ['a/b.c/papers.csl.json', 'JSON'],
  ['x.tsv', 'a table'],
  ['README.md', 'a Markdown link list'],
  ['listing.txt', undefined],
  ['listing', undefined],
])('%s is %s', (path, form) => expect(paperFormOf(path)).toBe(form))

// One wrong identifier of a public list would give a paper another one's title, as it has in rivals.

const record = (line: number, title: string, arxiv?: string, paper?: string): ReadRecord => ({
  title,
  line,
  abstract: [],
  item: { title, ...noFacts, arxiv },
  ...(paper && { paper }),
})
const reading = (...records: ReadRecord[]) => distinct({ records, leftOut: [], unused: [] })

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

test('one identifier under two titles is nobody’s until someone has looked, and takes neither paper down', () => {
  const { records, leftOut } = reading(
    record(93, 'Language Models Learn to Mislead Humans via RLHF', '2503.00897'),
    record(97, 'A Simple Method for Text-to-Image Diffusion', '2503.00897'),
    record(99, 'Third', undefined, 'https://example.org/1.pdf'),
    record(101, 'Something Else Entirely', undefined, 'https://example.org/1.pdf'),
  )
  expect(records.map(({ line, item, paper }) => item.arxiv ?? paper ?? line)).toEqual([
    93, 97, 99, 101,
  ])
  expect(leftOut.map(({ line, what, why }) => `${line} ${what}: ${why}`).slice(1, 3)).toEqual([
    '97 `2503.00897` of `A Simple Method for Text-to-Image Diffusion`: line 93 gives it to `Language Models Learn to Mislead Humans via RLHF`; `npm run add -- 2503.00897` asks whose it is',
    '99 `https://example.org/1.pdf` of `Third`: line 101 gives it to `Something Else Entirely`',
  ])
})

test('of a paper that stands twice all facts are put together, whichever of the two has them', () => {
  const text = `@misc{a, title={A Title of It}, eprint={2410.03227}, author={Doe, Jane}}
@misc{b, title={A title of it}, doi={10.1234/x}, abstract={Words.}, author={Doe, J.}, code={https://github.com/a/b}}`
  const { records, leftOut } = readText('BibTeX', text)
  expect(records).toMatchObject([
    {
      title: 'A title of it',
      abstract: ['Words.'],
      item: {
        arxiv: '2410.03227',
        doi: '10.1234/x',
        code: 'https://github.com/a/b',
        authors: ['J. Doe'],
      },
    },
  ])
  expect(leftOut.map(({ why }) => why)).toEqual([
    'line 2 has the same paper, with other facts: authors `Jane Doe`',
  ])
})

test('what an entry may not hold costs the field that it stands in', () => {
  const text = `@misc{a, title={A Title of It}, abstract={${'word '.repeat(3000)}}, eprint={2410.03227}, author={Doe, Jane}}`
  const { records, leftOut } = readText('BibTeX', text)
  expect(records).toMatchObject([
    { abstract: [], item: { arxiv: '2410.03227', authors: ['Jane Doe'] } },
  ])
  expect(leftOut).toMatchObject([{ line: 1, what: 'abstract of `A Title of It`' }])
})
