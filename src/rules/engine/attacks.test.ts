import { readFileSync } from 'node:fs'
import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { SKIP, visit } from 'unist-util-visit'
import { afterEach, expect, test } from 'vitest'
import { isSafeAddress } from '../../model/address.ts'
import { parseEntryFile } from '../../text/entry-file.ts'
import { proseHtml } from '../../text/html.ts'
import { attacksIn } from '../fixtures/attacks.ts'
import { specimen, specimenPath, specimenWith } from '../fixtures/specimen.ts'
import { guard } from './guard.ts'

// A stranger's pull request could run a program on a curator's machine or in readers' browsers.

const environment = JSON.stringify(process.env)

afterEach(() => {
  expect(Object.hasOwn(globalThis, 'canary')).toBe(false)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  expect(JSON.stringify(process.env)).toBe(environment)
})

const elements = new Set(
  'p em strong a code pre ul ol li blockquote br mark math semantics'.split(' '),
)

/** Returns the elements and attributes in HTML that could run code or lead elsewhere. */
function activeParts(html: string): string[] {
  const found: string[] = []
  const tree: Root = fromHtml(html, { fragment: true })
  visit(tree, 'element', ({ tagName, properties }) => {
    for (const [name, value] of Object.entries(properties)) {
      if (/^on|^style$|^src/i.test(name)) found.push(`${tagName} ${name}`)
      if (name === 'href' && !isSafeAddress(String(value))) found.push(`href ${value}`)
    }
    // Inside `math`, every element whose name looks like MathML is allowed.
    if (tagName === 'math') return undefined
    if (/^(?:script|style|iframe|object|embed|form|input|svg|img|link|meta|base)$/.test(tagName)) {
      found.push(tagName)
      return SKIP
    }
    if (!elements.has(tagName) && !/^m[a-z]+$/.test(tagName)) found.push(tagName)
    return undefined
  })
  return found
}

const attacks = attacksIn(readFileSync('src/rules/fixtures/attacks.txt', 'utf8'))

const inBody = (text: string) => specimenWith('Human annotators', `${text} Human annotators`)
const asFact = (line: string) => specimenWith('venue: ACL 2025', line)
const bombs = {
  'long words': asFact(`venue: ${'9'.repeat(2_000_000)}`),
  'many bytes': inBody('語'.repeat(30_000)),
  quotations: inBody(`\n\n${'> '.repeat(20_000)}x`),
  emphasis: inBody(`${'*a '.repeat(5000)}${'a* '.repeat(5000)}`),
  braces: inBody('{'.repeat(4000)),
  tags: inBody(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`),
  lists: asFact(`names: ${'['.repeat(20_000)}`),
  maps: asFact(`names: ${'{a: '.repeat(10_000)}`),
  keys: asFact('? '.repeat(20_000)),
  'a title': specimenWith('Steady', 'S'.repeat(1000)),
}

/** Returns the rules that reject an entry, and checks that each finding has a place and says what was expected. */
function rejectedBy(source: string, path = specimenPath): string[] {
  const findings = guard(parseEntryFile(path, source))
  for (const { message, line, column } of findings) {
    expect(message).toMatch(/^Unexpected .*, expected /su)
    expect(Math.min(line, column)).toBeGreaterThanOrEqual(1)
  }
  return findings.map(({ rule }) => rule)
}

test.each(attacks.filter(({ outcome }) => outcome !== 'inert'))(
  '$outcome rejects: $row',
  ({ source, outcome }) => expect(rejectedBy(source)).toContain(outcome),
)

test.each(Object.entries(bombs))('an oversized entry is rejected: %s', (_what, source) => {
  expect(rejectedBy(source)).toContain('size')
})

test.each([
  ...['..%2f..%2fx.mdx', '..\\..\\x.mdx', 'a/../b.mdx/c.mdx', 'con.mdx', 'a\u202Exdm.mdx'],
  ...['--help.mdx', '\u0430.mdx', 'x.mdx.js', `${'a'.repeat(300)}.mdx`],
])('the file name %s is rejected', (name) => {
  expect(rejectedBy(specimen, `content/papers/${name}`)).toContain('file-name')
})

test.each(attacks.filter(({ outcome }) => outcome === 'inert'))(
  'does nothing: $row',
  ({ source }) => {
    const file = parseEntryFile(specimenPath, source)
    expect(guard(file)).toEqual([])
    expect(activeParts(proseHtml(file.abstract, 'ties between answers'))).toEqual([])
  },
)
