import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { testedEnvironment } from '../test/tested-site.ts'
import { buildSite, complaintOf, copyProject } from './build-site.ts'
import { filesBelow } from './built-facts.ts'

// A maintainer could not tell what a change does to the site: every build would differ from the one before.

/** Every file of a built site with the hash of its bytes. */
function fingerprint(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  )
}

test('two builds of the same sources are the same, byte for byte', async () => {
  const copy = copyProject(`again-${process.pid}`)
  await buildSite(copy, { env: testedEnvironment('root') })
  const again = fingerprint(join(copy, 'dist'))
  expect(again).toEqual(fingerprint(inject('siteFolder')))
  expect(Object.keys(again).length).toBeGreaterThan(300)
  rmSync(copy, { recursive: true })
})

test('a failed build says what is wrong, without the lines that only tell progress', () => {
  const output = `12:00:00 [content] Syncing content
content/papers/x.mdx:12:1 Unexpected \`{x}\`, expected prose only. (prose-only)
12:00:01 ├─ /papers/x/index.html (+3ms)
12:00:02 [ERROR] [build] Failed
  Stack trace:
`
  expect(
    complaintOf(output),
  ).toBe(`content/papers/x.mdx:12:1 Unexpected \`{x}\`, expected prose only. (prose-only)
12:00:02 [ERROR] [build] Failed
  Stack trace:`)
})
