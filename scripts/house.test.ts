import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

// A reader of the code would see layers tangle: what is pure could no longer run in a browser, or be read by itself.

const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const biome = resolve('node_modules/@biomejs/biome/bin/biome')
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'house-'))
  for (const file of ['.dependency-cruiser.mjs', '.gitignore', 'biome.json'])
    copyFileSync(file, join(folder, file))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs a program in a project of the given files, and gives what it prints. */
function run(files: Record<string, string>, program: string, ...args: string[]): string {
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), source)
  }
  return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' }).stdout
}

/** The faults in a project in which files import types: `rule: file -> import`. */
function faults(imports: Record<string, string[]>): string[] {
  const files: Record<string, string> = {}
  for (const [path, addresses] of Object.entries(imports)) {
    for (const address of addresses)
      if (address.startsWith('.')) files[join(dirname(path), address)] ??= ''
    files[path] = addresses.map((address) => `import type { x } from '${address}'\n`).join('')
  }
  const { summary } = JSON.parse(run(files, cruiser, '.', '--output-type', 'json'))
  return summary.violations
    .map((fault: { rule: { name: string }; from: string; to: string }) =>
      [fault.rule.name, fault.from, fault.to].join(' '),
    )
    .sort()
}

test('a room may import from the floors below it, and a test from everywhere', () => {
  const imports = {
    'src/text/a.ts': ['../model/b.ts', './c.ts', 'yaml'],
    'src/rules/a.ts': ['../text/b.ts'],
    'src/content/a.ts': ['../text/b.ts', 'node:fs'],
    'src/search/a.ts': ['../content/read.ts', 'node:fs'],
    'src/suggest/a.ts': ['../intake/b.ts'],
    'src/content/catalog.ts': ['astro:content', '../model/b.ts'],
    'src/pages/a.ts': ['../content/catalog.ts', '../layouts/A.astro'],
    'src/model/a.test.ts': ['../rules/a.ts', '../../scripts/b.ts', 'node:fs'],
    'scripts/a.ts': ['../src/rules/b.ts', '../src/content/read.ts', 'node:fs'],
  }
  expect(faults(imports)).toEqual([])
})

test('no room may import from its own floor or from one above, nor in a circle, nor what its place lacks', () => {
  const imports = {
    'src/model/a.ts': ['../text/b.ts', '../../scripts/b.ts'],
    'src/rules/a.ts': ['../content/read.ts', 'node:fs'],
    'src/search/a.ts': ['../exports/b.ts'],
    'src/components/a.ts': ['../layouts/A.astro', '../content/loader.ts'],
    'src/attic/a.ts': ['../model/b.ts'],
    'src/pages/a.ts': ['astro:content'],
    'src/text/c.ts': ['./d.ts'],
    'src/text/d.ts': ['./c.ts'],
    'scripts/a.ts': ['../src/content/catalog.ts'],
  }
  expect(faults(imports)).toEqual([
    'above-components src/components/a.ts src/layouts/A.astro',
    'above-model src/model/a.ts scripts/b.ts',
    'above-model src/model/a.ts src/text/b.ts',
    'above-rules src/rules/a.ts src/content/read.ts',
    'above-search-exports-suggest src/search/a.ts src/exports/b.ts',
    'circle src/text/c.ts src/text/d.ts',
    'collections-by-catalog-only src/pages/a.ts astro:content',
    'loader-by-astro-only src/components/a.ts src/content/loader.ts',
    'no-node-in-the-browser src/rules/a.ts fs',
    'scripts-without-astro scripts/a.ts src/content/catalog.ts',
    'unknown-room src/attic/a.ts src/model/b.ts',
  ])
})

test('a file of Astro is held to its floor too', () => {
  const files = {
    'src/components/A.astro': `---\nimport B from '../layouts/B.astro'\n---\n<B />\n`,
    'src/pages/A.astro': `---\nimport { B } from 'astro:content'\n---\n<B />\n`,
  }
  const said = run(files, biome, 'lint', '--reporter=github', '.')
  expect(said.match(/file=[^,]*/g)).toEqual(
    Object.keys(files).map((file) => expect.stringContaining(file)),
  )
})

test('there is no drawer: a function lives with its concept', () => {
  const drawer =
    /^(?:utils?|helpers?|lib|misc|common|shared)$|^(?:types|constants|utils?|helpers?)\.\w+$/
  const paths = ['src', 'scripts'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' }),
  )
  expect(paths.filter((path) => drawer.test(basename(path)))).toEqual([])
})
