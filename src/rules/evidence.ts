import { lowerWords } from '../similarity/terms.ts'
import { shown } from '../text/messages.ts'
import { collapseSpaces } from '../text/normalise.ts'
import { occursIn, straightPunctuation } from '../text/plain.ts'
import { yamlQuoted } from '../text/yaml.ts'
import { abstractText, type EntryRule, isCut, validFacts } from './engine/rule.ts'

const [shortest, longest] = [20, 300]

/** Each passage of evidence is an exact quotation: whole words that stand in the abstract just so. */
export const evidence: EntryRule = {
  name: 'evidence',
  sentence:
    'Words of the abstract that support the claim, exactly as they stand there, typing errors included: one passage or a list of two, each of 20 to 300 characters and whole words.',
  *check(file) {
    const { evidence: written = [] } = validFacts(file)
    const text = abstractText(file)
    for (const [index, passage] of [written].flat().entries()) {
      const quotation = collapseSpaces(passage)
      const place = file.frontMatter.placeOf(['evidence', index])
      for (const fault of [faultOfLength(quotation.length), faultOfWords(quotation, text)])
        if (fault) yield { ...place, message: `Unexpected ${fault}` }
    }
  },
}

function faultOfLength(length: number): string | undefined {
  const what = `${length} characters in \`evidence\``
  if (length < shortest)
    return `${what}, expected at least ${shortest}. Quote more of the sentence.`
  if (length <= longest) return undefined
  return `${what}, expected at most ${longest}. Quote the part that says it best.`
}

function faultOfWords(written: string, abstract: string): string | undefined {
  // If the abstract is cut, the words may stand in the part that is missing.
  if (abstract === '' || isCut(abstract)) return undefined
  const [quotation, text] = [straightPunctuation(written), straightPunctuation(abstract)]
  if (occursIn(quotation, text)) return undefined
  const near = nearestPassage(quotation, abstract)
  const cure = near
    ? `Write ${shown(yamlQuoted(near), longest + 20)}.`
    : `Quote the abstract for ${shown(quotation, 60)}, character for character.`
  return `evidence, expected exact words of the abstract. ${cure}`
}

/** How many words more a proposed passage may have, so that it ends where a phrase does. */
const mostMore = 2

/**
 * The passage of about as many words that shares most of them, when it shares more than half. It begins and ends with a word
 * of the quotation, or a little later where a phrase ends.
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
  const more = words.slice(to - 1, to + mostMore).findIndex((word) => /[.,;:!?]$/.test(word))
  const passage = words.slice(from, to + Math.max(0, more)).join(' ')
  return passage.replace(/[.,;:!?]+$/, '') || undefined
}
