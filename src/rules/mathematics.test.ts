import { expect, test } from 'vitest'
import { parseEntryFile } from '../text/entry-file.ts'
import { titleHtml, titleText } from '../text/title.ts'
import { guard } from './engine/guard.ts'
import { findingsIn, specimenPath, specimenWith } from './fixtures/specimen.ts'

// A formula could add a link, hide text or change its direction, or prose between two prices would be shown as a formula.

test('a long formula is reported', () => {
  expect(findingsIn(specimenWith('We show', `We $${'x+'.repeat(250)}y$ show`))).toEqual([
    '20:95 mathematics Unexpected formula of 501 characters, expected at most 500. Write it shorter, or in words.',
  ])
})

const refused = String.raw`
\char"202E
^^^^202e
\ref{x}
\href{https://example.org}{x}
\htmlClass{x}{y}
\rlap{x}
\kern-5em x
\textcolor{white}{x}
\def\a{\a\a}\a
\rule{9em}{9em}`

test.each(refused.trim().split('\n'))(
  '%s is rejected in the body and in a title, and a title shows it as text',
  (tex) => {
    const quoted = JSON.stringify(`$${tex}$ `).slice(1, -1)
    for (const source of [
      specimenWith('We show', `We $${tex}$ show`),
      specimenWith('"Steady', `"${quoted}Steady`),
      specimenWith('[Learning from Ties]', `["${quoted}Learning"]`),
    ]) {
      expect(guard(parseEntryFile(specimenPath, source)).map(({ rule }) => rule)).toContain(
        'mathematics',
      )
    }
    expect(titleText(`$${tex}$`)).toBe(tex)
    expect(titleHtml(`$${tex}$`)).not.toMatch(/<m|<a/)
  },
)
