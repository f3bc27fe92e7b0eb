import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { SKIP, visit } from 'unist-util-visit'
import { afterEach, expect, test } from 'vitest'
import { isSafeAddress } from '../../model/address.ts'
import { parseEntryFile } from '../../text/entry-file.ts'
import { proseHtml } from '../../text/html.ts'
import { attacks } from '../fixtures/attacks.ts'
import { specimenPath } from '../fixtures/specimen.ts'
import { guard } from './guard.ts'

// A stranger's pull request would run a program on the curator's machine, or one in every reader's browser.

const environment = JSON.stringify(process.env)

afterEach(() => {
  expect(Object.hasOwn(globalThis, 'canary')).toBe(false)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  expect(JSON.stringify(process.env)).toBe(environment)
})

const elements = new Set(
  'p em strong a code pre ul ol li blockquote br mark math semantics'.split(' '),
)

/** Everything in a page's HTML that could do something. */
function active(html: string): string[] {
  const found: string[] = []
  const tree: Root = fromHtml(html, { fragment: true })
  visit(tree, 'element', ({ tagName, properties }) => {
    for (const [name, value] of Object.entries(properties)) {
      if (/^on|^style$|^src/i.test(name)) found.push(`${tagName} ${name}`)
      if (name === 'href' && !isSafeAddress(String(value))) found.push(`href ${value}`)
    }
    // What MathML consists of is the business of its writer, but it may hold no links and no code.
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

const refused = attacks.filter(({ outcome }) => outcome !== 'inert')
const rendered = attacks.filter(({ outcome }) => outcome === 'inert')

test.each(refused)('$family: $name', ({ source, path, outcome }) => {
  const findings = guard(parseEntryFile(path ?? specimenPath, source))
  expect(findings.map(({ rule }) => rule)).toContain(outcome)
  for (const { message, line, column } of findings) {
    expect(message).toMatch(/^Unexpected .*, expected /su)
    expect(line).toBeGreaterThanOrEqual(1)
    expect(column).toBeGreaterThanOrEqual(1)
  }
})

test.each(rendered)('$family: $name', ({ source }) => {
  const file = parseEntryFile(specimenPath, source)
  expect(guard(file)).toEqual([])
  expect(active(proseHtml(file.abstract, 'ties between answers'))).toEqual([])
})
