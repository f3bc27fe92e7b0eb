import { expect, it } from 'vitest'
import { keptCapitals, sentenceCase } from './capitals.ts'

const kept = (title: string, paper: Parameters<typeof keptCapitals>[1] = {}) =>
  keptCapitals(title, paper).map(([start, end]) => title.slice(start, end))

// A style that lowers titles would print "wildfeedback: aligning llms".
it('keeps acronyms, compounds and single letters', () => {
  expect(kept('WildFeedback: Aligning LLMs With 3H and X-LLM in GPT-4 for ALR²')).toEqual([
    'WildFeedback',
    'LLMs',
    '3H',
    'X-LLM',
    'GPT',
    'ALR²',
  ])
})

it('leaves the capitals of a headline to the style', () => {
  expect(kept('A Survey: Large Language Models as a Judge')).toEqual([])
})

it('keeps the names that the paper gives its things', () => {
  expect(kept('Magpie: Data from Scratch', { names: ['Magpie'] })).toEqual(['Magpie'])
  expect(kept('Coarse to Fine Actor', { names: ['Coarse to Fine Actor'] })).toEqual([])
})

it('keeps proper nouns that the abstract writes with a capital', () => {
  const abstract =
    'We find the Nash equilibrium. Large Language Models (LLMs) learn. A learning Policy.'
  expect(
    kept('Iterative Nash Learning of Large Language Models', { abstractText: abstract }),
  ).toEqual(['Nash'])
})

it('takes no proper noun from what an acronym stands for', () => {
  const abstract =
    'The core is Mixture of Judges (MoJ). We propose FiGRet (Fine-grained Guidance for Retrievers), in terms of Helpfulness, Honesty, and Harmlessness (3H optimization).'
  expect(kept('Redefining RLHF with Mixture of Judges', { abstractText: abstract })).toEqual([
    'RLHF',
  ])
  expect(kept('Guidance for Honesty and Harmlessness', { abstractText: abstract })).toEqual([])
})

it('keeps a name of two words as one', () => {
  expect(kept('Varco Arena: A Tournament', { names: ['Varco Arena'] })).toEqual(['Varco Arena'])
  expect(kept('Re-Align: Aligning', { names: ['Re-Align'] })).toEqual(['Re-Align'])
})

it('keeps the capital with which a sentence begins', () => {
  expect(kept('Reasons to Reject? Aligning Models')).toEqual(['Aligning'])
  expect(kept('Human Values — A Survey. Part One: Two')).toEqual(['A', 'Part'])
})

it('writes a title in sentence case', () => {
  const nash = { keepCapitals: ['Nash'], names: ['Re-Align'] }
  expect(sentenceCase('Re-Align: A Nash Policy for LLM-as-a-Judge. Why? Because', nash)).toBe(
    'Re-Align: A Nash policy for LLM-as-a-judge. Why? Because',
  )
  expect(sentenceCase('“Fine-Grained” Learning’s Limits', {})).toBe(
    '“Fine-grained” learning’s limits',
  )
})
