import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceFile, writeNewFile } from './atomic-write.ts'

// A curator's words would be overwritten, or a file outside the list through a stranger's symbolic link.

let folder = ''
const at = (...names: string[]) => join(folder, ...names)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file that exists is never written over, nor is a link that leads nowhere', () => {
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
])('a link where the draft of a %s file goes is not written through', (_name, write) => {
  writeFileSync(at('outside'), 'mine\n')
  symlinkSync(at('outside'), at('a.mdx.part'))
  write(at('a.mdx'), 'words\n')
  expect(readFileSync(at('outside'), 'utf8')).toBe('mine\n')
  expect(readFileSync(at('a.mdx'), 'utf8')).toBe('words\n')
  expect(readdirSync(folder).sort()).toEqual(['a.mdx', 'outside'])
})
