import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultsIn, planted, specimen } from '../fixtures/specimen.ts'

// A contributor would not be told of a mistake, or would be told something that is not so.

/** A row of `mistakes.txt`: characters that no editor shows are written as `<U+200B>`, line breaks as `⏎`. */
const decoded = (row: string) =>
  row
    .replaceAll('⏎', '\n')
    .replace(/<U\+([\dA-F]{4,6})>/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )

/** A row has words of the specimen, and what a contributor writes in their place; below stands what the check finds then. */
const mistakes = readFileSync('src/rules/fixtures/mistakes.txt', 'utf8')
  .split('\n')
  .filter((row) => row && !row.startsWith('# '))
  .reduce<[row: string, ...findings: string[]][]>((all, row) => {
    if (/^ {2}\d+:\d+ /.test(row)) all.at(-1)?.push(decoded(row.slice(2)))
    else all.push([row])
    return all
  }, [])

test.each(mistakes)('%s', (row, ...findings) => {
  const [from = '', to = ''] = row.split(/ → ?/)
  expect(faultsIn(planted(decoded(from), decoded(to)))).toEqual(findings)
})

test('the check takes straight quotes and hyphens for the curly quotes and dashes of the abstract', () => {
  const typed = planted(
    'ties between answers carry',
    'a model\'s \\"ties\\" - not its wins - carry',
  )
  const whole = typed.replace('that ties between answers', 'that a model’s “ties” – not its wins –')
  expect(faultsIn(whole)).toEqual([])
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
    '1:1 frontmatter-syntax Unexpected start of the file, expected the facts between two lines of `---`. Write `---`, then one line for each of `title: …`, `authors: […]`, `published: …`, `paper: …`, `topics: […]`, `kind: […]`, `tags: […]`, `claim: …`, `evidence: "…"` and `added: …`, then `---` again, and the abstract below.',
  ])
})

test.each([
  [
    specimen.replaceAll('---\n', ''),
    '1:1 frontmatter-syntax Unexpected start of the file, expected the facts between two lines of `---`. Write `---` above the facts and below them.',
  ],
  [
    specimen.replaceAll('\n', '\r\n'),
    '1:1 canonical-form Unexpected carriage returns at the ends of lines, expected none. Run `npm run check -- --fix content/papers/steady-preferences.mdx`.',
  ],
])('what is wrong with every line is told once: %j', (source, finding) => {
  expect(faultsIn(source)).toEqual([finding])
})

test('a list in place of the facts is told as such', () => {
  expect(faultsIn('---\n- a\n---\n\nWords.\n')[0]).toBe(
    '2:1 frontmatter-syntax Unexpected `- a`, expected `key: value`. Write one fact per line, as `title: "…"`.',
  )
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
