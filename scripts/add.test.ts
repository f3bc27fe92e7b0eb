import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fixtureList } from '../src/content/fixtures/list.ts'

// A typing error would end in a stack trace, or without a message.

const cwd = mkdtempSync(join(tmpdir(), 'add-'))
cpSync(fixtureList, join(cwd, 'content'), { recursive: true })
cpSync('package.json', join(cwd, 'package.json'))
afterAll(() => rmSync(cwd, { recursive: true }))

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('scripts/add.ts'), ...args],
    { cwd, encoding: 'utf8', input: '' },
  )
  return { status, stdout, stderr: stderr.replace(/^\(node:.*\n|^\(Use .*\n/gm, '') }
}

test.each([
  [[], 1, 'The command needs a paper. Write `npm run add -- 2410.03227`.\n'],
  [['--nonsense'], 2, "Unknown option '--nonsense'. Add --help to see what this command takes.\n"],
])('%j', (args, status, stderr) => expect(run(...args)).toEqual({ status, stdout: '', stderr }))

test('a paper on the list is recognised without the network', () => {
  const { status, stdout } = run('https://arxiv.org/abs/2410.03227')
  expect(status).toBe(1)
  expect(stdout).toContain(
    'alr2-a-retrieve-then-reason-framework-for-long-context-question-answering.mdx` has it.',
  )
})
