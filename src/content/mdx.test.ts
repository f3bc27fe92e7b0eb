import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkList } from '../rules/engine/all.ts'
import { specimenContext, specimenFile } from '../rules/fixtures/specimen.ts'
import { mdxOptions } from './mdx.ts'

// A stranger's topic page would run a program on the machine of whoever builds the site.

const head = '---\nname: A\norder: 1\ndescription: B.\ninclude: C.\nexclude: D.\n---\n'
const run = `(() => globalThis.canary = 1)()`

test('the site compiles pages with these options', () => {
  expect(readFileSync('astro.config.mjs', 'utf8')).toContain('mdx(mdxOptions)')
})

/** Compiles a page just as the site does. */
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
  ['an expression', `A {${run}} b`],
  ['an expression alone', `{${run}}`],
  ['an expression between dollar signs', `between $ {${run}} $ dollars`],
  ['an expression between two of them', `$$\n{${run}}\n$$`],
  ['a statement between two of them', `$$\nexport const x = ${run}\n$$`],
  ['HTML between two of them', `$$\n<script>${run}</script>\n$$`],
  ['an expression behind one dollar sign', `1 $ {${run}} 2`],
  ['an expression behind a dollar sign that is escaped', `1 \\$ {${run}} $ 2`],
  ['an expression behind mathematics that ends', `$x$ {${run}} $y$`],
  ['an expression in a list in a quotation', `> - {${run}}`],
  ['an expression as a heading', `# {${run}}`],
  ['a statement', `export const x = ${run}`],
  ['an import', `import x from './evil.js'`],
  ['an import behind a single return', `A\r\rimport x from './evil.js'`],
  ['an import that ends too early, behind a single return', `A\r\rimport x from`],
  ['HTML', `<script>${run}</script>`],
  ['HTML in a paragraph', 'A <b>c</b> d'],
  ['HTML around Markdown', '<div>\n\nA\n\n</div>'],
  ['a component that is not named', '<Chart />'],
  ['a component with an expression', `<Paper id={${run}} />`],
  ['a component with spread attributes', '<Paper {...props} />'],
  ['a component that runs in the browser', '<Paper id="steady-preferences" client:load />'],
  ['a component with other content', `<Paper id="steady-preferences">{${run}}</Paper>`],
  ['an image, whose file Astro would import', '![x](./evil.js)'],
  ['an image by reference', '![x][y]\n\n[y]: ./evil.js'],
  ['an unsafe address', '[x](javascript:alert)'],
  ['an unsafe address in references of characters', '[x](&#106;avascript:alert)'],
  ['an address that only Markdown of GitHub has', '[x](//evil.org)'],
  ['a definition with an unsafe address', '[x][y]\n\n[y]: javascript:alert'],
  ['a footnote', 'A[^1]\n\n[^1]: javascript:alert'],
])('%s is a finding, and is not compiled', async (_what, body) => {
  expect(check(`${head}\n${body}\n`).map(({ rule }) => rule)).toContain('references')
  await expect(compile(`${body}\n`)).rejects.toThrow()
})

test.each([
  ['in mathematics', '$\\{x\\} {y}$ and\n\n$$\n{1+1}\n$$'],
  ['in code', `\`{${run}}\` and\n\n~~~\n{${run}}\n~~~`],
  ['behind backslashes', String.raw`\{x} and \<b>`],
  ['a bare address', 'See https://example.org and www.example.org.'],
])('what looks like code %s is text for check and build alike', async (_what, body) => {
  expect(check(`${head}\n${body}\n`).map(({ rule }) => rule)).not.toContain('references')
  const code = await compile(`${body}\n`)
  const outsideOfText = code.replace(/"(?:[^"\\]|\\.)*"/g, '""')
  expect(outsideOfText).not.toMatch(/canary|href|1 ?\+ ?1/)
})

describe('facts', () => {
  test('a page that names its layout is not compiled, since Astro would import the file', async () => {
    expect(check(head.replace('name: A', 'name: A\nlayout: ../../evil.astro')).length).toBe(1)
    await expect(compile('A.\n', { layout: '../../evil.astro' })).rejects.toThrow('layout')
  })

  test.each(['---x: {y}', '+++'])(
    '%s among them is a finding, since Astro ends them there',
    (line) => {
      const page = head.replace('include: C.', `include: |\n  C.\n${line}`)
      expect(check(`${page}\nA.\n`).map(({ line: at }) => at)).toContain(7)
    },
  )
})

test('what is right is compiled', async () => {
  const body = 'A $x^2$ and <Paper id="steady-preferences" />, [b](/search/).\n\n- "c"\n'
  expect(check(`${head}\n${body}`)).toEqual([])
  expect(await compile(body)).toContain('msup')
})

const pieces = fc.constantFrom(
  ...[
    '{',
    '}',
    '$',
    '$$',
    '<',
    '</',
    '>',
    '`',
    '```',
    '~~~',
    '\n',
    '\n\n',
    '\r',
    '\t',
    '    ',
    '\\',
    '(',
    ')',
    '[a](',
    '[b]: ',
    '![',
    ']',
    '"',
    '|',
    '- ',
    '> ',
    '# ',
    '---',
  ],
  ...[
    'a ',
    'x',
    'import x ',
    'export const a = 1',
    '() => 1',
    'javascript:x',
    'https://example.org',
    '&lt;',
    '&#123;',
    '<b>',
    '<Paper id="steady-preferences" />',
    '<!--',
    '{/*',
    '*/}',
    '*',
    '_',
  ],
)

test('whatever a page holds, the build refuses it just where the check has a finding', async () => {
  const body = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((all) => all.join(''))
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const all = check(`${head}\n${text}\n`)
      // A return by itself has a finding of its own, whatever either parser makes of it.
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
