import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadSite } from '../../src/content/read.ts'
import { factNames } from '../../src/model/entry.ts'
import { checkEntry, checkList, entryRules, listRules } from '../../src/rules/engine/all.ts'
import { specimenContext, specimenFile } from '../../src/rules/fixtures/specimen.ts'
import { reportText } from './report.ts'

// A contributor would look up a rule and find nothing, or read an example report that the check doesn't print.

const page = readFileSync('CONTRIBUTING.md', 'utf8')
const sections = page.split(/^#{2,3} (?=.)/m).map((section) => {
  const [heading = ''] = section.split('\n', 1)
  const text = section.slice(heading.length).replace(/\s+/g, ' ').trim()
  const blocks = [...section.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code = '']) => code)
  return { heading, text, blocks }
})
const headings = sections.map(({ heading }) => heading)

test('every rule has its section, in the order in which rules run, with its sentence and a wrong and a right example', () => {
  const from = headings.indexOf('The rules') + 1
  const ofRules = sections.slice(from, headings.indexOf('How reviews work'))
  const rules = [...entryRules, ...listRules]
  expect(ofRules.map(({ heading }) => heading)).toEqual(rules.map(({ name }) => name))
  for (const [at, { heading, text, blocks }] of ofRules.entries()) {
    expect(text.startsWith(rules[at]?.sentence ?? '?'), heading).toBe(true)
    expect(blocks[0]?.trim().split('\n'), heading).toHaveLength(2)
  }
})

test('the example report is what the check prints for the example', () => {
  const example = sections[headings.indexOf('Ten faults, ten findings')]
  const [source = '', printed = ''] = example?.blocks ?? []
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

test('the table has every fact', () => {
  const table = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name)
  expect(table).toEqual(factNames)
})

test('the steps in the browser use the address and the words of the Suggest page', () => {
  const [, way = ''] = /\n### In the browser\n(.*?)\n### /s.exec(page) ?? []
  const { url, base } = loadSite('content', {})
  expect(way).toContain(`](${new URL('suggest/', url + base)})`)
  const form = ['src/components/suggest/SuggestForm.astro', 'src/suggest/client/show.ts']
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const github = ['Commit changes', 'Propose changes', 'Create pull request']
  const words = [...way.matchAll(/(?<![*\w])\*([^*]+)\*/g)]
    .map(([, label = '']) => label.replace(/\s+/g, ' '))
    .filter((label) => !github.includes(label))
  expect(words).toHaveLength(5)
  expect(words.filter((label) => !form.includes(label))).toEqual([])
})
