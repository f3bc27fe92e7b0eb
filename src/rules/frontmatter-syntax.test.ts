import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// A contributor who writes a colon, a tab or a quote as in any text would be told what a YAML parser thinks, not what to write.

test.each([
  [
    'a second colon',
    'title: "Steady Preferences: Learning from Ties"',
    'title: Steady Preferences: Learning from Ties',
    '2:8 frontmatter-syntax Unexpected second colon in `title`, expected a quoted value. Write `title: "Steady Preferences: Learning from Ties"`.',
  ],
  [
    'text behind a closing quote',
    'title: "Steady Preferences: Learning from Ties"',
    'title: "Steady" Preferences: Learning from Ties',
    '2:8 frontmatter-syntax Unexpected text after the closing quote in `title`, expected one quoted value. Write `title: "\\"Steady\\" Preferences: Learning from Ties"`.',
  ],
  [
    'a quote that is not closed',
    'title: "Steady Preferences: Learning from Ties"',
    'title: "Steady Preferences: Learning from Ties',
    '2:8 frontmatter-syntax Unexpected end of line in `title`, expected a closing quote. Write `title: "Steady Preferences: Learning from Ties"`.',
  ],
  [
    'a sign that YAML keeps for itself',
    'venue: ACL 2025',
    'venue: @ACL 2025',
    '6:8 frontmatter-syntax Unexpected `@` as the first character in `venue`, expected a quoted value. Write `venue: "@ACL 2025"`.',
  ],
  [
    'text behind a list',
    'venue: ACL 2025',
    'venue: [ACL] 2025',
    '6:14 frontmatter-syntax Unexpected `2025`, expected `key: value` that YAML can read. Write `venue: "[ACL] 2025"`.',
  ],
  [
    'no space behind a colon',
    'title: "Steady',
    'title:"Steady',
    '2:6 frontmatter-syntax Unexpected `title:"Steady Preferences: Learning fro…`, expected a colon and a space after `title`. Write `title: "Steady Preferences: Learning from Ties"`.',
  ],
  [
    'a fact given twice',
    'venue: ACL 2025',
    'venue: ACL 2025\nvenue: ACL 2024',
    '7:1 frontmatter-syntax Unexpected second `venue`, expected each key once. Keep one of the two.',
  ],
  [
    'a list that is not closed',
    '[Ada Example, Bo Sample, Çağla Örnek]',
    '[Ada Example, Bo Sample, Çağla Örnek',
    '3:10 frontmatter-syntax Unexpected end of the list in `authors`, expected `]`. Write `authors: [Ada Example, Bo Sample, Çağla Örnek]`.',
  ],
  [
    'a tab',
    '  code:',
    '\tcode:',
    '14:1 frontmatter-syntax Unexpected tab, expected two spaces. Write `  code: https://github.com/example/ties`.',
  ],
  [
    'keys on one line without braces',
    'links:\n  code: https',
    'links: code: https',
    '13:8 frontmatter-syntax Unexpected second colon in `links`, expected its keys in braces. Write `links: {code: https://github.com/example/ties}`.',
  ],
  [
    'a backslash in double quotes',
    'venue: ACL 2025',
    'venue: "ACL \\q 2025"',
    '6:13 frontmatter-syntax Unexpected `\\q` in a value in double quotes, expected `\\\\` for a backslash. Write `venue: "ACL \\\\q 2025"`.',
  ],
  [
    'an alias',
    'names: [TieRM²]',
    'names: [*x]',
    '10:9 frontmatter-syntax Unexpected alias `*x`, expected the value itself. Write `names: "[*x]"`.',
  ],
  [
    'a tag',
    'venue: ACL 2025',
    'venue: !!js/function "x"',
    '6:8 frontmatter-syntax Unexpected YAML tag `!!js/function "x"`, expected a plain value. Write `venue: "!!js/function \\"x\\""`.',
  ],
  [
    'no first fence',
    '---\ntitle',
    'title',
    '1:1 frontmatter-syntax Unexpected start of the file, expected the facts between two lines of `---`. Write `---` above the facts and below them.',
  ],
  [
    'a blank line before the first fence',
    '---\ntitle',
    '\n---\ntitle',
    '1:1 frontmatter-syntax Unexpected blank line at the start of the file, expected `---`. Write `---` as the first line.',
  ],
  [
    'no second fence',
    'added: 2025-03-13\n---\n',
    'added: 2025-03-13\n',
    '18:1 frontmatter-syntax Unexpected end of the facts, expected `---` below them. Write `---` in this line.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})
