import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// A curator would approve words that are not the ones they see.

test.each([
  [
    'a zero-width space',
    'We show',
    'We\u200b show',
    '20:94 characters Unexpected zero-width space (U+200B), which cannot be seen, expected visible characters only. Take it out.',
  ],
  [
    'a no-break space',
    'We show',
    'We\u00a0show',
    '20:94 characters Unexpected no-break space (U+00A0), expected an ordinary space. Write one.',
  ],
  [
    'a letter in two parts',
    'We show',
    'We Re\u0301nyi show',
    '20:96 characters Unexpected U+0065 U+0301 for `é`, expected the composed form (Unicode NFC). Write `é` as one character.',
  ],
  [
    'a letter of another script',
    'We show',
    'We sh\u043ew',
    '20:97 characters Unexpected letter `\u043e` (U+043E) in `sh\u043ew`, which only looks like a Latin one, expected Latin letters. Type the word anew.',
  ],
  [
    'a lost character',
    'We show',
    'We \ufffd show',
    '20:95 characters Unexpected replacement character (U+FFFD), which stands where a character was lost, expected the character itself. Write it anew, and save the file as UTF-8.',
  ],
  [
    'a character reference',
    'We show',
    'We &#8203;show',
    '20:95 characters Unexpected zero-width space (U+200B), which cannot be seen, expected visible characters only. Take it out.',
  ],
  [
    'an escape in quotes',
    '"Steady',
    '"\\u202eSteady',
    '2:8 characters Unexpected U+202E, which turns text around, expected plain text. Take it out.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})

// Two words that look the same would be two, a search would find one of them, and one entry could hide words in another's.

const inAbstract = (text: string) => faultsIn(planted('We show', text))

test.each([
  [
    'a ligature of a PDF',
    'We \uFB01nd',
    '20:95 characters Unexpected `\uFB01` (U+FB01), which only looks like plain letters, expected plain letters. Write `fi`.',
  ],
  [
    'a whole word of Cyrillic look-alikes',
    'We \u0420\u0420\u041E',
    '20:95 characters Unexpected letter `\u0420` (U+0420) in `\u0420\u0420\u041E`, which only looks like a Latin one, expected Latin letters. Type the word anew.',
  ],
])('%s', (_what, text, fault) => {
  expect(inAbstract(text)).toEqual([fault])
})

test.each([
  ['a Greek letter that stands for itself', 'We call it \u03B2-DPO and \u03BCP, and'],
  ['words in Russian', 'We name \u0434\u043E\u043C and \u0441\u043E\u0440 and show'],
  ['letters of Chinese beside Latin ones', 'We \u4F7F\u7528LLM\u6A21\u578B and show'],
  ['emoji and keycaps', 'We \u2764\uFE0F 1\uFE0F\u20E3 show'],
  ['two marks on one letter', 'We \u1EDB a\u0302\u0323 show'.normalize('NFC')],
])('%s may stand', (_what, text) => {
  expect(inAbstract(text)).toEqual([])
})

test('behind a return without a line feed, places are still those of the file', () => {
  expect(inAbstract('We\rshow {pi} and')).toEqual([
    '20:94 characters Unexpected carriage return (U+000D) by itself, expected a line feed. Save the file with Unix line endings.',
    '20:100 prose-only Unexpected `{pi}`, which MDX would run as code, expected prose only. Write `\\{pi}` to show the braces.',
  ])
})
