import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeSmallList } from '../../src/content/fixtures/small-list.ts'
import { expectedFacts } from '../../src/model/entry.ts'
import { specimen, specimenFile, specimenWith } from '../../src/rules/fixtures/specimen.ts'
import { checkContent } from './check-content.ts'
import { fixedSource } from './fix.ts'

// A curator would merge an entry that was not checked, or get findings about other files.

let root = ''
let content = ''
const today = '2026-03-13'
const place = (name: string) => join(content, 'papers', name)
const write = (name: string, source = specimen) => writeFileSync(place(name), source)

beforeEach(() => {
  ;({ root, content } = writeSmallList())
})
afterEach(() => rmSync(root, { recursive: true }))

const rules = (targets: string[] = []) =>
  checkContent({ content, targets, today }).findings.map(
    ({ path, rule }) => `${path.slice(root.length + 1)} ${rule}`,
  )

test('every part of a list is checked', () => {
  write('Second.MDX')
  mkdirSync(place('more'))
  write('more/third.mdx')
  writeFileSync(join(content, 'gaps.yaml'), 'nothing: [claim]\n')
  writeFileSync(join(content, 'topics/safety.mdx'), '---\nname: Safety\n---\n<Paper id="x" />\n')
  const found = rules()
  expect(found).toContain('content/papers/Second.MDX file-name')
  expect(found).toContain('content/papers/more file-name')
  expect(found).toContain('content/papers/steady-preferences.mdx one-paper-one-entry')
  expect(found).toContain('content/gaps.yaml gaps')
  expect(found).toContain('content/topics/safety.mdx references')
})

test('only the given file is reported, but compared with the whole list', () => {
  write('another.mdx', specimenWith('[method]', '[methd]'))
  write('third.mdx', specimenWith('drops them.', 'drops them'))
  expect(rules([place('third.mdx')])).toContain('content/papers/third.mdx claim')
  expect(rules([place('third.mdx')]).join()).not.toMatch(/another\.mdx facts/)
  expect(rules([join(content, 'topics', 'safety.mdx')])).toEqual([])
})

test('a file outside the list is reported as a duplicate of an entry', () => {
  const elsewhere = join(root, 'ties.mdx')
  writeFileSync(elsewhere, specimen)
  expect(rules([elsewhere])).toEqual(['ties.mdx one-paper-one-entry'])
})

test('missing facts of a converted listing are counted, and are not findings', () => {
  const folder = join(root, 'converted')
  mkdirSync(folder)
  const bare = specimen.replace(
    /^(?:authors|published|paper|venue|doi|topics|kind|tags|claim|evidence|names|alsoTitled|links| ).*\n/gm,
    '',
  )
  writeFileSync(join(folder, 'steady-preferences.mdx'), bare)
  const { findings, gaps } = checkContent({ content, targets: [folder], today })
  expect(findings).toEqual([])
  expect(Object.entries(gaps)).toEqual(expectedFacts.map((name) => [name, 1]))
})

test('a folder with a whole list is checked as a separate list', () => {
  const copy = join(root, 'copy')
  cpSync(content, copy, { recursive: true })
  expect(rules([copy])).toEqual([])
  writeFileSync(join(copy, 'papers', 'twice.mdx'), specimen)
  expect(rules([copy])).toEqual(['copy/papers/twice.mdx one-paper-one-entry'])
})

/** Runs the command in the temporary folder. */
function command(args: string[], env: Record<string, string> = {}) {
  const { CI: _, GITHUB_ACTIONS: __, ...outside } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'scripts/check.ts'), ...args],
    { cwd: root, encoding: 'utf8', env: { ...outside, ...env } },
  )
  return { status, stdout, stderr }
}

const misformed = specimenWith('kind: [method]', 'kind:\n  - method')

test('the command reports findings and exits with 1, and with 0 after a fix', () => {
  write('steady-preferences.mdx', misformed)
  const wrong = command([])
  expect(wrong.status).toBe(1)
  expect(wrong.stdout.trimEnd().split('\n').at(-1)).toBe(
    'Next: npm run check -- --fix content/papers/steady-preferences.mdx',
  )
  expect(command(['--fix']).status).toBe(0)
  expect(readFileSync(place('steady-preferences.mdx'), 'utf8')).toBe(specimen)
})

test('--fix does not change a file that has other findings', () => {
  expect(fixedSource(specimenFile(misformed))).toBe(specimen)
  expect(fixedSource(specimenFile(specimenWith('71%', '{pi}', misformed)))).toBeUndefined()
})

test('on GitHub findings are annotations and a summary, and --json prints only JSON', () => {
  write('steady-preferences.mdx', specimenWith('safety]', 'saftey]'))
  const summary = join(root, 'summary.md')
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
  const { status, stdout, stderr } = command(['--json'], env)
  expect(status).toBe(1)
  const message =
    'Unexpected topic `saftey`, expected one of the two topics. Did you mean `safety`?'
  const path = 'content/papers/steady-preferences.mdx'
  expect(JSON.parse(stdout)).toEqual([{ path, line: 8, column: 35, rule: 'topics', message }])
  expect(stderr.split('\n')[0]).toBe(`::error file=${path},line=8,col=35,title=topics::${message}`)
  expect(readFileSync(summary, 'utf8')).toMatch(/^### Check\n\n<pre>content\/papers\/steady-pref/)
})

test('a missing file is wrong usage', () => {
  const missing = command(['content/papers/nothing.mdx'])
  expect(missing.status).toBe(2)
  expect(missing.stderr).toBe(
    'Unexpected `content/papers/nothing.mdx`, expected a file or folder that exists. Write its path from here.\n',
  )
})
