import { describe, expect, it } from 'vitest'
import { shortTitle, titleHtml, titleText } from './title.ts'

// A title that shows raw TeX, or that breaks the page it stands on, is the first thing an author sees.
describe('a title', () => {
  it('shows its mathematics as MathML and everything else as text', () => {
    const html = titleHtml('$\\chi$PO & the <tag>')
    expect(html).toMatch(/^<math><mi>χ<\/mi><\/math>PO &amp; the &lt;tag&gt;$/)
  })

  it('has a form in plain characters', () => {
    expect(titleText('ALR$^2$: Retrieve, then $\\alpha$')).toBe('ALR²: Retrieve, then α')
  })

  it('leaves prices and lone dollar signs alone', () => {
    expect(titleText('Tuning for $5 and not $10')).toBe('Tuning for $5 and not $10')
    expect(titleHtml('Only 5 $ left')).toBe('Only 5 $ left')
  })

  it('shows mathematics that cannot be read as it is written', () => {
    expect(titleHtml('A $\\nosuchcommand{$ B')).toBe('A $\\nosuchcommand{$ B')
  })

  it('is called by its part before the colon', () => {
    expect(shortTitle('Magpie: Alignment Data Synthesis from Scratch')).toBe('Magpie')
    expect(shortTitle('Alignment for Honesty')).toBe('Alignment for Honesty')
  })
})
