import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText, skippedTexts, venues } from './fixtures/read-text.ts'
import { listingText, paperFormatOf, readPapers } from './formats.ts'

// An unexpected file would end the command with a stack trace.

const forms = ['BibTeX', 'RIS', 'JSON', 'JSON Lines', 'a table', 'a Markdown link list'] as const

test.each(forms)('%s: no text makes the parser throw', (form) => {
  const fragment = fc.constantFrom(
    '@article{a,', 'title = {', '}', '"', '{', '[', ']', ',', '\n', '- [x](https://arxiv.org/abs/2410.03227)',
    '{"title": "A B"}', '__proto__', '|', '\\', '$', 'title,doi\n', '@string{', '(', '```', '<', '%', '\u0000', '😀',
  ) // biome-ignore format: a list of fragments
  fc.assert(
    fc.property(fc.array(fc.oneof(fragment, fc.string()), { maxLength: 40 }), (parts) => {
      const { papers, skipped } = readText(form, parts.join(''))
      for (const { line } of [...papers, ...skipped]) expect(line).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})

test('a file that is not UTF-8 is rejected', () => {
  expect(readPapers('BibTeX', new Uint8Array([0x40, 0xff]), venues)).toEqual({
    papers: [],
    skipped: [{ line: 1, what: 'the file', why: 'it is not in UTF-8; save it as UTF-8' }],
  })
})

test('byte order marks and Windows line endings are ignored', () => {
  const text = '\uFEFF@misc{a,\r\n title={A B}}\r\n@misc{b, title={C D}}'
  const { papers } = readText('BibTeX', text)
  expect(papers.map(({ title, line }) => [title, line])).toEqual([
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
])('the format of %s is %s', (path, format) => expect(paperFormatOf(path)).toBe(format))

// A broken file, or one that is not a listing, would be converted without an error.

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))

test('a listing in UTF-8 is read unchanged, without its byte order mark', () => {
  const text = 'Tïtle 𝛼\r\n'
  expect(listingText('a.txt', bytes([0xef, 0xbb, 0xbf], text))).toBe(text)
  const tagged = '[Re] A Study\n\nWe study <ACTOR> tokens.\n\n<ACTOR Tokens\n\nMore.'
  expect(listingText('a.txt', bytes(tagged))).toBe(tagged)
})

test.each([
  ['3:4', 'byte, expected UTF-8', bytes('A\n\ncaf', [0xe9], ' é\nfine\n', [0xf0, 0x9d])],
  ['1:1', 'byte, expected UTF-8', bytes([0xff, 0xfe, 0x41, 0])],
  ['1:1', 'file, expected a listing: it is an HTML page', bytes('\n<!DOCTYPE html>\n<title>')],
  ['1:1', 'JSON, expected a listing. Give the file the ending', bytes('[\n {"title": "x"}\n]')],
  ['1:1', 'markup, program or binary file', bytes('A\n\nb', [7], 'c.')],
])('at %s: Unexpected %s', (place, what, data) => {
  const finding = listingText('a.txt', data)
  if (typeof finding === 'string') expect.fail('it was read as a listing')
  expect(`${finding.line}:${finding.column}`).toBe(place)
  expect(finding.message).toContain(`Unexpected ${what}`)
})

// A wrong identifier in a public list would merge two papers.

test('an identifier under two titles is removed from both papers, and both are kept', () => {
  const { papers, skipped } = readText(
    'a table',
    `title,url
Language Models Learn to Mislead Humans via RLHF,https://arxiv.org/abs/2503.00897
A Simple Method for Text-to-Image Diffusion,https://arxiv.org/abs/2503.00897
Third,https://example.org/1.pdf
Something Else Entirely,https://example.org/1.pdf`,
  )
  expect(papers.map(({ line, arxiv, paper }) => arxiv ?? paper ?? line)).toEqual([2, 3, 4, 5])
  expect(skippedTexts(skipped).slice(1, 3)).toEqual([
    '3 `2503.00897` and the month `2025-03` of `A Simple Method for Text-to-Image Diffusion`: line 2 has it for `Language Models Learn to Mislead Humans via RLHF`; `npm run add -- 2503.00897` looks up whose it is',
    '4 `https://example.org/1.pdf` of `Third`: line 5 has it for `Something Else Entirely`',
  ])
})

test('the records of one paper are merged, and the facts that are left out are reported', () => {
  const text = `@misc{a, title={A Title of It}, eprint={2410.03227}, author={Doe, Jane}}
@misc{b, title={A title of it}, doi={10.1234/x}, abstract={Words.}, author={Doe, J.}, code={https://github.com/a/b}}
@misc{c, title={A title of it}, url={https://openreview.net/forum?id=abc}}`
  const { papers, skipped } = readText('BibTeX', text)
  const facts = { arxiv: '2410.03227', doi: '10.1234/x', code: 'https://github.com/a/b' }
  expect(papers).toMatchObject([
    { title: 'A title of it', abstract: ['Words.'], authors: ['J. Doe'], ...facts },
  ])
  const same = 'line 2 has the same paper; left out here:'
  expect(skippedTexts(skipped)).toEqual([
    `1 \`A Title of It\`: ${same} authors \`Jane Doe\``,
    `3 \`A title of it\`: ${same} paper \`https://openreview.net/forum?id=abc\``,
  ])
})

test('a value that an entry must not have is removed, and other fields are kept', () => {
  const text = `@misc{a, title={A Title of It}, abstract={${'word '.repeat(3000)}}, eprint={2410.03227}, author={Doe, Jane}}`
  const { papers, skipped } = readText('BibTeX', text)
  expect(papers).toMatchObject([{ abstract: [], arxiv: '2410.03227', authors: ['Jane Doe'] }])
  expect(skipped).toMatchObject([{ line: 1, what: 'abstract of `A Title of It`' }])
})
