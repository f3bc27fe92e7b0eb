import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoaderContext } from 'astro/loaders'
import { afterAll, expect, test } from 'vitest'
import { specimen } from '../rules/fixtures/specimen.ts'
import { listLoader } from './loader.ts'
import { loadedList } from './read.ts'

// A contributor would see an outdated page, or a typing error would stop their development server.

const content = mkdtempSync(join(tmpdir(), 'loader-'))
afterAll(() => rmSync(content, { recursive: true }))
const file = join(content, 'papers', 'steady-preferences.mdx')
const write = (claim: string) =>
  writeFileSync(file, specimen.replace(/^claim: .*$/m, `claim: ${claim}`))

test('a development server reloads a changed entry, and reports a fault without stopping', async () => {
  mkdirSync(join(content, 'papers'))
  write('First.')
  const items: { id: string; data: object; digest: string }[] = []
  const errors: string[] = []
  const watcher = new EventEmitter()
  await listLoader(content).load({
    store: {
      set: (item: (typeof items)[number]) => items.splice(0, 1, item),
    },
    logger: { error: (message: string) => errors.push(message) },
    watcher,
  } as unknown as LoaderContext)
  const claims = () => loadedList().entries.map(({ claim }) => claim)
  expect(claims()).toEqual(['First.'])
  const [before] = items

  write('Second.')
  watcher.emit('change', file)
  expect(claims()).toEqual(['Second.'])
  // Astro renders pages again when its store has changed.
  expect(items).toEqual([{ ...before, digest: expect.anything() }])
  expect(items[0]?.digest).not.toBe(before?.digest)

  writeFileSync(file, `${specimen}\n{process.exit()}\n`)
  watcher.emit('change', file)
  expect(errors).toEqual([expect.stringContaining('(prose-only)')])
  expect(claims()).toEqual(['Second.'])

  rmSync(file)
  watcher.emit('unlink', file)
  expect(claims()).toEqual([])
})
