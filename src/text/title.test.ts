import { expect, it } from 'vitest'
import { shortTitle, titleHtml, titleText } from './title.ts'

// A title would show raw TeX, or break the page.
it.each([
  ['$\\chi$PO & the <tag>', '<math><mi>χ</mi></math>PO &amp; the &lt;tag&gt;', 'χPO & the <tag>'],
  ['Tuning for $5 and not $10', 'Tuning for $5 and not $10', 'Tuning for $5 and not $10'],
  ['A $\\nosuchcommand{$ B', 'A $\\nosuchcommand{$ B', 'A \\nosuchcommand{ B'],
])('%s', (title, html, text) => {
  expect(titleHtml(title)).toBe(html)
  expect(titleText(title)).toBe(text)
})

it('the short title is the part before the colon', () => {
  expect(shortTitle('Magpie: Alignment Data Synthesis from Scratch')).toBe('Magpie')
  expect(shortTitle('Alignment for Honesty')).toBe('Alignment for Honesty')
})
