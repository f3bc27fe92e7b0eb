import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copiesFolder, runBuild } from './build/build-site.ts'
import { filesBelow } from './build/built-site.ts'
import { makeNewList, siteOf } from './new-list.ts'
import { packageFile, runProgram } from './terminal/program.ts'
import { testedEnvironment } from './test/tested-site.ts'

// A curator would start with a site that doesn't build, failing tests, or the name of this list.

const copy = resolve(copiesFolder, 'new-list')
const env = { ...testedEnvironment('path'), NO_COLOR: '1', CI: undefined }
const listing = `A Sample of Designed Proteins

We design proteins that fold as they were meant to. Of one hundred designs, forty fold in the laboratory. A model of sequences ranks them before any is made.

β-Sheets by Design: Stability From Sequence

Sheets are harder to design than helices. We show that a short rule on hydrophobic patterns makes designed sheets stable in nine cases of ten.
`

beforeAll(() => {
  mkdirSync(copy, { recursive: true })
  const left = new Set(['node_modules', 'dist', '.git', '.cache', '.astro'])
  for (const name of readdirSync('.'))
    if (!left.has(name)) cpSync(name, join(copy, name), { recursive: true })
  const list = {
    title: 'Proteins: "Papers"',
    subject: 'protein design: $& and more',
    url: 'https://lab.example/proteins',
    repository: 'https://github.com/lab/proteins.git',
  }
  makeNewList(copy, siteOf(list))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const run = (script: string) =>
  runProgram(process.execPath, [join(copy, 'scripts', script)], { cwd: copy, env })
const page = (path: string) => readFileSync(join(copy, 'dist', path), 'utf8')

test('its documents have its own name, and nothing of this list', () => {
  const documents = filesBelow(copy).filter((path) => !/^(?:src|scripts|public)\//.test(path))
  const ours = /alignment[- ](?:reading[- ])?list|aligning language models|screenshot/i
  for (const path of documents)
    expect(readFileSync(join(copy, path), 'utf8'), path).not.toMatch(ours)
  for (const path of documents.filter((path) => /^content\/|\.md$/.test(path)))
    expect(readFileSync(join(copy, path), 'utf8'), path).not.toMatch(/align|preference|reward/i)
  expect(readFileSync(join(copy, 'README.md'), 'utf8')).toMatch(/^# Proteins: "Papers"\n/)
  expect(existsSync(join(copy, '.github/screenshot.png'))).toBe(false)
})

test('without papers it passes the check, and its pages say that it has none yet', async () => {
  expect((await run('check.ts')).output).toContain('No findings in 0 entries.')
  const { code, output } = await runBuild(copy, { env })
  expect(code, output).toBe(0)
  expect(page('index.html')).toContain('It has no papers yet.')
  expect(page('map/index.html')).toContain('There are no papers yet.')
  for (const path of ['index.html', 'papers/index.html', 'map/index.html'])
    expect(page(path), path).not.toMatch(/All 0|What is missing/)
  expect(page('papers/index.html')).toContain('Suggest the first one.')
  expect(page('topics/basics/index.html')).toContain('Basics')
})

test('a listing becomes entries, and the content tests pass', async () => {
  mkdirSync(join(copy, 'content/listing'), { recursive: true })
  writeFileSync(join(copy, 'content/listing/listing.txt'), listing)
  expect((await run('convert.ts')).output).toContain('Wrote 2 entries to content/papers.')
  expect((await run('check.ts')).output).toContain('No findings in 2 entries.')
  const { code, output } = await runBuild(copy, { env })
  expect(code, output).toBe(0)
  expect(page('papers/beta-sheets-by-design-stability-from-sequence/index.html')).toContain(
    'stable in nine cases',
  )
  const tested = await runProgram(
    process.execPath,
    [packageFile('vitest', 'vitest.mjs'), 'run', '--project', 'content'],
    {
      cwd: copy,
      env: { ...env, VITEST: undefined, VITEST_POOL_ID: undefined, VITEST_WORKER_ID: undefined },
    },
  )
  expect(tested.code, tested.output).toBe(0)
})
