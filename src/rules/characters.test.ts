import { expect, test } from 'vitest'
import { faultsIn, planted, specimen } from './fixtures/specimen.ts'

// A curator would approve words that are not the ones they see.

test('there is nothing to say of an entry that is right', () => {
  expect(faultsIn(specimen)).toEqual([])
})

test.each([
  [
    'a zero-width space',
    'We show',
    'We\u200b show',
    [
      '20:94 characters Unexpected zero-width space (U+200B), which cannot be seen, expected visible characters only. Take it out.',
    ],
  ],
  [
    'a turned text',
    'We show',
    'We\u202e show',
    [
      '20:94 characters Unexpected U+202E, which turns text around, expected plain text. Take it out.',
    ],
  ],
  [
    'a no-break space',
    'We show',
    'We\u00a0show',
    ['20:94 characters Unexpected no-break space (U+00A0), expected an ordinary space. Write one.'],
  ],
  [
    'a letter in two parts',
    'We show',
    'We Re\u0301nyi show',
    [
      '20:96 characters Unexpected U+0065 U+0301 for `é`, expected the composed form (Unicode NFC). Write `é` as one character.',
    ],
  ],
  [
    'a letter of another script',
    'We show',
    'We sh\u043ew',
    [
      '20:97 characters Unexpected Cyrillic letter `\u043e` (U+043E) in `sh\u043ew`, expected letters of one script. Write the Latin letter that it looks like.',
    ],
  ],
  [
    'a lost character',
    'We show',
    'We \ufffd show',
    [
      '20:95 characters Unexpected replacement character (U+FFFD), which stands where a character was lost, expected the character itself. Write it anew, and save the file as UTF-8.',
    ],
  ],
  [
    'a tab',
    'We show',
    'We\t show',
    ['20:94 characters Unexpected tab (U+0009), expected an ordinary space. Write one.'],
  ],
  [
    'a bell',
    'We show',
    'We \u0007 show',
    [
      '20:95 characters Unexpected U+0007, which cannot be seen, expected visible characters only. Take it out.',
    ],
  ],
  [
    'a character reference',
    'We show',
    'We &#8203;show',
    [
      '20:95 characters Unexpected zero-width space (U+200B), which cannot be seen, expected visible characters only. Take it out.',
    ],
  ],
  [
    'an escape in quotes',
    '"Steady',
    '"\\u202eSteady',
    [
      '2:8 characters Unexpected U+202E, which turns text around, expected plain text. Take it out.',
    ],
  ],
  [
    'a tag character',
    'We show',
    'We\u{e0041} show',
    [
      '20:94 characters Unexpected U+E0041, which cannot be seen, expected visible characters only. Take it out.',
    ],
  ],
  [
    'a soft hyphen in the claim',
    'A reward model',
    'A re\u00adward model',
    [
      '15:12 characters Unexpected soft hyphen (U+00AD), which cannot be seen, expected visible characters only. Take it out.',
    ],
  ],
])('%s', (_what, from, to, faults) => {
  expect(faultsIn(planted(from, to))).toEqual(faults)
})
