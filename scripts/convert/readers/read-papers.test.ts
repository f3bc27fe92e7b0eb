import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadVocabulary } from '../../../src/content/read.ts'
import { type PaperForm, paperFormOf, readPapers } from './read-papers.ts'

// A file that nobody expected would end the command with a stack trace instead of a sentence.

const { venues } = loadVocabulary()
const forms: PaperForm[] = ['BibTeX', 'JSON', 'JSON Lines', 'a table', 'a Markdown link list']

test.each(forms)(
  '%s: no text makes the reader throw, and nothing is neither read nor named',
  (form) => {
    const scrap = fc.constantFrom(
    '@article{a,', 'title = {', '}', '"', '{', '[', ']', ',', '\n', '- [x](https://arxiv.org/abs/2410.03227)',
    '{"title": "A B"}', '__proto__', '|', '\\', '$', 'title,doi\n', '@string{', '(', '```', '<', '%', '\u0000', '😀',
  ) // biome-ignore format: a list of scraps
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string()), { maxLength: 40 }), (parts) => {
        const bytes = new TextEncoder().encode(parts.join(''))
        const { records, leftOut } = readPapers(form, bytes, venues)
        for (const { line } of [...records, ...leftOut]) expect(line).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  },
)

test('a file that is not UTF-8 is no file of papers', () => {
  expect(readPapers('BibTeX', new Uint8Array([0x40, 0xff]), venues)).toEqual({
    records: [],
    leftOut: [{ line: 1, what: 'the file', why: 'it is not UTF-8' }],
    unread: new Map(),
  })
})

test('a byte order mark and Windows line ends make no difference', () => {
  const bytes = new TextEncoder().encode('\uFEFF@misc{a,\r\n title={A B}}\r\n@misc{b, title={C D}}')
  const { records } = readPapers('BibTeX', bytes, venues)
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
