import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkList } from '../rules/engine/all.ts'
import { specimenContext, specimenFile } from '../rules/fixtures/specimen.ts'
import { mdxOptions } from './mdx.ts'

// A stranger's topic page would run code on the machine of whoever builds the site.

const head = '---\nname: A\norder: 1\ndescription: B.\ninclude: C.\nexclude: D.\n---\n'
const run = `(() => globalThis.canary = 1)()`

test('the site compiles its pages with these options', () => {
  expect(readFileSync('astro.config.mjs', 'utf8')).toContain('mdx(mdxOptions)')
})

/** Compiles a page as the site does. */
async function compile(body: string, frontmatter: Record<string, unknown> = {}): Promise<string> {
  const { processor, ...shared } = mdxOptions
  const { gfm = true, smartypants = true } = processor.options
  const renderer = await processor.createMdxRenderer?.(
    { ...shared, gfm, smartypants },
    { optimize: false, srcDir: new URL('file:///src/'), sourcemap: false },
  )
  if (!renderer) throw new Error('The processor of the site does not compile MDX.')
  return (await renderer.process(body, '/content/topics/safety.mdx', frontmatter)).code
}

const check = (page: string) =>
  checkList(
    {
      entries: [specimenFile()],
      pages: [specimenFile(page, 'content/topics/safety.mdx')],
      data: [],
    },
    specimenContext,
  )

test.each([
  `A {${run}} b`,
  `between $ {${run}} $ dollars`,
  `$$\n{${run}}\n$$`,
  `1 \\$ {${run}} $ 2`,
  `$x$ {${run}} $y$`,
  `> - {${run}}`,
  `export const x = ${run}`,
  `import x from './evil.js'`,
  `A\r\rimport x from './evil.js'`,
  `<script>${run}</script>`,
  'A <b>c</b> d',
  '<Chart />',
  `<Paper id={${run}} />`,
  '<Paper {...props} />',
  '<Paper id="steady-preferences" client:load />',
  `<Paper id="steady-preferences">{${run}}</Paper>`,
  // Astro would import the file of an image.
  '![x](./evil.js)',
  '[x](javascript:alert)',
  '[x][y]\n\n[y]: javascript:alert',
  'A[^1]\n\n[^1]: javascript:alert',
])('%j is a finding and is not compiled', async (body) => {
  expect(check(`${head}\n${body}\n`).map(({ rule }) => rule)).toContain('references')
  await expect(compile(`${body}\n`)).rejects.toThrow()
})

test.each([
  ['in mathematics', '$\\{x\\} {y}$ and\n\n$$\n{1+1}\n$$'],
  ['in code', `\`{${run}}\` and\n\n~~~\n{${run}}\n~~~`],
  ['after backslashes', String.raw`\{x} and \<b>`],
  ['a bare address', 'See https://example.org and www.example.org.'],
])('what looks like code %s is text for both check and build', async (_what, body) => {
  expect(check(`${head}\n${body}\n`).map(({ rule }) => rule)).not.toContain('references')
  const code = await compile(`${body}\n`)
  const outsideOfText = code.replace(/"(?:[^"\\]|\\.)*"/g, '""')
  expect(outsideOfText).not.toMatch(/canary|href|1 ?\+ ?1/)
})

test('a page with a layout is not compiled, because Astro would import the file', async () => {
  expect(check(head.replace('name: A', 'name: A\nlayout: ../../evil.astro')).length).toBe(1)
  await expect(compile('A.\n', { layout: '../../evil.astro' })).rejects.toThrow('layout')
})

test.each(['---x: {y}', '+++'])(
  '%s in the front matter is a finding, because Astro ends it there',
  (end) => {
    const page = head.replace('include: C.', `include: |\n  C.\n${end}`)
    expect(check(`${page}\nA.\n`).map(({ line }) => line)).toContain(7)
  },
)

test('a valid page is compiled', async () => {
  const body = 'A $x^2$ and <Paper id="steady-preferences" />, [b](/search/).\n\n- "c"\n'
  expect(check(`${head}\n${body}`)).toEqual([])
  expect(await compile(body)).toContain('msup')
})

const pieces = fc.constantFrom(
  ...'{ } $ $$ < </ > ` ``` ~~~ \\ ( ) [a]( ![ ] " | --- x () &lt; &#123; <b> <!-- {/* */} * _'.split(
    ' ',
  ),
  ...['\n', '\n\n', '\r', '\t', '    ', '[b]: ', '- ', '> ', '# ', 'a ', 'import x ', '() => 1'],
  ...['export const a = 1', 'javascript:x', 'https://example.org'],
  '<Paper id="steady-preferences" />',
)

test('whatever a page contains, the build refuses it exactly when the check has a finding', async () => {
  const body = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((all) => all.join(''))
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const all = check(`${head}\n${text}\n`)
      // A carriage return without a line feed has a finding of its own.
      if (/\r(?!\n|$)/.test(text)) {
        expect(all).not.toEqual([])
        return
      }
      const found = all.filter(({ rule }) => rule === 'references')
      const code = await compile(`${head.replace(/[^\n]/g, ' ')}\n${text}\n`).catch(() => undefined)
      expect(code === undefined).toBe(found.length > 0)
      expect(code ?? '').not.toMatch(/^import (?!\{\s*(?:Fragment|jsx))/m)
    }),
    { numRuns: 300 },
  )
})
