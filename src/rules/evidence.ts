import { lowerWords } from '../similarity/terms.ts'
import { quoted } from '../text/messages.ts'
import { collapseSpaces } from '../text/normalise.ts'
import { occursIn, straightPunctuation } from '../text/plain.ts'
import { yamlQuoted } from '../text/yaml.ts'
import { abstractText, type EntryRule, isTruncated, validFacts } from './engine/rule.ts'

const [shortest, longest] = [20, 300]

/** Checks that each passage of the evidence is quoted exactly from the abstract. */
export const evidence: EntryRule = {
  name: 'evidence',
  sentence:
    'The evidence is quoted from the abstract word for word, typing errors included: one passage or a list of two, each of 20 to 300 characters and of whole words.',
  *check(file) {
    const { evidence: written = [] } = validFacts(file)
    const text = abstractText(file)
    for (const [index, passage] of [written].flat().entries()) {
      const quotation = collapseSpaces(passage)
      const place = file.frontMatter.placeOf(['evidence', index])
      for (const fault of [lengthFault(quotation.length), quotationFault(quotation, text)])
        if (fault) yield { ...place, message: `Unexpected ${fault}` }
    }
  },
}

function lengthFault(length: number): string | undefined {
  const what = `${length} characters in \`evidence\``
  if (length < shortest)
    return `${what}, expected at least ${shortest}. Quote more of the sentence.`
  if (length <= longest) return undefined
  return `${what}, expected at most ${longest}. Quote the part that says it best.`
}

function quotationFault(written: string, abstract: string): string | undefined {
  // If the abstract is truncated, the words may be in the missing part.
  if (abstract === '' || isTruncated(abstract)) return undefined
  const [quotation, text] = [straightPunctuation(written), straightPunctuation(abstract)]
  if (occursIn(quotation, text)) return undefined
  const near = nearestPassage(quotation, abstract)
  const fix = near
    ? `Write ${quoted(yamlQuoted(near), longest + 20)}.`
    : `Replace ${quoted(quotation, 60)} with words copied from the abstract.`
  return `evidence, expected exact words of the abstract. ${fix}`
}

/** The most words by which a suggested passage is extended to the end of a phrase. */
const mostExtraWords = 2

/**
 * The passage of a text, of at most as many words as a quotation, that shares most words with it; undefined if none shares
 * more than half. It starts and ends with a word of the quotation, or ends a little later, at the end of a phrase.
 */
function nearestPassage(quotation: string, text: string): string | undefined {
  const wanted = new Set(lowerWords(quotation))
  const { length } = quotation.split(' ')
  const words = text.split(' ')
  const shared = words.map((word) => lowerWords(word).filter((one) => wanted.has(one)))
  let best = { score: wanted.size / 2, from: 0, to: 0 }
  for (const at of words.keys()) {
    const run = shared.slice(at, at + length)
    const score = new Set(run.flat()).size
    const from = at + run.findIndex((some) => some.length > 0)
    const to = at + run.findLastIndex((some) => some.length > 0) + 1
    if (score > best.score) best = { score, from, to }
  }
  const { from, to } = best
  const extra = words.slice(to - 1, to + mostExtraWords).findIndex((word) => /[.,;:!?]$/.test(word))
  const passage = words.slice(from, to + Math.max(0, extra)).join(' ')
  return passage.replace(/[.,;:!?]+$/, '') || undefined
}
