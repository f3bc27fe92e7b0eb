import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject } from './build/build-site.ts'
import { serveSite } from './preview/serve.ts'
import { testedEnvironment } from './test/tested-site.ts'

// A newcomer would run the one command that the README names, and be left without a site or an answer.

const script = resolve('scripts/start.ts')
const env = { ...process.env, ...testedEnvironment('path') }
let copy = ''

beforeAll(() => {
  copy = copyProject(`start-${process.pid}`)
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('it converts, checks, builds and serves, at the next free port, until it is interrupted', async () => {
  const busy = await serveSite(copy, '/', 0)
  const started = spawn(process.execPath, [script, '--port', `${busy.port}`], { cwd: copy, env })
  let output = ''
  started.stdout.on('data', (chunk) => {
    output += chunk
  })
  const exit = once(started, 'exit')
  await expect.poll(() => output, { timeout: 90_000 }).toContain('Ctrl-C ends it.')

  expect(output).toMatch(/^✓ Convert the listing {2}[\d.]+ s {2}up to date, 98 records$/m)
  expect(output).toMatch(/^✓ Check the content {2}[\d.]+ s {2}\d+ entries, no findings$/m)
  expect(output).toMatch(
    /^✓ Build the site {2}[\d.]+ s {2}\d+ pages, [\d.]+ MB, search index \d+ KB$/m,
  )
  const [, url = '', port] = /^ {2}(http:\/\/localhost:(\d+)\/reading-list\/)$/m.exec(output) ?? []
  expect(Number(port)).toBeGreaterThan(busy.port)
  expect((await fetch(url)).status).toBe(200)
  expect(await (await fetch(`${url}papers/`)).text()).toContain('All papers')

  started.kill('SIGINT')
  expect(await exit).toEqual([0, null])
  expect(output).toMatch(/\nStopped\.\n$/)
  await busy.close()
})

test('a fault in an entry stops it, is named with its place, and says what to do next', () => {
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

test.each(['start', 'build', 'dev', 'preview', 'test', 'check', 'convert', 'bench'])(
  'npm run %s -- --help says what it does and takes',
  (name) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [resolve(`scripts/${name}.ts`), '--help'],
      {
        encoding: 'utf8',
      },
    )
    expect(status).toBe(0)
    expect(stdout).toMatch(/^npm (?:run )?\w+/)
    expect(stdout).toContain('--help')
  },
)

test('an option that is not there is refused, with the way to those that are', () => {
  const { status, stderr } = spawnSync(process.execPath, [script, '--prot', '1'], {
    encoding: 'utf8',
  })
  expect(status).toBe(2)
  expect(stderr).toBe("Unknown option '--prot'. Add --help to see what this command takes.\n")
})
