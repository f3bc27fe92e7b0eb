import { expect, it } from 'vitest'
import { type CitationStyle, citationStyles, formatCitation } from './citation-style.ts'
import { citationText, hardReference, hardReferences } from './test-data/exported-content.ts'

const styles = Object.keys(citationStyles) as CitationStyle[]

// Readers paste formatted citations into their papers unchanged.
it('a formatted citation has only text and plain emphasis, even in edge cases', () => {
  for (const { item } of hardReferences) {
    for (const style of styles) {
      const text = citationText(item, style)
      expect(formatCitation(item, style)).not.toMatch(/<(?!\/?(?:i|b|sup|sub)>)/)
      expect(text).not.toMatch(/&#?\w+;|\[CSL/)
      expect(text.length).toBeGreaterThan(10)
    }
  }
})

it('a formatted citation keeps superscripts and mathematical variables', () => {
  const { item } = hardReference('plain-paper')
  expect(formatCitation({ ...item, title: 'ALR² and Align¹²' }, 'acl')).toContain(
    'ALR² and Align¹².',
  )
  const title = 'Sorting a list of n items in O(n²) time by k-means and β-DPO'
  for (const style of ['mla', 'chicago'] as const)
    expect(citationText({ ...item, title }, style)).toContain(
      'Sorting a List of n Items in O(n²) Time by k-Means and β-DPO',
    )
})
