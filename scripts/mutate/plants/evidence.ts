import { abstractText } from '../../../src/rules/abstract-text.ts'
import { soundFacts } from '../../../src/rules/sound-facts.ts'
import { withText } from '../edits.ts'
import { otherOf, type Plant } from '../plant.ts'

/** A quotation changed, where the abstract does not have the changed words too. */
const written = (what: string, change: (quotation: string) => string | undefined): Plant => ({
  what,
  plant({ file, facts: { evidence: quotation } }) {
    const other = quotation && change(quotation)
    return other && other !== quotation ? withText(file, ['evidence'], other) : undefined
  },
})

const middle = (words: readonly string[]) => Math.floor(words.length / 2)

/** Quotations that are none. */
export const evidence: readonly Plant[] = [
  written('a word replaced', (text) => {
    const words = text.split(' ')
    return words.with(middle(words), 'perhaps').join(' ')
  }),
  written('words left out, with dots', (text) => {
    const words = text.split(' ')
    return words.with(middle(words), '...').join(' ')
  }),
  written('a word left out', (text) => {
    const words = text.split(' ')
    return words.toSpliced(middle(words), 1).join(' ')
  }),
  written('two words exchanged', (text) => {
    const words = text.split(' ')
    const at = middle(words)
    return words
      .toSpliced(at, 2, words[at + 1] ?? '', words[at] ?? '')
      .join(' ')
      .trim()
  }),
  written('a word left out and marked so', (text) => {
    const words = text.split(' ')
    return words.with(middle(words), '…').join(' ')
  }),
  written('last letter cut', (text) =>
    /\p{Letter}{2}$/u.test(text) ? text.slice(0, -1) : undefined,
  ),
  written('first letter cut', (text) => (/^\p{Letter}{2}/u.test(text) ? text.slice(1) : undefined)),
  written('capital at the start', (text) => text.slice(0, 1).toUpperCase() + text.slice(1)),
  written('a number changed', (text) =>
    /\d/.test(text) ? text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)) : undefined,
  ),
  {
    what: 'two words only',
    plant({ file }) {
      const words = abstractText(file).split(' ').slice(0, 2).join(' ')
      return words.length < 20 ? withText(file, ['evidence'], words) : undefined
    },
  },
  {
    what: 'far too much',
    plant({ file }) {
      const text = abstractText(file)
      const end = text.indexOf(' ', 310)
      return end < 0 ? undefined : withText(file, ['evidence'], text.slice(0, end))
    },
  },
  {
    what: 'words of another abstract',
    plant: (soil) => withText(soil.file, ['evidence'], soundFacts(otherOf(soil)).evidence ?? ''),
  },
]
