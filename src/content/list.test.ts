import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoaderContext } from 'astro/loaders'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkContent } from '../../scripts/check/check-content.ts'
import { specimen } from '../rules/fixtures/specimen.ts'
import { resetSmallList, smallList, topicPage, writeSmallList } from './fixtures/small-list.ts'
import { listLoader, pageLoader } from './loader.ts'
import { loadSite } from './read.ts'

// A link in a pull request would publish the curator's own files, or one broken file would crash check and build.

vi.setConfig({ testTimeout: 60_000 })

let root = ''
let content = ''
const at = (name: string) => join(content, name)
const put = (name: string, text: string) => writeFileSync(at(name), text)

beforeEach(() => {
  ;({ root, content } = writeSmallList())
})
afterEach(() => rmSync(root, { recursive: true }))

const findings = () =>
  checkContent({ content, today: '2026-03-13' }).findings.map(
    ({ path, line, column, rule, message }) =>
      `${path.slice(content.length + 1)}:${line}:${column} ${rule} ${message}`,
  )

/** Loads everything as a build does. */
async function load(): Promise<void> {
  const context = {
    store: { clear() {}, set() {} },
    logger: { error() {}, warn() {} },
  } as unknown as LoaderContext
  loadSite(content, {})
  await listLoader(content).load(context)
  await pageLoader(content, 'topics').load(context)
}

test('a valid list has no findings', () => {
  expect(findings()).toEqual([])
})

const replaceBy = {
  link(name: string, to = '/etc/passwd') {
    rmSync(at(name), { force: true })
    symlinkSync(to, at(name))
  },
  folder: (name: string) => mkdirSync(at(name)),
  pipe: (name: string) => execFileSync('mkfifo', [at(name)]),
}

test.each<[keyof typeof replaceBy, path: string, to?: string]>([
  ['link', 'papers/evil.mdx'],
  ['folder', 'papers/x.mdx'],
  ['pipe', 'papers/p.mdx'],
  ['link', 'topics/evil.mdx', '../site.yaml'],
  ['link', 'site.yaml'],
])('a %s in place of %s is one finding and stops the build', async (what, path, to) => {
  replaceBy[what](path, to)
  expect(findings()).toEqual([
    expect.stringMatching(`^${path}:1:1 file-name Unexpected .*expected a plain file`),
  ])
  await expect(load()).rejects.toThrow(/expected a plain file/)
})

test.each([
  ['link', 'listing/identities.json'],
  ['pipe', 'gaps.yaml'],
] as const)('a %s in place of %s is one finding', (what, path) => {
  replaceBy[what](path)
  expect(findings()).toEqual([expect.stringMatching(`^${path}:1:1 file-name `)])
})

test.each(['papers', 'topics', 'vocabulary'])(
  'a link in place of the folder %s is one finding and is not followed',
  async (name) => {
    cpSync(at(name), join(root, 'elsewhere'), { recursive: true })
    rmSync(at(name), { recursive: true })
    symlinkSync(join(root, 'elsewhere'), at(name))
    if (name === 'papers') put('gaps.yaml', 'steady-preferences: [claim]\n')
    expect(findings()).toEqual([
      `${name}:1:1 file-name Unexpected file or link, expected a folder. Put the folder itself here.`,
    ])
    await expect(load()).rejects.toThrow('expected a folder')
  },
)

test.each(['Topics', 'vocabulary/tags.yml', 'pages/more.mdx'])(
  'a file that does not belong to a list is a finding: %s',
  (name) => {
    put(name, 'A.\n')
    expect(findings()).toContainEqual(
      expect.stringMatching(`^${name}:1:1 file-name Unexpected .*Move it to another place\\.$`),
    )
  },
)

test('a file of more than 64 MB is not read', () => {
  put('papers/huge.mdx', '')
  truncateSync(at('papers/huge.mdx'), 65 * 2 ** 20)
  expect(findings()).toEqual([
    'papers/huge.mdx:1:1 file-name Unexpected file of 65 MB, expected at most 64 MB. Split it.',
  ])
})

test.each([
  ['gaps.yaml', '- a\n', 'vocabulary'],
  ['listing/identities.json', '[{"title": 1}]', 'identity'],
  ['listing/listing.json', '{"date": "soon"}', 'vocabulary'],
  ['vocabulary/tags.yaml', 'other: {name: A}\nno key\ndpo: {name: B}\n', 'vocabulary'],
  ['vocabulary/tags.yaml', '__proto__: {name: A}\n', 'vocabulary'],
  ['vocabulary/tags.yaml', 'rm: &a {name: A, meaning: B.}\npd: *a\n', 'vocabulary'],
  ['topics/safety.mdx', '---\nname: [\n---\n\nA.\n', 'frontmatter-syntax'],
])('%s with %j has findings for the cause and none for its consequences', (path, text, rule) => {
  put(path, text)
  const all = findings()
  expect(all.length).toBeGreaterThan(0)
  for (const finding of all) expect(finding).toMatch(new RegExp(`^${path}:\\d+:\\d+ ${rule} `))
})

const site = (line: string) =>
  `${smallList['site.yaml']}`.replace(new RegExp(`^${line.split(':')[0]}: .*\\n`, 'm'), '') + line
const topic = (text: string) => topicPage.replace('See', text)
const section = '---\ntitle: A\n---\n\n<Section id={1} title="a">b</Section>\n'

test.each([
  ['site.yaml', 'vocabulary Unexpected `German` in `language`', site('language: German\n')],
  ['site.yaml', 'vocabulary Unexpected `/"><script>/` in `base`', site('base: /"><script>/\n')],
  ['site.yaml', 'characters Unexpected U+202E', site('title: "A\\u202Eb"\n')],
  [
    'vocabulary/venues.yaml',
    'characters Unexpected zero-width',
    'ACL: {name: A\u200BCL, kind: conference}\n',
  ],
  [
    'vocabulary/concepts.yaml',
    'vocabulary Unexpected file of more than 1024 KB',
    'a: ['.repeat(400_000),
  ],
  ['topics/Evil Topic.mdx', 'file-name Unexpected file name `Evil Topic.mdx`', topicPage],
  ['topics/safety.mdx', 'characters Unexpected letter', topic('S\u0435e')],
  ['topics/safety.mdx', 'references Unexpected label', topic('[github.com](https://evil.org)')],
  [
    'paths/a.mdx',
    'references Unexpected key `layout`',
    '---\nlayout: ../../evil.astro\n---\n\nA.\n',
  ],
  ['pages/about.mdx', 'references Unexpected `id` in `<Section>`', section],
  ['paths/a.mdx', 'references Unexpected `{b}`', '---\nname: A\n---\n\nA {b}\n'],
])('%s: %s', (path, message, text) => {
  put(path, text)
  const found = findings()
    .filter((one) => one.startsWith(`${path}:`))
    .map((one) => one.slice(path.length).replace(/^:\d+:\d+ /, ''))
  expect(found.filter((one) => one.startsWith(message))).toHaveLength(1)
})

test.each([
  ['site.yaml', 'the file with the facts of the site', 'vocabulary'],
  ['pages/about.mdx', 'this page of the site', 'file-name'],
])('a missing %s is a finding', (name, what, rule) => {
  rmSync(at(name))
  expect(findings()).toEqual([
    `${name}:1:1 ${rule} Unexpected list without \`${name.replace('pages/', '')}\`, expected ${what}. Write it.`,
  ])
  if (name === 'site.yaml')
    expect(() => loadSite(content, {})).toThrow(/^\S*site\.yaml:1:1 Unexpected .* \(vocabulary\)$/)
})

test('properties of `Object.prototype` are not tags, venues or entries', () => {
  put(
    'papers/steady-preferences.mdx',
    specimen
      .replace('venue: ACL 2025', 'venue: constructor 2025')
      .replace('[reward-model,', '[constructor, reward-model,'),
  )
  put('papers/__proto__.mdx', specimen)
  put('papers/constructor.mdx', specimen.replace('is public.', 'is public …'))
  put('gaps.yaml', 'constructor: [claim]\n')
  const found = findings().join('\n')
  expect(found).toContain('Unexpected venue `constructor 2025`')
  expect(found).toContain('Unexpected tag `constructor`')
  expect(found).toContain('papers/__proto__.mdx:1:1 file-name')
  expect(found).toContain('gaps.yaml:1:15 gaps Unexpected gap `claim` of `constructor`')
  expect(Object.hasOwn(Object.prototype, 'name')).toBe(false)
})

const places = [...Object.keys(smallList), 'gaps.yaml', 'vocabulary/concepts.yaml', 'paths/a.mdx']
const pieces = fc.constantFrom(
  ...'[ ] { } " *a __proto__: <<: $ $$ < \\ \u202E \0 😀 1 name null # | > import'.split(' '),
  ...['---\n', ': ', '- ', '\n', '\n\n', '&a ', '!!js ', '\t', '\r'],
)

test('whatever the files of a list contain, the check reports findings and never crashes', () => {
  const text = fc.oneof(
    fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 })
      .map((all) => all.join('')),
    fc.json(),
  )
  const change = fc.record({ name: fc.constantFrom(...places), text, keep: fc.nat(400) })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      resetSmallList(content, places)
      for (const { name, text: piece, keep } of changes) {
        const before = smallList[name] ?? ''
        put(name, before.slice(0, keep) + piece + before.slice(keep))
      }
      for (const finding of findings())
        expect(finding).toMatch(/^[^:]+:\d+:\d+ [\w-]+ Unexpected .*, expected .*[.?]$/s)
    }),
    { numRuns: 150 },
  )
})
