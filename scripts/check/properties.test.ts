import fc from 'fast-check'
import type { PhrasingContent, Root } from 'mdast'
import { expect, test } from 'vitest'
import type { EntryFacts } from '../../src/model/entry.ts'
import { checkEntry, checkList } from '../../src/rules/engine/all.ts'
import {
  specimen,
  specimenContext,
  specimenFile,
  specimenPath,
  specimenWith,
} from '../../src/rules/fixtures/specimen.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import { writeEntryFile } from '../../src/text/entry-writer.ts'
import { collapseSpaces } from '../../src/text/normalise.ts'
import { plainText } from '../../src/text/plain.ts'
import { fixedSource } from './fix.ts'
import { findingText } from './report.ts'

// One odd character in a pull request would crash the check, or `--fix` would change an entry's words.

const words =
  '---|\n---\n|: |- |  |> |{{|<a|</|<!--|import x|\nexport |&#8203;|&amp;|![|](|https://|$$|```|## Notes|\n\n|*x|!!js|&y |<<: |__proto__: |\uD800|語|👩‍💻'
const signs = fc.constantFrom(
  ...'{}<>[]()`*_~^$\\|"\'!@#%&=+-:;,./?\t\n\r \u00a0\u200b\u202e\ufeff\u0000',
  ...words.split('|'),
)

/** The specimen with random insertions and deletions. */
const piece = fc.oneof(signs, fc.string({ maxLength: 8 }))
const damaged = fc
  .array(fc.tuple(fc.nat(specimen.length), fc.nat(12), piece), { minLength: 1, maxLength: 8 })
  .map((edits) => {
    const edit = (text: string, [at, gone, fresh]: (typeof edits)[number]) =>
      text.slice(0, at) + fresh + text.slice(at + gone)
    return edits.reduce(edit, specimen)
  })

function expectValidFindings(source: string) {
  const file = parseEntryFile(specimenPath, source)
  const findings = [
    ...checkEntry(file, specimenContext),
    ...checkList({ entries: [file, specimenFile()], pages: [file], data: [] }, specimenContext),
  ]
  const lines = source.split('\n').length
  for (const finding of findings) {
    expect(finding.message).toMatch(/^Unexpected .*, expected .*[.?]$/s)
    expect(finding.message).not.toMatch(/undefined|\[object|NaN/)
    expect(Math.min(finding.line, finding.column)).toBeGreaterThanOrEqual(1)
    expect(finding.line).toBeLessThanOrEqual(lines + 1)
    findingText(finding)
  }
  fixedSource(file)
}

test('for any text and any damaged entry, the check does not throw, and its positions are within the file', () => {
  const text = fc.array(signs, { maxLength: 60 }).map((all) => all.join(''))
  for (const sources of [fc.string({ unit: 'binary', maxLength: 200 }), text, damaged])
    fc.assert(fc.property(sources, expectValidFindings))
})

/** A line of text with any letters and the special characters of Markdown and YAML. */
const hard = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.array(fc.oneof(signs, fc.constant('word')), { maxLength: 8 }).map((all) => all.join('')),
  )
  .map((text) =>
    text
      .normalize('NFC')
      .replace(/[\s\p{Control}\p{Format}\p{Surrogate}]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '')

const url = 'https://example.org/a_(b)?c=d&e'
const inline = fc
  .tuple(fc.constantFrom('text', 'emphasis', 'link'), hard)
  .map(([type, value]): PhrasingContent => {
    const text = { type: 'text' as const, value }
    if (type === 'emphasis') return { type, children: [text] }
    return type === 'link' ? { type, url, children: [text] } : text
  })
const and = { type: 'text' as const, value: ' and ' }
const paragraph = fc
  .tuple(inline, inline)
  .map(([one, other]) => ({ type: 'paragraph' as const, children: [one, and, other] }))
const body = fc
  .array(paragraph, { minLength: 1, maxLength: 3 })
  .map((children): Root => ({ type: 'root', children }))

const facts: fc.Arbitrary<Partial<EntryFacts>> = fc.record(
  {
    title: hard,
    authors: fc.array(hard, { minLength: 1, maxLength: 4 }),
    venue: hard,
    names: fc.array(hard, { minLength: 1, maxLength: 3 }),
    claim: hard,
    evidence: hard,
    added: fc.constant('2025-03-13'),
  },
  { requiredKeys: ['title', 'added'] },
)

test('an entry that is written and parsed again is the same', () => {
  fc.assert(
    fc.property(facts, body, fc.option(body, { nil: undefined }), (written, abstract, notes) => {
      const content = { facts: written, abstract, ...(notes && { notes }) }
      const file = parseEntryFile(specimenPath, writeEntryFile(content))
      expect(file.frontMatter.faults).toEqual([])
      expect(file.bodyFaults).toEqual([])
      expect(file.frontMatter.values).toEqual(written)
      expect(collapseSpaces(plainText(file.abstract))).toBe(collapseSpaces(plainText(abstract)))
      expect(file.notes && collapseSpaces(plainText(file.notes))).toBe(
        notes && collapseSpaces(plainText(notes)),
      )
    }),
  )
})

/** The specimen with changes of form. */
const reformed = fc
  .subarray<[string, string]>([
    ['kind: [method]', 'kind:\n  - method'],
    ['kind: [method]', "kind: [ 'method' ]"],
    ['added: 2025-03-13', 'added: "2025-03-13"'],
    ['names: [TieRM²]', 'names:\n    - TieRM²'],
    ['published: 2024-10-04\n', ''],
    ['venue: ACL 2025', "venue:    'ACL 2025'"],
    ['2410.01234', '2410.01234v7'],
    ['/abs/', '/pdf/'],
    ['doi: ', 'doi: https://doi.org/'],
    ['\n\n## Notes\n\n', '\n\n\n\n## Notes\n'],
    ['We show', 'We *show*'],
    ['Human', '  Human'],
    ['small.\n', 'small.   \n\n\n'],
    ['---\n\nHuman', '---\nHuman'],
    ['---\ntitle', '\ufeff---\ntitle'],
    ['links:\n  code: https://github.com/example/ties', 'links: {code: https://a.org/x}'],
  ])
  .map((changes) =>
    changes.reduce(
      (text, [from, to]) => (text.includes(from) ? specimenWith(from, to, text) : text),
      specimen,
    ),
  )

test('a fixed file needs no further fix, and no word of it is changed', () => {
  fc.assert(
    fc.property(fc.oneof(reformed, damaged), (source) => {
      const file = specimenFile(source)
      const once = fixedSource(file)
      if (once === undefined) return
      const fixed = specimenFile(once)
      expect(fixedSource(fixed)).toBeUndefined()
      expect(collapseSpaces(plainText(fixed.body))).toBe(collapseSpaces(plainText(file.body)))
      const { paper: _a, doi: _b, ...before } = file.frontMatter.values
      const { paper: _c, doi: _d, ...after } = fixed.frontMatter.values
      expect(after).toEqual(before)
    }),
  )
})
