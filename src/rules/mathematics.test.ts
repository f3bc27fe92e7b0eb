import { expect, test } from 'vitest'
import { parseEntryFile } from '../text/entry-file.ts'
import { titleHtml, titleText } from '../text/title.ts'
import { guard } from './engine/guard.ts'
import { faultsIn, planted, specimenPath } from './fixtures/specimen.ts'

// A formula would link elsewhere, hide words, or turn what stands around it; or prose between two prices would lose its words.

test('a long formula is refused', () => {
  expect(faultsIn(planted('We show', `We $${'x+'.repeat(250)}y$ show`))).toEqual([
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
  '%s is refused in the body and in a title, and is text where it is shown',
  (tex) => {
    const quoted = JSON.stringify(`$${tex}$ `).slice(1, -1)
    for (const source of [
      planted('We show', `We $${tex}$ show`),
      planted('"Steady', `"${quoted}Steady`),
      planted('[Learning from Ties]', `["${quoted}Learning"]`),
    ]) {
      expect(guard(parseEntryFile(specimenPath, source)).map(({ rule }) => rule)).toContain(
        'mathematics',
      )
    }
    expect(titleText(`$${tex}$`)).toBe(tex)
    expect(titleHtml(`$${tex}$`)).not.toMatch(/<m|<a/)
  },
)
