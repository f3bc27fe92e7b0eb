import { longestMath, mathmlOf, refusedCommand } from '../text/math.ts'
import { shown } from '../text/messages.ts'
import { startOf } from '../text/place.ts'
import { titleParts } from '../text/title.ts'
import { type EntryRule, nodesIn, validFacts } from './engine/rule.ts'

/** Checks that formulas are valid, short, and use no dangerous commands. */
export const mathematics: EntryRule = {
  name: 'mathematics',
  sentence:
    'Text between dollar signs is TeX that can be shown: at most 500 characters, and no command that links, hides text or gives a character by its number.',
  *check(file) {
    const { title = '', alsoTitled = [] } = validFacts(file)
    for (const [at, text] of [title, ...alsoTitled].entries()) {
      const place = file.frontMatter.placeOf(at === 0 ? ['title'] : ['alsoTitled', at - 1])
      for (const part of titleParts(text)) {
        const message = 'tex' in part && messageForMath(part.tex)
        if (message) yield { ...place, message }
      }
    }
    for (const node of nodesIn(file.body)) {
      const isFormula = node.type === 'math' || node.type === 'inlineMath'
      const message = isFormula && messageForMath(node.value)
      if (message) yield { ...startOf(node), message }
    }
  },
}

/** Returns the message for an invalid formula; undefined if it is valid. */
export function messageForMath(tex: string): string | undefined {
  const refused = refusedCommand(tex)
  if (refused) {
    return `Unexpected ${shown(refused, 40)} in mathematics, which can link, hide text or give any character, expected only what readers see. Write that, or take it out.`
  }
  if (tex.length > longestMath) {
    return `Unexpected formula of ${tex.length} characters, expected at most ${longestMath}. Write it shorter, or in words.`
  }
  // Two words without any mathematical sign are prose between two prices.
  const prose = /\p{Letter}{2,}\s+\p{Letter}{2,}/u.test(tex) && !/[\\^_{}=]/.test(tex)
  return prose || mathmlOf(tex) === undefined
    ? `Unexpected mathematics ${shown(tex, 40)}, expected TeX that can be shown. Write \`\\$\` for a dollar sign.`
    : undefined
}
