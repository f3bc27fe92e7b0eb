import { describe, expect, it } from 'vitest'
import { bibtexFile, bibtexOf } from './bibtex.ts'
import { hardReference, hardReferences } from './test-data/exported-content.ts'
import { expectedOf, readWithBibtexParser } from './test-data/readers.ts'

// One record that a parser stumbles over loses every record behind it.
describe('BibTeX', () => {
  it('of a preprint has its eprint', () => {
    expect(bibtexOf(hardReference('plain-paper'))).toBe(`@misc{lovelace2024plain,
  title = {A Plain Paper},
  author = {Lovelace, Ada},
  year = {2024},
  month = oct,
  eprint = {2410.03227},
  archivePrefix = {arXiv},
  eprinttype = {arXiv},
  publisher = {arXiv},
  number = {arXiv:2410.03227},
  doi = {10.48550/arXiv.2410.03227},
  url = {https://arxiv.org/abs/2410.03227},
}
`)
  })

  it('of a paper in a journal or a workshop names it, with the year in which it appeared there', () => {
    expect(bibtexOf(hardReference('journal'))).toContain('@article{lovelace2024journal,')
    expect(bibtexOf(hardReference('journal'))).toContain(
      '  journal = {Nature},\n  year = {2023},\n  eprint',
    )
    expect(bibtexOf(hardReference('workshop'))).toContain('@inproceedings{')
    expect(bibtexOf(hardReference('workshop'))).toContain(
      '  booktitle = {{Ontology Matching Workshop at ISWC 2023}},\n',
    )
  })

  it('keeps names together that BibTeX would cut', () => {
    expect(bibtexOf(hardReference('particles'))).toContain(
      'author = {{de Vries}, Harm and Van Durme, Benjamin and {Aguera y Arcas}, Blaise and King, Jr., Martin Luther and {d’Eon}, Jakob and {hooks}, bell},',
    )
  })

  it('keeps mathematics for LaTeX, but none that would run something', () => {
    expect(bibtexOf(hardReference('mathematics'))).toContain(
      String.raw`title = {{$\chi$}{PO} in {$\mathcal{O}(n^2)$} Time for {ALR}{$^2$}},`,
    )
    expect(bibtexOf(hardReference('hostile-mathematics'))).not.toMatch(/[^\\]%|\\input|\\catcode/)
  })

  const readable = hardReferences.filter(({ entry }) => entry.id !== 'mathematics')
  const file = bibtexFile(readable)
  const expected = readable.map(expectedOf)

  it('is read by the parser of Better BibTeX with every hard fact as it was', () => {
    expect(readWithBibtexParser(file)).toEqual(expected)
  })
})
