import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { copyProject, runBuild } from '../../scripts/build/build-site.ts'
import { testedEnvironment } from '../../scripts/test/tested-site.ts'
import { specimen } from '../rules/fixtures/specimen.ts'

// A stranger's pull request would run code on the curator's machine as soon as the site is built.

const canary = resolve('.cache', 'canary.txt')
const attack = `require('node:fs').writeFileSync(${JSON.stringify(canary)}, 'ran')`
const asyncAttack = `import('node:fs').then((fs) => fs.writeFileSync(${JSON.stringify(canary)}, 'ran'))`

/** Twenty ways to run code from an entry if it were compiled. The rule `prose-only` refuses all but the last. */
const ways = [
  `import fs from 'node:fs'`,
  `import 'data:text/javascript,${attack}'`,
  `export const x = await ${asyncAttack}`,
  `export const x = (() => { ${attack} })()`,
  `export default function Layout() { ${attack} }`,
  `export class A { static { ${attack} } }`,
  `export * from '../../scripts/build.ts'`,
  `{${asyncAttack}}`,
  `{(() => { ${attack} })()}`,
  `A sentence with {${asyncAttack}} in it.`,
  `# A heading with {${asyncAttack}}`,
  `- an item with {${asyncAttack}}`,
  `> a quotation with {${asyncAttack}}`,
  `**strong {${asyncAttack}}**`,
  `[a link {${asyncAttack}}](https://example.org/)`,
  `<Code run={${asyncAttack}} />`,
  `<p {...(() => { ${attack} })()}>text</p>`,
  `<script>{${asyncAttack}}</script>`,
  `<img src="x" onerror="${attack.replaceAll('"', "'")}" />`,
  `[a link](javascript:${encodeURI(asyncAttack)})`,
]

test('a build runs no code from an entry, and reports each attempt with its place', async () => {
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

test('the attack works when it is run', async () => {
  await import(`data:text/javascript,${encodeURIComponent(`await ${asyncAttack}`)}`)
  expect(readFileSync(canary, 'utf8')).toBe('ran')
  rmSync(canary)
})
