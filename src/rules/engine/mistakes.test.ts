import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultsIn, planted, specimen } from '../fixtures/specimen.ts'

// A contributor would not be told of a mistake, or would be told something that is not so.

/** Characters that no editor shows are written as `<U+200B>`. */
const decoded = (text: string) =>
  text.replace(/<U\+([\dA-F]{4,6})>/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )

/**
 * The mistakes of `mistakes.txt`. Each has a name, the words of the specimen that are taken out (`- `), the words that are put in
 * their place (`+ `), and what the check finds then.
 */
const mistakes = readFileSync('src/rules/fixtures/mistakes.txt', 'utf8')
  .trimEnd()
  .split(/\n\n(?:#.*\n\n)?|^#.*\n\n/m)
  .filter(Boolean)
  .map((block) => {
    const [name = '', ...lines] = block.split('\n')
    const side = (sign: string) =>
      lines
        .filter((line) => line === sign || line.startsWith(`${sign} `))
        .map((line) => line.slice(2))
    return {
      name,
      from: decoded(side('-').join('\n')),
      to: decoded(side('+').join('\n')),
      findings: lines.filter((line) => /^\d+:\d+ /.test(line)).map(decoded),
    }
  })

test.each(mistakes)('$name', ({ from, to, findings }) => {
  expect(faultsIn(planted(from, to))).toEqual(findings)
})

test('there is nothing to say of an entry that is right', () => {
  expect(faultsIn(specimen)).toEqual([])
})

test('the fences of other programs are told as such, and the rest is checked', () => {
  const [facts = '', body = ''] = specimen.slice(4).split('\n---\n')
  expect(faultsIn(`+++\n${facts}\n+++\n${body}`)).toEqual([
    '1:1 frontmatter-syntax Unexpected `+++` at the start of the file, expected `---`. Write `---` as the first line.',
    '18:1 frontmatter-syntax Unexpected `+++` below the facts, expected `---`. Write `---`.',
  ])
})

test.each([
  'We show that ties carry a signal.\n',
  '# A title\n\nWe show that ties carry a signal.\n',
  '',
])('a file without facts gives one finding, with all that is to be written: %j', (source) => {
  expect(faultsIn(source)).toEqual([
    '1:1 frontmatter-syntax Unexpected start of the file, expected the facts between two lines of `---`. Write `---`, then a line each for `title: …`, `authors: […]`, `published: …`, `paper: …`, `topics: […]`, `kind: […]`, `tags: […]`, `claim: …`, `evidence: "…"` and `added: …`, then `---` again, and the abstract below.',
  ])
})

test('facts without fences give one finding', () => {
  expect(faultsIn(specimen.replaceAll('---\n', ''))).toEqual([
    '1:1 frontmatter-syntax Unexpected start of the file, expected the facts between two lines of `---`. Write `---` above the facts and below them.',
  ])
})

test('a list in place of the facts gives one finding', () => {
  expect(faultsIn('---\n- a\n---\n\nWords.\n')[0]).toBe(
    '2:1 frontmatter-syntax Unexpected `- a`, expected `key: value`. Write one fact a line, as `title: "…"`.',
  )
})

test('every line that ends with a carriage return gives one finding', () => {
  expect(faultsIn(specimen.replaceAll('\n', '\r\n'))).toEqual([
    '1:1 canonical-form Unexpected carriage returns at the ends of lines, expected none. Run `npm run check -- --fix content/papers/steady-preferences.mdx`.',
  ])
})

test('below facts that no fence ends, places are still those of the file', () => {
  const source = planted('We show', 'We {pi} show').replace('\n---\n\n', '\n')
  expect(faultsIn(source).map((fault) => fault.split(',')[0])).toEqual([
    '18:1 frontmatter-syntax Unexpected end of the facts',
    '18:95 prose-only Unexpected `{pi}`',
  ])
})

test('an abstract with the paper below it is told as such', () => {
  const paper = 'Ties are good. '.repeat(900).trim()
  expect(faultsIn(planted('## Notes', `${paper}\n\n## Notes`))).toEqual([
    '20:1 size Unexpected abstract of 13818 characters, expected at most 10000. Write the abstract alone, without the paper below it.',
  ])
})

test('a file that is too much is told so, and nothing else of it is read', () => {
  expect(faultsIn(planted('Human annotators', `{pi}${'word '.repeat(400_000)}`))).toHaveLength(1)
})
