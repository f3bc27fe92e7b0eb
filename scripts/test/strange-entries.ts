import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { idFromTitle } from '../../src/model/identifier.ts'
import { writeEntryFile } from '../../src/text/entry-writer.ts'
import { checkContent } from '../check/check-content.ts'

/** Titles on which a build has fallen over, or might. */
export const namedTitles = [
  'Language Models',
  'LLM Alignment',
  'What Is It?',
  '"It" Is Here',
  '-Ties in Models',
  '🤗 Models',
  'A',
  'The',
  'Alignment',
  'Alignment',
  'AND OR NOT',
  '大语言模型对齐综述',
  'محاذاة النماذج اللغوية',
  'Выравнивание моделей',
  '$\\beta$-DPO',
  '$\\chi$',
  'C++ & C#: 100% [sic]',
  '{{braces}}',
  '<script>alert(1)</script>',
  'constructor',
]

const words =
  'the of is a and what Models LLM A + & " ! - * (b) % AND OR # ? : $ \\\\ 对齐 수학 ß Ещё नमस्ते שלום مرحبا 🤗'.split(
    ' ',
  )

/** Titles that would break a careless build: stop words, signs, operators, other scripts, the same title twice. */
function strangeTitles(): string[] {
  const title = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim())
    .filter((text) => text.length > 0)
  return [...namedTitles, ...fc.sample(title, { numRuns: 60, seed: 1 })]
}

const filler =
  'Nothing in it is strange but its title, which a careless program would take for something else. We measure how often that happens, and show that it does not happen here, whatever the title holds and however long it is.'

/** Adds entries with strange titles to a content folder: those of them that the check has nothing against. */
export function addStrangeEntries(content: string): void {
  const path = (id: string) => join(content, 'papers', `${id}.mdx`)
  const entries = [...strangeEntries()]
  for (const [id, source] of entries) writeFileSync(path(id), source)
  const refused = new Set(checkContent({ content }).findings.map((finding) => finding.path))
  for (const [id] of entries) if (refused.has(path(id))) rmSync(path(id))
}

/** Files of entries with strange titles, by id. Those that the check refuses are among them. */
export function strangeEntries(): Map<string, string> {
  const files = new Map<string, string>()
  for (const [place, title] of strangeTitles().entries()) {
    const number = String(place).padStart(5, '0')
    const base = idFromTitle(title)
    const id = base && !files.has(base) ? base : `${base || 'paper'}-${place}`
    // Names hold no digits.
    const name = [...number].map((digit) => 'abcdefghij'[Number(digit)]).join('')
    const sentence = `We study case number ${number} with the greatest care. ${filler}`
    const source = writeEntryFile({
      facts: {
        title,
        authors: [`Ada Case${name}`],
        published: '2024-10-04',
        paper: `https://openreview.net/forum?id=case${number}`,
        topics: ['safety'],
        kind: ['analysis'],
        tags: ['rlhf'],
        claim: `Case ${number} is not strange.`,
        evidence: `We study case number ${number}`,
        added: '2025-03-13',
      },
      abstract: {
        type: 'root',
        children: [{ type: 'paragraph', children: [{ type: 'text', value: sentence }] }],
      },
    })
    files.set(id, source)
  }
  return files
}
