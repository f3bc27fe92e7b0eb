import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { copyProject, runBuild } from '../../scripts/build/build-site.ts'
import { testedEnvironment } from '../../scripts/test/tested-site.ts'
import { specimen } from '../rules/fixtures/specimen.ts'

// A stranger's pull request would run a program on the curator's machine as soon as the site is built.

const canary = resolve('.cache', 'canary.txt')
const crime = `require('node:fs').writeFileSync(${JSON.stringify(canary)}, 'ran')`
const asyncCrime = `import('node:fs').then((fs) => fs.writeFileSync(${JSON.stringify(canary)}, 'ran'))`

/** Twenty ways to run code from an entry, were it compiled, and the rule that refuses each. */
const ways: readonly (readonly [body: string, rule: string])[] = [
  [`import fs from 'node:fs'`, 'prose-only'],
  [`import 'data:text/javascript,${crime}'`, 'prose-only'],
  [`export const x = await ${asyncCrime}`, 'prose-only'],
  [`export const x = (() => { ${crime} })()`, 'prose-only'],
  [`export default function Layout() { ${crime} }`, 'prose-only'],
  [`export class A { static { ${crime} } }`, 'prose-only'],
  [`export * from '../../scripts/build.ts'`, 'prose-only'],
  [`{${asyncCrime}}`, 'prose-only'],
  [`{(() => { ${crime} })()}`, 'prose-only'],
  [`A sentence with {${asyncCrime}} in it.`, 'prose-only'],
  [`# A heading with {${asyncCrime}}`, 'prose-only'],
  [`- an item with {${asyncCrime}}`, 'prose-only'],
  [`> a quotation with {${asyncCrime}}`, 'prose-only'],
  [`**strong {${asyncCrime}}**`, 'prose-only'],
  [`[a link {${asyncCrime}}](https://example.org/)`, 'prose-only'],
  [`<Code run={${asyncCrime}} />`, 'prose-only'],
  [`<p {...(() => { ${crime} })()}>text</p>`, 'prose-only'],
  [`<script>{${asyncCrime}}</script>`, 'prose-only'],
  [`<img src="x" onerror="${crime.replaceAll('"', "'")}" />`, 'prose-only'],
  [`[a link](javascript:${encodeURI(asyncCrime)})`, 'safe-address'],
]

test('no way to run code from an entry gets past a build, and each is named with its place', async () => {
  rmSync(canary, { force: true })
  const copy = copyProject(`attacked-${process.pid}`)
  const lines = specimen.split('\n')
  const bodyLine = lines.indexOf('---', 1) + 3
  for (const [place, [body]] of ways.entries()) {
    const source = [...lines.slice(0, bodyLine - 1), body, '', ...lines.slice(bodyLine - 1)].join(
      '\n',
    )
    writeFileSync(join(copy, `content/papers/attack-${place}.mdx`), source)
  }
  const { code, output } = await runBuild(copy, { env: testedEnvironment('root') })

  expect(code).not.toBe(0)
  expect(existsSync(canary)).toBe(false)
  expect(existsSync(join(copy, 'dist', 'index.html'))).toBe(false)
  const unnamed = ways.filter(([, rule], place) => {
    const finding = new RegExp(
      `^content/papers/attack-${place}\\.mdx:${bodyLine}:\\d+ .+ \\(${rule}\\)$`,
      'm',
    )
    return !finding.test(output)
  })
  expect(unnamed).toEqual([])
  expect(ways).toHaveLength(20)
  rmSync(copy, { recursive: true })
})

test('the canary is a real one: code that runs would write it', async () => {
  await import(`data:text/javascript,${encodeURIComponent(`await ${asyncCrime}`)}`)
  expect(readFileSync(canary, 'utf8')).toBe('ran')
  rmSync(canary)
})
