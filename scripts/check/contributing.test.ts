import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadSite } from '../../src/content/read.ts'
import { factNames } from '../../src/model/entry.ts'
import { checkEntry, checkList, entryRules, listRules } from '../../src/rules/engine/all.ts'
import { specimenContext, specimenFile } from '../../src/rules/fixtures/specimen.ts'
import { reportText } from './report.ts'

// A contributor would look up a rule and find nothing, or read an example report that the check doesn't print.

const page = readFileSync('CONTRIBUTING.md', 'utf8')
const headings = [...page.matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = '']) => heading)
const all = [...entryRules, ...listRules]
const rules = all.map(({ name }) => name)

/** The code blocks of a section. */
function blocksBelow(heading: string): string[] {
  const section = page.slice(page.indexOf(`\n### ${heading}\n`))
  return [
    ...section
      .slice(1)
      .split(/\n###? /, 1)
      .join('')
      .matchAll(/^```\w+\n(.*?)^```$/gms),
  ].map(([, code = '']) => code)
}

test('every rule has its section, in the order in which rules run, and no section is left over', () => {
  const from = headings.indexOf('The rules')
  const sections = headings.slice(from + 1, headings.indexOf('How reviews work'))
  expect(sections).toEqual(rules)
  expect(new Set(rules).size).toBe(rules.length)
})

test.each(all)('the section of $name begins with what the rule says of itself', (rule) => {
  const section = page.split(`\n### ${rule.name}\n`)[1]?.replace(/\s+/g, ' ').trim()
  expect(section?.slice(0, rule.sentence.length)).toBe(rule.sentence)
})

test.each(rules)('%s shows something wrong and something right', (rule) => {
  const [block = ''] = blocksBelow(rule)
  expect(block.trim().split('\n')).toHaveLength(2)
})

test('the ten faults of the example are the ten findings that the check prints', () => {
  const [source = '', printed = ''] = blocksBelow('Ten faults, ten findings')
  const topics = Array.from({ length: 10 }, (_, order) => ({
    id: order === 0 ? 'reading' : `topic-${order}`,
    name: 'A topic',
    order: order + 1,
    description: 'One line.',
    include: 'A rule.',
    exclude: 'Another rule.',
  }))
  const tag = { name: 'Reading time', meaning: 'A time.', aliases: ['time to read'] }
  const vocabulary = { ...specimenContext.vocabulary, tags: { 'reading-time': tag } }
  const around = { ...specimenContext, topics, vocabulary }
  const file = specimenFile(source, 'content/papers/short-notes.mdx')
  const findings = [
    ...checkEntry(file, around),
    ...checkList({ entries: [file], pages: [], data: [] }, around),
  ]
  const report = { findings, entries: [file], gaps: {}, unrecorded: [] }
  expect(`${reportText(report)}\n`).toBe(printed)
  expect(findings).toHaveLength(10)
  expect(new Set(findings.map(({ rule }) => rule)).size).toBe(10)
})

test('the example entry has what the table says, and the table has every fact', () => {
  const table = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name)
  expect(table).toEqual(factNames)
})

test('the first way leads to the page of the site, in the words that stand there', () => {
  const [, way = ''] = /\n### In the browser\n(.*?)\n### /s.exec(page) ?? []
  const { url, base } = loadSite('content', {})
  expect(way).toContain(`](${new URL('suggest/', url + base)})`)
  const form = ['src/components/suggest/SuggestForm.astro', 'src/suggest/client/show.ts']
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const github = ['Commit changes', 'Propose changes', 'Create pull request']
  const words = [...way.matchAll(/(?<![*\w])\*([^*]+)\*/g)]
    .map(([, said = '']) => said.replace(/\s+/g, ' '))
    .filter((said) => !github.includes(said))
  expect(words).toHaveLength(5)
  expect(words.filter((said) => !form.includes(said))).toEqual([])
})
