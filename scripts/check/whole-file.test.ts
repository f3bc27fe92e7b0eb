import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceFile, writeNewFile } from './whole-file.ts'

// A curator's words would be overwritten, or a file outside the list through a stranger's symbolic link.

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a new file appears with the folders above it, and nothing beside it', () => {
  writeNewFile(join(folder, 'new', 'papers', 'a.mdx'), 'words\n')
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
    'new',
    join('new', 'papers'),
    join('new', 'papers', 'a.mdx'),
  ])
  expect(readFileSync(join(folder, 'new', 'papers', 'a.mdx'), 'utf8')).toBe('words\n')
})

test('a file that exists is never written over, nor is a link that leads nowhere', () => {
  writeFileSync(join(folder, 'a.mdx'), 'mine\n')
  symlinkSync(join(folder, 'nowhere'), join(folder, 'b.mdx'))
  expect(() => writeNewFile(join(folder, 'a.mdx'), 'new\n')).toThrow('EEXIST')
  expect(() => writeNewFile(join(folder, 'b.mdx'), 'new\n')).toThrow('EEXIST')
  expect(readFileSync(join(folder, 'a.mdx'), 'utf8')).toBe('mine\n')
  expect(readdirSync(folder).sort()).toEqual(['a.mdx', 'b.mdx'])
})

test.each([
  ['new', writeNewFile],
  ['replaced', replaceFile],
])('a link where the draft of a %s file goes is not written through', (_name, write) => {
  writeFileSync(join(folder, 'outside'), 'mine\n')
  symlinkSync(join(folder, 'outside'), join(folder, 'a.mdx.part'))
  write(join(folder, 'a.mdx'), 'words\n')
  expect(readFileSync(join(folder, 'outside'), 'utf8')).toBe('mine\n')
  expect(readFileSync(join(folder, 'a.mdx'), 'utf8')).toBe('words\n')
  expect(readdirSync(folder).sort()).toEqual(['a.mdx', 'outside'])
})
