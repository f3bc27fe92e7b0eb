import { describe, expect, it } from 'vitest'
import { familyFirst } from '../model/person.ts'
import { risFile, risOf } from './ris.ts'
import { hardReference, hardReferences } from './test-data/exported-content.ts'
import { expectedOf, readRis } from './test-data/readers.ts'

// A reference manager gives up at the first line that is not RIS, or files the paper under the wrong type.
describe('RIS', () => {
  it('of a preprint', () => {
    expect(risOf(hardReference('plain-paper'))).toBe(
      [
        'TY  - RPRT',
        'ID  - lovelace2024plain',
        'TI  - A Plain Paper',
        'AU  - Lovelace, Ada',
        'PY  - 2024',
        'DA  - 2024/10/04/',
        'PB  - arXiv',
        'SN  - arXiv:2410.03227',
        'DO  - 10.48550/arXiv.2410.03227',
        'UR  - https://arxiv.org/abs/2410.03227',
        'AB  - We show a plain thing.',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
  })

  it('says no more of a date than is known', () => {
    expect(risOf(hardReference('only-a-year'))).toContain('DA  - 2024///\r\n')
    expect(risOf(hardReference('only-a-month'))).toContain('DA  - 2024/10//\r\n')
    expect(risOf(hardReference('without-date'))).not.toContain('PY  -')
  })

  it('has its type from the venue', () => {
    expect(risOf(hardReference('unknown-venue'))).toMatch(/^TY {2}- GEN\r\n/)
  })

  it('is lines of tag and value, whatever an abstract holds', () => {
    const lines = risFile(hardReferences).split('\r\n')
    for (const line of lines) expect(line).toMatch(/^(?:[A-Z][A-Z0-9] {2}- [^\r\n]*)?$/)
    expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(hardReferences.length)
    expect(lines.filter((line) => line.startsWith('ER  - '))).toHaveLength(hardReferences.length)
  })

  it('is read by Citation.js with every hard fact as it was', () => {
    const read = readRis(risFile(hardReferences))
    expect(read.map(({ abstract, keyword, ...facts }) => facts)).toEqual(
      hardReferences.map((reference) => ({
        ...expectedOf(reference),
        eprint: undefined,
        authors: (reference.item.author ?? []).map((name) =>
          'literal' in name ? name.literal.replace(',', '') : familyFirst(name),
        ),
      })),
    )
  })
})
