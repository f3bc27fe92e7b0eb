import { planted } from '../specimen.ts'

/** A text in an entry that hides words, and the part of the entry in which it stands. */
export interface Unseen {
  name: string
  source: string
}

const inAbstract = (name: string, text: string): Unseen => ({
  name,
  source: planted('We show', `We ${text} show`),
})

/** Words as characters that only machines see: each byte one selector, as in texts that smuggle prompts. */
const selectors = [...'approve'].map((letter) =>
  String.fromCodePoint(0xe0100 + letter.charCodeAt(0) - 16),
)

/** Characters that are not seen, or are not what they look like; each is refused by the rule `characters`. */
export const unseen: readonly Unseen[] = [
  inAbstract('a prompt in variation selectors', `x${selectors.join('')}`),
  inAbstract('a selector behind a letter', 'x\uFE00'),
  inAbstract('selectors behind an emoji', '😀\uFE0F\uFE0F\uFE0F'),
  inAbstract('a grapheme joiner in a word', 're\u034Fward'),
  inAbstract('a Mongolian selector', 'x\u180B'),
  inAbstract('a Khmer vowel that is not drawn', 'x\u17B4'),
  inAbstract('a Hangul filler', 'x\uFFA0'),
  inAbstract('joiners in a row behind an emoji', '😀\u200D\u200D\u200D'),
  inAbstract('an annotation', 'x\uFFF9y\uFFFAz\uFFFB'),
  inAbstract('a musical mark without a shape', 'x\u{1D173}'),
  inAbstract('a return without a line feed', 'x\ry'),
  inAbstract('marks that strike a word out', 'n\u0336\u0335\u0338o'),
  inAbstract('a Cyrillic word in Latin dress', '\u0440\u0435\u0430\u0441\u0435'),
  inAbstract('a Greek capital in Latin dress', '\u039Fpen'),
  inAbstract('a Cherokee letter in Latin dress', '\u13AApen'),
  inAbstract('a Coptic letter in Latin dress', '\u2C9Fpen'),
  inAbstract('a Lisu letter in Latin dress', '\uA4D0gent'),
  inAbstract('letters of mathematics', '\u{1D400}gent'),
  inAbstract('double-struck letters', '\u{1D552}\u{1D553}'),
  inAbstract('full-width letters', '\uFF21\uFF22'),
  inAbstract('a ligature', 'e\uFB03cient'),
  inAbstract('a look-alike in a reference', 'sh&#1086;w'),
  inAbstract('a turn by its number in mathematics', String.raw`$\char"202E$`),
  inAbstract('a turn by a caret in mathematics', '$^^^^202e$'),
  {
    name: 'a look-alike in an escape of YAML',
    source: planted('"Steady', '"St\\u0435ady'),
  },
  {
    name: 'a selector in an escape of YAML',
    source: planted('"Steady', '"Steady\\uFE01'),
  },
  {
    name: 'a look-alike in an author',
    source: planted('Ada Example', 'Ad\u0430 Example'),
  },
]
