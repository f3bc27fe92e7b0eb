import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { copyProject, errorsOf } from './build/build-site.ts'
import { filesBelow } from './build/built-site.ts'
import { serveSite } from './preview/serve.ts'
import { testedEnvironment } from './test/tested-site.ts'

// A newcomer would run the README's first command and get no site and no explanation.

const script = resolve('scripts/start.ts')
const env = { ...process.env, ...testedEnvironment('root') }
const copy = copyProject('start')
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('it converts, checks, builds and serves at a free port until it is interrupted', async () => {
  const busy = await serveSite(copy, '/', 0)
  const started = spawn(process.execPath, [script, '--port', `${busy.port}`], { cwd: copy, env })
  let output = ''
  started.stdout.on('data', (chunk) => {
    output += chunk
  })
  const exit = once(started, 'exit')
  await expect.poll(() => output, { timeout: 90_000 }).toContain('Press Ctrl-C to stop.')

  expect(output).toMatch(/^✓ Convert the listing {2}[\d.]+ s {2}up to date, 98 records$/m)
  expect(output).toMatch(/^✓ Check the content {2}[\d.]+ s {2}\d+ entries, no findings$/m)
  expect(output).toMatch(
    /^✓ Build the site {2}[\d.]+ s {2}\d+ pages, [\d.]+ MB, search index \d+ KB$/m,
  )
  const [, url = '', port] = /^ {2}(http:\/\/localhost:(\d+)\/)$/m.exec(output) ?? []
  expect(Number(port)).not.toBe(busy.port)
  expect((await fetch(url)).status).toBe(200)
  expect(await (await fetch(`${url}papers/`)).text()).toContain('All papers')

  // If two builds of the same sources differed, nobody could tell what a change does to the site.
  const [first, again] = [inject('siteFolder'), join(copy, 'dist')]
  const files = filesBelow(again)
  expect(files).toEqual(filesBelow(first))
  const read = (folder: string, file: string) => readFileSync(join(folder, file))
  expect(files.filter((file) => !read(first, file).equals(read(again, file)))).toEqual([])
  expect(files.length).toBeGreaterThan(300)

  started.kill('SIGINT')
  expect(await exit).toEqual([0, null])
  expect(output).toMatch(/\nStopped\.\n$/)
  await busy.close()
})

test('a finding stops it, and is printed with its place and the next command', () => {
  const entry = join(copy, 'content/papers/alignment-for-honesty.mdx')
  const source = readFileSync(entry, 'utf8')
  writeFileSync(entry, source.replace('topics: [', 'topics: [saftey, '))
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    cwd: copy,
    env,
    encoding: 'utf8',
  })
  writeFileSync(entry, source)
  expect(status).toBe(1)
  expect(stdout).toMatch(/^✗ Check the content/m)
  expect(stdout).not.toContain('Build the site')
  expect(stderr).toContain('content/papers/alignment-for-honesty.mdx')
  expect(stderr).toContain('Unexpected topic `saftey`')
  expect(stderr.trim().split('\n').at(-1)).toBe(
    'Next: npm run check -- content/papers/alignment-for-honesty.mdx',
  )
})

test('a failed build prints only its findings, or else Astro’s output without progress', () => {
  const finding = 'content/papers/x.mdx:12:1 Unexpected `{x}`, expected prose only. (prose-only)'
  const output = `12:00:00 [content] Syncing content
${finding}
  Location:
    /src/content/read.ts:63:28
  Stack trace:
    at throwFindings (/src/content/read.ts:63:28)
12:00:02 [ERROR] [build] Failed
`
  expect(errorsOf(output)).toBe(finding)
  const other = output.replace(finding, 'No such file').replace(/ {2}Location:.*?(?=12:)/s, '')
  expect(errorsOf(other)).toBe('No such file\n12:00:02 [ERROR] [build] Failed')
})
