import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceFile, writeNewFile } from './atomic-write.ts'

// A curator's words would be overwritten, or a stranger's symbolic link would make a command overwrite a file elsewhere.

let folder = ''
const at = (...names: string[]) => join(folder, ...names)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atomic-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('an existing file is never overwritten, nor is a broken symbolic link', () => {
  writeFileSync(at('a.mdx'), 'mine\n')
  symlinkSync(at('nowhere'), at('b.mdx'))
  for (const name of ['a.mdx', 'b.mdx'])
    expect(() => writeNewFile(at(name), 'new\n')).toThrow('EEXIST')
  expect(readFileSync(at('a.mdx'), 'utf8')).toBe('mine\n')
  expect(readdirSync(folder).sort()).toEqual(['a.mdx', 'b.mdx'])
})

test.each([
  ['new', writeNewFile],
  ['replaced', replaceFile],
])('a symbolic link at the temporary path of a %s file is not followed', (_name, write) => {
  writeFileSync(at('outside'), 'mine\n')
  symlinkSync(at('outside'), at('a.mdx.part'))
  write(at('a.mdx'), 'words\n')
  expect(readFileSync(at('outside'), 'utf8')).toBe('mine\n')
  expect(readFileSync(at('a.mdx'), 'utf8')).toBe('words\n')
  expect(readdirSync(folder).sort()).toEqual(['a.mdx', 'outside'])
})
