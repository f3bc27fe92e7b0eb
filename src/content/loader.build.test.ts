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

/** Twenty ways to run code from an entry, were it compiled. The rule `prose-only` refuses each but the last. */
const ways = [
  `import fs from 'node:fs'`,
  `import 'data:text/javascript,${crime}'`,
  `export const x = await ${asyncCrime}`,
  `export const x = (() => { ${crime} })()`,
  `export default function Layout() { ${crime} }`,
  `export class A { static { ${crime} } }`,
  `export * from '../../scripts/build.ts'`,
  `{${asyncCrime}}`,
  `{(() => { ${crime} })()}`,
  `A sentence with {${asyncCrime}} in it.`,
  `# A heading with {${asyncCrime}}`,
  `- an item with {${asyncCrime}}`,
  `> a quotation with {${asyncCrime}}`,
  `**strong {${asyncCrime}}**`,
  `[a link {${asyncCrime}}](https://example.org/)`,
  `<Code run={${asyncCrime}} />`,
  `<p {...(() => { ${crime} })()}>text</p>`,
  `<script>{${asyncCrime}}</script>`,
  `<img src="x" onerror="${crime.replaceAll('"', "'")}" />`,
  `[a link](javascript:${encodeURI(asyncCrime)})`,
]

test('no way to run code from an entry gets past a build, and each is named with its place', async () => {
  rmSync(canary, { force: true })
  const copy = copyProject('attacked')
  const lines = specimen.split('\n')
  const bodyLine = lines.indexOf('---', 1) + 3
  for (const [place, body] of ways.entries()) {
    const source = [...lines.slice(0, bodyLine - 1), body, '', ...lines.slice(bodyLine - 1)].join(
      '\n',
    )
    writeFileSync(join(copy, `content/papers/attack-${place}.mdx`), source)
  }
  const { code, output } = await runBuild(copy, { env: testedEnvironment('root') })

  expect(code).not.toBe(0)
  expect(existsSync(canary)).toBe(false)
  expect(existsSync(join(copy, 'dist', 'index.html'))).toBe(false)
  const unnamed = ways.filter((body, place) => {
    const at = `^content/papers/attack-${place}\\.mdx:${bodyLine}:\\d+ .+`
    const rule = body.startsWith('[a link](') ? 'safe-address' : 'prose-only'
    return !new RegExp(`${at} \\(${rule}\\)$`, 'm').test(output)
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
