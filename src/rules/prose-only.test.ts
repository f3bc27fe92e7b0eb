import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// Code in an entry would run on the curator’s machine, or its contributor would not learn how to write the sign that they meant.

test.each([
  [
    'an import',
    'Human annotators',
    'import x from "y"\n\nHuman annotators',
    '20:1 prose-only Unexpected `import x from "y"`, which MDX would run as code, expected prose only. Take the line out, or write `&#105;mport` where it is a word of the abstract.',
  ],
  [
    'a sentence that begins with export',
    'Human annotators',
    'export your data\n\nHuman annotators',
    '20:1 prose-only Unexpected `export your data`, which MDX would run as code, expected prose only. Take the line out, or write `&#101;xport` where it is a word of the abstract.',
  ],
  [
    'HTML',
    '71%',
    '<b>71%</b>',
    '20:230 prose-only Unexpected `<b>`, which MDX would run as code, expected prose only. Write `**words**`.',
  ],
  [
    'a comment of HTML',
    '71%',
    '<!-- x -->71%',
    '20:230 prose-only Unexpected comment `<!-- x -->`, expected prose only. Take it out.',
  ],
  [
    'TeX with braces',
    'We show',
    '\\textbf{We} show',
    '20:99 prose-only Unexpected TeX command `\\textbf{We}`, whose braces MDX would run as code, expected prose only. Write `**words**`.',
  ],
  [
    'every fault at once',
    '71%',
    '{a} 71% {b} and { c <5 <d',
    [
      '20:230 prose-only Unexpected `{a}`, which MDX would run as code, expected prose only. Write `\\{a}` to show the braces.',
      '20:238 prose-only Unexpected `{b}`, which MDX would run as code, expected prose only. Write `\\{b}` to show the braces.',
      '20:246 prose-only Unexpected `{`, which MDX would run as code, expected prose only. Write `\\{` to show the brace.',
      '20:250 prose-only Unexpected `<5`, which MDX would run as code, expected prose only. Write `\\<5` to show it as text.',
      '20:253 prose-only Unexpected `<d`, which MDX would run as code, expected prose only. Write `\\<d` to show it as text.',
    ],
  ],
  [
    'an image',
    '71%',
    '![a](https://x.org/a.png) 71%',
    '20:230 prose-only Unexpected image `![a](https://x.org/a.png)`, expected prose only. Write a link, `[words](https://…)`, or take it out.',
  ],
  [
    'a title',
    'Human annotators',
    '# Title\n\nHuman annotators',
    '20:1 prose-only Unexpected heading of level 1, expected `## Notes` or none. Write a paragraph.',
  ],
  [
    'another heading',
    'Human annotators',
    '## Abstract\n\nHuman annotators',
    '20:1 prose-only Unexpected heading `Abstract`, expected the abstract without one. Take the line out.',
  ],
  [
    'a heading in a quote',
    'The sets are small.',
    '> # Big',
    '24:3 prose-only Unexpected heading of level 1, expected `## Notes` or none. Write a paragraph.',
  ],
  [
    'an underlined paragraph',
    'is public.',
    'is public.\n---',
    '20:1 prose-only Unexpected line of `---` below a paragraph, which makes it a heading, expected prose only. Write a blank line instead.',
  ],
  [
    'a line',
    'is public.',
    'is public.\n\n---',
    '22:1 prose-only Unexpected line `---`, expected prose only. Take it out.',
  ],
  [
    'a definition',
    'is public.',
    'is public.\n\n[a]: https://x.org',
    '22:1 prose-only Unexpected definition `[a]: https://x.org`, expected prose only. Write a link, `[words](https://…)`, or take it out.',
  ],
  [
    'notes without words',
    'The sets are small.\n',
    '',
    '22:1 prose-only Unexpected heading `## Notes` without words below it, expected notes. Write them, or take the heading out.',
  ],
  [
    'two sections of notes',
    'The sets are small.',
    'The sets are small.\n\n## Notes\n\nMore.',
    '26:1 prose-only Unexpected second heading `## Notes`, expected one. Move its words below the first one.',
  ],
])('%s', (_what, from, to, faults) => {
  expect(faultsIn(planted(from, to))).toEqual([faults].flat())
})
