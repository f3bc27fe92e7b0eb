import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDataFile } from '../../text/yaml.ts'
import { faultsIn, planted, specimen, specimenContext, specimenFile } from '../fixtures/specimen.ts'
import { checkList } from './all.ts'
import type { List } from './rule.ts'

// A contributor would not be told of a mistake, or would be told something that is not so.

/** A row of `mistakes.txt`: characters that no editor shows are written as `<U+200B>`, line breaks as `⏎`. */
const decoded = (row: string) =>
  row
    .replaceAll('⏎', '\n')
    .replace(/<U\+([\dA-F]{4,6})>/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )

const topic =
  '---\nname: Safety\norder: 2\ndescription: One line.\ninclude: A rule.\nexclude: Another rule.\n---\n\nWords.\n'
const inList = (part: Partial<List>) =>
  checkList({ entries: [specimenFile()], pages: [], data: [], ...part }, specimenContext).map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  )

/** What the check finds in a row, by the section of the table. In most, words of an entry stand before what is written in their place. */
const findingsOf: Record<string, (from: string, to: string) => string[]> = {
  'file-name': (path) => faultsIn(specimen, specimenContext, path),
  references: (from, to) =>
    inList({ pages: [specimenFile(planted(from, to, topic), 'content/topics/safety.mdx')] }),
  vocabulary: (name, text) => inList({ data: [parseDataFile(`content/${name}`, text)] }),
}

/** The rows of the table with their section and the findings that stand below each. */
const mistakes: [section: string, row: string, ...findings: string[]][] = []
let section = ''
for (const row of readFileSync('src/rules/fixtures/mistakes.txt', 'utf8').split('\n')) {
  if (row.startsWith('# ')) section = row.slice(2).split(':')[0] ?? ''
  else if (/^ {2}\d+:\d+ /.test(row)) mistakes.at(-1)?.push(decoded(row.slice(2)))
  else if (row) mistakes.push([section, row])
}

test.each(mistakes)('%s: %s', (section, row, ...findings) => {
  const [from = '', to = ''] = row.split(/ → ?/).map(decoded)
  const found = findingsOf[section] ?? ((from, to) => faultsIn(planted(from, to)))
  expect(found(from, to)).toEqual(findings)
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
