import { abstractText } from '../../../src/rules/abstract-text.ts'
import { withText } from '../edits.ts'
import type { Plant } from '../plant.ts'

const written = (what: string, change: (claim: string) => string): Plant => ({
  what,
  plant: ({ file, facts: { claim: text } }) =>
    text ? withText(file, ['claim'], change(text)) : undefined,
})

/** Claims that are no sentence of our own. */
export const claim: readonly Plant[] = [
  written('a mark to write it later', () => 'TODO.'),
  written('no full stop', (text) => text.replace(/\.$/, '')),
  written('exclamation mark', (text) => text.replace(/\.$/, '!')),
  written('cut', (text) => text.replace(/\.$/, '...')),
  written('two sentences', () => 'One thing is so. Another one is so too.'),
  written('begins with we', () => 'We find that one thing is so.'),
  written('begins with the paper', () => 'This paper finds that one thing is so.'),
  written('begins with the authors', () => 'The authors find that one thing is so.'),
  written('too long', (text) => `Mostly and almost always, ${text}`.padStart(161, 'Long and ')),
  {
    what: 'nine words of the abstract',
    plant({ file, nth }) {
      const words = abstractText(file)
        .split(/[.?!] /)
        .flatMap((sentence) => {
          const own = sentence.split(' ')
          return own.length > 10 && own.every((word) => /^[A-Za-z,]+$/.test(word)) ? [own] : []
        })
      const sentence = words[nth % Math.max(1, words.length)]
      return sentence ? withText(file, ['claim'], `So ${sentence.slice(-9).join(' ')}.`) : undefined
    },
  },
]
