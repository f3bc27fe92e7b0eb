import { describe, expect, it } from 'vitest'
import { type CitationStyle, citationStyles, formatCitation } from './citation-style.ts'
import {
  citationText,
  hardReference,
  hardReferences,
  realReferences,
} from './test-data/exported-content.ts'

const cite = (id: string, style: 'apa' | 'ieee' | 'acl') =>
  citationText(hardReference(id).item, style)

const styles = Object.keys(citationStyles) as CitationStyle[]

// What a reader copies stands in a paper as it is.
describe('a formatted citation', () => {
  it('names people as each style does', () => {
    expect(cite('particles', 'apa')).toMatch(
      /^de Vries, H\., Van Durme, B\., Aguera y Arcas, B\., King, M\. L\., Jr\., d’Eon, J\., & hooks, bell\. \(2024\)/,
    )
    expect(cite('three-hundred-authors', 'apa')).toMatch(
      /^Family1, G\., .* Family19, G\., … Family300, G\. \(2024\)/,
    )
    expect(cite('three-hundred-authors', 'ieee')).toMatch(/^G\. Family1 et al\., “/)
    expect(cite('three-hundred-authors', 'acl')).toMatch(/Given19 Family19, et al\. 2024/)
    expect(cite('one-name', 'acl')).toMatch(/^Madonna, OpenAI, and 王小明\. 2024/)
  })

  it('holds nothing but text and plain emphasis, whatever an entry holds', () => {
    for (const { item } of hardReferences) {
      for (const style of styles) {
        const text = citationText(item, style)
        expect(formatCitation(item, style)).not.toMatch(/<(?!\/?(?:i|b|sup|sub)>)/)
        expect(text).not.toMatch(/&#?\w+;|\[CSL/)
        expect(text.length).toBeGreaterThan(10)
      }
    }
  })

  it('has the title and the year of its paper, in every style', () => {
    for (const [place, { item }] of realReferences.entries()) {
      const text = citationText(item, styles[place % styles.length] ?? 'apa')
      expect(text.toLowerCase()).toContain(item.title.toLowerCase().replace(/['’?:].*/, ''))
      expect(text).toContain(String(item.issued?.['date-parts'][0][0]))
    }
  })
})

it('keeps superscripts and the variables of mathematics as they are', () => {
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
