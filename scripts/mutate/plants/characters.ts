import { inAbstract, withText, withValue } from '../edits.ts'
import type { Plant } from '../plant.ts'

const inProse = (what: string, words: string): Plant => ({
  what,
  plant: ({ file, nth }) => inAbstract(file, words, nth),
})

/** Characters that cannot be seen, or are not what they look like. */
export const characters: readonly Plant[] = [
  inProse('zero-width space', 'In\u200Bdeed, '),
  inProse('no-break space', 'In\u00A0short, '),
  inProse('text turned around', '\u202EIndeed, '),
  inProse('soft hyphen', 'In\u00ADdeed, '),
  inProse('replacement character', 'Na\uFFFDvely, '),
  inProse('tab', 'In\tshort, '),
  inProse('Cyrillic letter', 'Ind\u0435ed, '),
  inProse('é of two characters', 'Cafe\u0301s aside, '),
  inProse('character reference', 'In&#8203;deed, '),
  inProse('variation selector', 'Indeed\u{E0130}, '),
  inProse('ligature', 'E\uFB03ciently, '),
  inProse('Greek capital', '\u039Fpenly, '),
  inProse('Cyrillic word', '\u0420\u0420\u041E aside, '),
  inProse('private use', 'Indeed\uE000, '),
  {
    what: 'zero-width space in the claim',
    plant: ({ file, facts: { claim = '' } }) =>
      withText(file, ['claim'], claim.replace(' ', ' \u200B')),
  },
  {
    what: 'escape in a quoted title',
    plant: ({ file, facts: { title = '' } }) =>
      withValue(file, ['title'], JSON.stringify(title).replace('"', '"\\u200B')),
  },
]
