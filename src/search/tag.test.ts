import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { indexTag } from './tag.ts'

// A browser would keep the old index beside new pages, or load it anew although nothing changed.

const root = mkdtempSync(join(tmpdir(), 'tag-'))
afterAll(() => rmSync(root, { recursive: true }))
for (const path of ['content', 'src', 'package-lock.json'])
  cpSync(path, join(root, path), { recursive: true })

test('the tag is that of the sources, and changes with a word of an entry', () => {
  const before = indexTag(root)
  expect(before).toMatch(/^[0-9a-f]{12}$/)
  expect(indexTag(root)).toBe(before)
  writeFileSync(join(root, 'content/papers/new.mdx'), 'a word')
  expect(indexTag(root)).not.toBe(before)
})
