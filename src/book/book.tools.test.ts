import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bookOf } from './book.ts'
import { bookContent } from './fixtures/book-content.ts'

// The path in Debian's package. Without it the test is skipped.
const epubcheck = '/usr/share/java/epubcheck.jar'
const isMissing = !existsSync(epubcheck)

// Shops and e-readers refuse a book with EPUBCheck errors.
test.skipIf(isMissing)('EPUBCheck finds no fault in the book', () => {
  const folder = mkdtempSync(join(tmpdir(), 'book-'))
  const file = join(folder, 'list.epub')
  writeFileSync(file, bookOf(bookContent))
  const { stdout, stderr } = spawnSync('java', ['-jar', epubcheck, file], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect(stdout + stderr).toContain('0 fatals / 0 errors / 0 warnings')
})
