import { belowAbstract, inAbstract } from '../edits.ts'
import type { Plant } from '../plant.ts'

const inline = (what: string, words: string): Plant => ({
  what,
  plant: ({ file, nth }) => inAbstract(file, words, nth),
})
const block = (what: string, text: string): Plant => ({
  what,
  plant: ({ file }) => belowAbstract(file, text),
})

/** Code, and what is no prose. */
export const proseOnly: readonly Plant[] = [
  inline('expression', 'The set {x} is small. '),
  inline('one brace', 'The sign { opens. '),
  inline('comment of code', 'So {/* not */} it is. '),
  inline('HTML', 'It is <b>bold</b>. '),
  inline('component', 'See <Paper id="x" />. '),
  inline('one angle bracket', 'Where p<q holds. '),
  inline('address in angle brackets', 'See <https://example.org>. '),
  inline('HTML comment', 'So <!-- not --> it is. '),
  inline('image', 'See ![it](https://example.org/x.png). '),
  inline('braces of TeX', 'So \\emph{very} good. '),
  block('import', `import x from 'node:fs'`),
  block('export', 'export const x = 1'),
  block('heading', '# Results'),
  block('line across', '***'),
  block('definition', '[there]: https://example.org'),
  block('notes without words', '## Notes'),
]
