import { expect, test } from 'vitest'
import { wordsIn } from './words.ts'

// A reader who spells a name or a word differently from the paper would not find it.

const stems = (text: string) =>
  wordsIn(text).flatMap(({ stem, whole, stop }) =>
    stop ? [] : whole ? [stem, `(${whole.plain})`] : [stem],
  )

test.each([
  ['D^2O, D2O and D²O', ['d2o', 'd2o', 'd2o']],
  ['Ørsted Łukasz Đorđe Straße Æsop', ['orst', 'lukasz', 'dord', 'strass', 'aesop']],
  [
    'β-DPO beta-dpo',
    ['beta', '(betadpo)', 'dpo', '(betadpo)', 'beta', '(betadpo)', 'dpo', '(betadpo)'],
  ],
  ['optimising optimization', ['optim', 'optim']],
  ['jailbroken jailbreaks', ['jailbreak', 'jailbreak']],
  ['GPT-4’s', ['gpt', '(gpt4)', '4', '(gpt4)']],
  ['Re-Align realign', ['re', '(realign)', 'align', '(realign)', 'realign']],
  ['数据集 モデル 모델', ['数据', '据集', 'モテ', 'テル', '모델']],
  ['对齐LLM', ['对齐', 'llm']],
  ['🦙 () -- ^', []],
])('%s', (text, expected) => {
  expect(stems(text)).toEqual(expected)
})
