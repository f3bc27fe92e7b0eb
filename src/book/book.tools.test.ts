import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bookOf } from './book.ts'
import { bookContent } from './fixtures/book-content.ts'

// As Debian has it; a machine without it leaves the test out, which the count of skipped ones says.
const epubcheck = '/usr/share/java/epubcheck.jar'
const isMissing = !existsSync(epubcheck)

// Shops and reading devices refuse a book in which EPUBCheck finds an error.
test.skipIf(isMissing)('EPUBCheck has nothing against the book', () => {
  const folder = mkdtempSync(join(tmpdir(), 'book-'))
  const file = join(folder, 'list.epub')
  writeFileSync(file, bookOf(bookContent))
  const { stdout, stderr } = spawnSync('java', ['-jar', epubcheck, file], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect(stdout + stderr).toContain('0 fatals / 0 errors / 0 warnings')
})
