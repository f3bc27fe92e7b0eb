import { describe, expect, it } from 'vitest'
import { formatCitation } from './citation-style.ts'
import { hardReference, hardReferences } from './test-data/exported-content.ts'

const cite = (id: string, style: 'apa' | 'ieee' | 'acl') =>
  formatCitation(hardReference(id).item, style)

// What a reader copies stands in a paper as it is.
describe('a formatted citation', () => {
  it('of a preprint', () => {
    expect(cite('plain-paper', 'apa').text).toBe(
      'Lovelace, A. (2024). A Plain Paper (arXiv:2410.03227). arXiv. https://arxiv.org/abs/2410.03227',
    )
    expect(cite('plain-paper', 'ieee').text).toBe(
      'A. Lovelace, “A Plain Paper.” arXiv, Oct. 04, 2024. [Online]. Available: https://arxiv.org/abs/2410.03227',
    )
    expect(cite('plain-paper', 'acl').html).toBe(
      'Ada Lovelace. 2024. A Plain Paper. <i>arXiv preprint arXiv:2410.03227</i>.',
    )
  })

  it('of a preprint without a number says what it is', () => {
    expect(cite('other-paper', 'apa').text).toBe(
      'Lovelace, A. (2024). A Plain Paper [Preprint]. https://openreview.net/forum?id=abc_D-1',
    )
  })

  it('of a published paper', () => {
    expect(cite('journal', 'apa').html).toBe(
      'Lovelace, A. (2023). A Plain Paper. <i>Nature</i>. https://doi.org/10.1038/s41586-023-06291-2',
    )
    expect(cite('workshop', 'acl').text).toBe(
      'Ada Lovelace. 2023. A Plain Paper. In Ontology Matching Workshop at ISWC 2023.',
    )
  })

  it('names people as each style does', () => {
    expect(cite('particles', 'apa').text).toMatch(
      /^de Vries, H\., Van Durme, B\., Aguera y Arcas, B\., King, M\. L\., Jr\., d’Eon, J\., & hooks, bell\. \(2024\)/,
    )
    expect(cite('three-hundred-authors', 'apa').text).toMatch(
      /^Family1, G\., .* Family19, G\., … Family300, G\. \(2024\)/,
    )
    expect(cite('three-hundred-authors', 'ieee').text).toMatch(/^G\. Family1 et al\., “/)
    expect(cite('three-hundred-authors', 'acl').text).toMatch(/Given19 Family19, et al\. 2024/)
    expect(cite('one-name', 'acl').text).toMatch(/^Madonna, OpenAI, and 王小明\. 2024/)
  })

  it('keeps a superscript', () => {
    const { item } = hardReference('plain-paper')
    expect(formatCitation({ ...item, title: 'ALR² and Align²' }, 'acl')).toEqual({
      html: 'Ada Lovelace. 2024. ALR<sup>2</sup> and Align<sup>2</sup>. <i>arXiv preprint arXiv:2410.03227</i>.',
      text: 'Ada Lovelace. 2024. ALR² and Align². arXiv preprint arXiv:2410.03227.',
    })
  })

  it('holds nothing but text and plain emphasis, whatever an entry holds', () => {
    for (const { item } of hardReferences) {
      for (const style of ['apa', 'ieee', 'acl'] as const) {
        const { html, text } = formatCitation(item, style)
        expect(html).not.toMatch(/<(?!\/?(?:i|b|sup|sub)>)/)
        expect(text).not.toMatch(/&#?\w+;|\[CSL/)
        expect(text.length).toBeGreaterThan(10)
      }
    }
  })
})
