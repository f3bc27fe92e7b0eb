import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

// A reader of the code would see layers tangle: what is pure could no longer run in a browser, or be read by itself.

const biome = join(
  dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')),
  'bin',
  'biome',
)
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'house-'))
  copyFileSync('biome.json', join(folder, 'biome.json'))
  copyFileSync('.gitignore', join(folder, '.gitignore'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The rules that the linter names for a project of these files. */
function lint(files: Record<string, string>): string[] {
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), source)
  }
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--error-on-warnings', '--reporter=github', '.'],
    { cwd: folder, encoding: 'utf8' },
  )
  return [...stdout.matchAll(/^::\w+ title=([^,]+),/gm)].map(([, rule]) => rule ?? '')
}

const layers = 'lint/style/noRestrictedImports'
const importing = (address: string) => `export { x } from '${address}'\n`

test.each([
  ['src/model/a.ts', '../text/b.ts'],
  ['src/model/a.ts', 'node:fs'],
  ['src/text/a.ts', '../rules/b.ts'],
  ['src/text/a.ts', '../library.ts'],
  ['src/rules/a.ts', '../library.ts'],
  ['src/rules/a.ts', 'node:process'],
  ['src/rules/a.ts', '../intake/b.ts'],
  ['src/intake/a.ts', '../suggest/b.ts'],
  ['src/intake/a.ts', 'node:fs'],
  ['src/library.ts', './search/b.ts'],
  ['src/paper-loader.ts', './catalog.ts'],
  ['src/search/a.ts', '../catalog.ts'],
  ['src/search/a.ts', 'astro:content'],
  ['src/exports/a.ts', '../pages/b.ts'],
  ['src/desk/a.ts', 'node:fs'],
  ['src/suggest/a.ts', 'node:fs'],
  ['src/suggest/a.ts', '../catalog.ts'],
  ['src/rules/a.ts', '../suggest/b.ts'],
  ['src/catalog.ts', './components/b.ts'],
  ['src/components/a.ts', '../layouts/b.ts'],
  ['src/layouts/a.ts', '../pages/b.ts'],
  ['src/pages/a.ts', 'astro:content'],
  ['src/pages/a.ts', '../../scripts/b.ts'],
  ['scripts/a.ts', '../src/catalog.ts'],
  ['scripts/a.ts', '../src/components/b.ts'],
])('%s may not import %s', (path, address) => {
  expect(lint({ [path]: importing(address) })).toEqual([layers])
})

test('a component written in Astro is held to its layer too', () => {
  const source = `---\nimport Page from '../layouts/Page.astro'\n---\n<Page />\n`
  expect(lint({ 'src/components/A.astro': source })).toEqual([layers])
})

test.each([
  ['src/text/a.ts', '../model/b.ts'],
  ['src/rules/a.ts', '../text/b.ts'],
  ['src/suggest/a.ts', '../intake/b.ts'],
  ['src/library.ts', './text/b.ts'],
  ['src/search/a.ts', '../library.ts'],
  ['src/catalog.ts', 'astro:content'],
  ['src/pages/a.ts', '../catalog.ts'],
  ['scripts/a.ts', '../src/rules/b.ts'],
  ['scripts/a.ts', '../src/library.ts'],
])('%s may import %s', (path, address) => {
  expect(lint({ [path]: importing(address) })).toEqual([])
})

test('two files may not import each other', () => {
  const files = { 'src/model/a.ts': importing('./b.ts'), 'src/model/b.ts': importing('./a.ts') }
  const cycle = 'lint/suspicious/noImportCycles'
  expect(lint(files)).toEqual([cycle, cycle])
})

test('there is no drawer: a function lives with its concept', () => {
  const drawer =
    /^(?:utils?|helpers?|lib|misc|common|shared)$|^(?:types|constants|utils?|helpers?)\.\w+$/
  const paths = ['src', 'scripts'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' }),
  )
  expect(paths.filter((path) => drawer.test(basename(path)))).toEqual([])
})
