import { expect, test } from 'vitest'
import { faultsIn, planted, specimen, specimenAround } from './fixtures/specimen.ts'

// A page would show half an abstract, or the markup of the text that it was copied from.

test.each([
  [
    'cut at its end',
    'The [code](https://github.com/example/ties) is public.',
    'And so on...',
    "20:311 abstract Unexpected `...` at the abstract's end, expected the whole of it. Write the rest.",
  ],
  [
    'quotes of TeX',
    'We show',
    "``We'' show",
    [
      '20:92 abstract Unexpected `` `` ``, expected quotation marks. Write `“` and `”`.',
      "20:96 abstract Unexpected `''`, expected quotation marks. Write `“` and `”`.",
    ],
  ],
  [
    'an escaped per cent sign',
    'We show',
    'We 50\\\\% show',
    '20:97 abstract Unexpected `\\%`, expected the character itself. Write it without the backslash.',
  ],
  [
    'a raised figure',
    'We show',
    'We R^2 show',
    '20:96 abstract Unexpected `^2`, expected the raised character itself. Write `²`, for instance.',
  ],
  [
    'a command of TeX',
    'We show',
    'We \\\\emph\\{show\\}',
    '20:95 abstract Unexpected `\\emph{show}`, expected plain words, or `**words**` and `_words_` for emphasis. Write it that way.',
  ],
  [
    'a character reference',
    'We show',
    'We &amp;amp; show',
    '20:95 abstract Unexpected `&amp;`, expected the character itself. Write it.',
  ],
  [
    'its first words only',
    specimen.slice(specimen.indexOf('Human'), specimen.indexOf('\n\n## Notes')),
    'We show that ties between answers carry a useful signal for reward models. TieRM² learns.',
    '20:1 abstract Unexpected abstract of 15 words, expected the whole of it. Write all that the authors wrote.',
  ],
  [
    'none at all',
    specimen.slice(specimen.indexOf('Human')),
    '',
    '20:1 abstract Unexpected end of the entry, expected the abstract below the facts. Write it after a blank line.',
  ],
  [
    'quotes of TeX in the title',
    'from Ties"\nauthors',
    "from ``Ties''\"\nauthors",
    [
      '2:43 abstract Unexpected `` `` ``, expected quotation marks. Write `“` and `”`.',
      "2:49 abstract Unexpected `''`, expected quotation marks. Write `“` and `”`.",
    ],
  ],
])('%s', (_what, from, to, faults) => {
  expect(faultsIn(planted(from, to))).toEqual([faults].flat())
})

test.each([
  ['\\\\O rsted', '\\O'],
  ['Na\\\\"\\\\i ve', '\\i'],
  ['T&eacute;s', '&eacute;'],
])('%s in a title is markup that was left over', (written, found) => {
  const { identities: _, ...around } = specimenAround
  const [fault] = faultsIn(planted('Steady', written), around).filter((one) =>
    one.includes('abstract'),
  )
  expect(fault).toContain(`Unexpected markup \`${found}\` in \`title\``)
})
