import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDataFile } from '../../text/yaml.ts'
import {
  decoded,
  findingsIn,
  specimen,
  specimenContext,
  specimenFile,
  specimenWith,
} from '../fixtures/specimen.ts'
import { checkList } from './all.ts'
import type { List } from './rule.ts'

// A contributor would not be told about a mistake, or would be told something wrong.

const topic =
  '---\nname: Safety\norder: 2\ndescription: One line.\ninclude: A rule.\nexclude: Another rule.\n---\n\nWords.\n'
const yamlList = (part: Partial<List>) =>
  checkList({ entries: [specimenFile()], pages: [], data: [], ...part }, specimenContext).map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  )

/** How the texts before and after a row's arrow are checked. In other sections, the second replaces the first in the sample entry. */
const findingsOf: Record<string, (from: string, to: string) => string[]> = {
  'file-name': (path) => findingsIn(specimen, specimenContext, path),
  references: (from, to) =>
    yamlList({ pages: [specimenFile(specimenWith(from, to, topic), 'content/topics/safety.mdx')] }),
  vocabulary: (name, text) => yamlList({ data: [parseDataFile(`content/${name}`, text)] }),
}

/** The rows of the table with their sections and expected findings. */
const mistakes: [section: string, row: string, ...findings: string[]][] = []
let section = ''
for (const row of readFileSync('src/rules/fixtures/mistakes.txt', 'utf8').split('\n')) {
  if (row.startsWith('# ')) section = row.slice(2).split(':')[0] ?? ''
  else if (/^ {2}\d+:\d+ /.test(row)) mistakes.at(-1)?.push(decoded(row.slice(2)))
  else if (row) mistakes.push([section, row])
}

test.each(mistakes)('%s: %s', (section, row, ...findings) => {
  const [from = '', to = ''] = row.split(/ → ?/).map(decoded)
  const found = findingsOf[section] ?? ((from, to) => findingsIn(specimenWith(from, to)))
  expect(found(from, to)).toEqual(findings)
})

test('evidence may have straight quotes and hyphens for the curly quotes and dashes of the abstract', () => {
  const typed = specimenWith(
    'ties between answers carry',
    'a model\'s \\"ties\\" - not its wins - carry',
  )
  const whole = typed.replace('that ties between answers', 'that a model’s “ties” – not its wins –')
  expect(findingsIn(whole)).toEqual([])
})

test('a correct entry has no findings', () => {
  expect(findingsIn(specimen)).toEqual([])
})

test('the fences of TOML are reported, and the rest is checked', () => {
  const [facts = '', body = ''] = specimen.slice(4).split('\n---\n')
  expect(findingsIn(`+++\n${facts}\n+++\n${body}`)).toEqual([
    '1:1 frontmatter-syntax Unexpected `+++` at the start of the file, expected `---`. Write `---` as the first line.',
    '18:1 frontmatter-syntax Unexpected `+++` below the facts, expected `---`. Write `---`.',
  ])
})

test.each(['# A title\n\nWe show that ties carry a signal.\n', ''])(
  'a file without facts has one finding, which says everything to write: %j',
  (source) => {
    expect(findingsIn(source)).toEqual([
      '1:1 frontmatter-syntax Unexpected start of the file, expected the facts between two lines of `---`. Write `---`, then one line for each of `title: …`, `authors: […]`, `published: …`, `paper: …`, `topics: […]`, `kind: […]`, `tags: […]`, `claim: …`, `evidence: "…"` and `added: …`, then `---` again, and the abstract below.',
    ])
  },
)

test.each([
  [
    specimen.replaceAll('---\n', ''),
    '1:1 frontmatter-syntax Unexpected start of the file, expected the facts between two lines of `---`. Write `---` above the facts and below them.',
  ],
  [
    specimen.replaceAll('\n', '\r\n'),
    '1:1 canonical-form Unexpected carriage returns at the ends of lines, expected none. Run `npm run check -- --fix content/papers/steady-preferences.mdx`.',
  ],
])('what is wrong with every line is reported once: %j', (source, finding) => {
  expect(findingsIn(source)).toEqual([finding])
})

test('an abstract with the paper below it is reported as too long', () => {
  const paper = 'Ties are good. '.repeat(900).trim()
  expect(findingsIn(specimenWith('## Notes', `${paper}\n\n## Notes`))).toEqual([
    '20:1 size Unexpected abstract of 13818 characters, expected at most 10000. Keep only the abstract, without the paper below it.',
  ])
})

test('a file that is too large has only that finding', () => {
  expect(
    findingsIn(specimenWith('Human annotators', `{pi}${'word '.repeat(400_000)}`)),
  ).toHaveLength(1)
})
