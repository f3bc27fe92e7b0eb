import { expect, test } from 'vitest'
import { mathText } from './math-text.ts'

// A title in a tab, a feed or a citation would say `1n` instead of one over n.

test.each([
  [String.raw`1/\sqrt{n}`, '1/√n'],
  [String.raw`\frac{a+b}{2c}`, '(a+b)/(2c)'],
  ['10^{-1/3}', '10^(−1/3)'],
  [String.raw`\mathcal{O}(\sqrt{n+1})`, '𝒪(√(n+1))'],
  [String.raw`\sqrt[3]{x}`, '³√x'],
  [String.raw`\hat{x} + f'`, 'x̂+f′'],
  [String.raw`\log n`, 'log n'],
  [String.raw`\rm{KL}`, 'KL'],
  [String.raw`\frac{`, String.raw`\frac{`],
])('%s', (tex, text) => expect(mathText(tex)).toBe(text))
