import { expect, it } from 'vitest'
import { keptCapitals, sentenceCase } from './capitals.ts'

const nash = 'We find the Nash equilibrium. Large Language Models (LLMs) learn. A learning Policy.'
const judges =
  'The core is Mixture of Judges (MoJ). We propose FiGRet (Fine-grained Guidance for Retrievers), in terms of Helpfulness, Honesty, and Harmlessness (3H optimization).'

// A style that converts titles to lower case would print "wildfeedback: aligning llms".
it.each<[string, Parameters<typeof keptCapitals>[1], ...kept: string[]]>([
  [
    'WildFeedback: Aligning LLMs With 3H and X-LLM in GPT-4 for ALR²',
    {},
    ...['WildFeedback', 'LLMs', '3H', 'X-LLM', 'GPT', 'ALR²'],
  ],
  // Title case is left to the style.
  ['A Survey: Large Language Models as a Judge', {}],
  ['Coarse to Fine Actor', { names: ['Coarse to Fine Actor'] }],
  ['Varco Arena: A Tournament', { names: ['Varco Arena'] }, 'Varco Arena'],
  ['Re-Align: Aligning', { names: ['Re-Align'] }, 'Re-Align'],
  ['Iterative Nash Learning of Large Language Models', { abstractText: nash }, 'Nash'],
  // Words in the expansion of an acronym are not proper nouns.
  ['Redefining RLHF with Mixture of Judges', { abstractText: judges }, 'RLHF'],
  ['Guidance for Honesty and Harmlessness', { abstractText: judges }],
  // A sentence begins with a capital.
  ['Reasons to Reject? Aligning Models', {}, 'Aligning'],
  ['Human Values — A Survey. Part One: Two', {}, 'A', 'Part'],
])('%s, with %j, keeps %s', (title, paper, ...kept) => {
  expect(keptCapitals(title, paper).map(([start, end]) => title.slice(start, end))).toEqual(kept)
})

it('a title is converted to sentence case', () => {
  const facts = { keepCapitals: ['Nash'], names: ['Re-Align'] }
  expect(sentenceCase('Re-Align: A Nash Policy for LLM-as-a-Judge. Why? Because', facts)).toBe(
    'Re-Align: A Nash policy for LLM-as-a-judge. Why? Because',
  )
  expect(sentenceCase('“Fine-Grained” Learning’s Limits', {})).toBe(
    '“Fine-grained” learning’s limits',
  )
})
