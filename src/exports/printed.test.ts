import { expect, test } from 'vitest'
import { type CitationStyle, formatCitation } from './citation-style.ts'
import { type CslItem, cslFile } from './csl.ts'
import { citationMeta, coinsOf } from './page-metadata.ts'
import type { Reference } from './reference.ts'
import { risOf } from './ris.ts'
import { citationText, citedPapers, testContext } from './test-data/exported-content.ts'
import {
  importedFromRis,
  savedFromPage,
  savedFromSpan,
  type ZoteroItem,
} from './test-data/zotero.ts'

// A reader would save a paper in one of several ways, cite it, and get a wrong reference.

const { preprint, conference, journal, workshop, particles } = citedPapers

type Printed = Record<'apa' | 'ieee' | 'chicago', string>

/** The expected citations in each style, from CSL-JSON. */
const correct: readonly [kind: string, Reference, Printed][] = [
  [
    'preprint',
    preprint,
    {
      apa: 'Lovelace, A. (2024). ALR: A retrieve-then-reason framework for LLMs (arXiv:2410.03227). arXiv. https://doi.org/10.48550/arXiv.2410.03227',
      ieee: 'A. Lovelace, “ALR: A retrieve-then-reason framework for LLMs,” Oct. 04, 2024, arXiv: arXiv:2410.03227. doi: 10.48550/arXiv.2410.03227.',
      chicago:
        'Lovelace, Ada. 2024. “ALR: A Retrieve-Then-Reason Framework for LLMs.” arXiv:2410.03227. Preprint, arXiv, October 4. https://doi.org/10.48550/arXiv.2410.03227.',
    },
  ],
  [
    'conference paper',
    conference,
    {
      apa: 'Lovelace, A. (2024). Nash learning: Do models agree? Conference on Empirical Methods in Natural Language Processing (EMNLP 2024), 580–606. https://doi.org/10.18653/v1/2024.x',
      ieee: 'A. Lovelace, “Nash learning: Do models agree?,” in Conference on Empirical Methods in Natural Language Processing (EMNLP 2024), Association for Computational Linguistics, 2024, pp. 580–606. doi: 10.18653/v1/2024.x.',
      chicago:
        'Lovelace, Ada. 2024. “Nash Learning: Do Models Agree?” Conference on Empirical Methods in Natural Language Processing (EMNLP 2024), 580–606. https://doi.org/10.18653/v1/2024.x.',
    },
  ],
  [
    'journal paper',
    journal,
    {
      apa: 'Lovelace, A. (2023). Models encode Goodhart knowledge. Nature, 620(7972), 172–180. https://doi.org/10.1038/s41586-023-06291-2',
      ieee: 'A. Lovelace, “Models encode Goodhart knowledge,” Nature, vol. 620, no. 7972, pp. 172–180, 2023, doi: 10.1038/s41586-023-06291-2.',
      chicago:
        'Lovelace, Ada. 2023. “Models Encode Goodhart Knowledge.” Nature 620 (7972): 172–80. https://doi.org/10.1038/s41586-023-06291-2.',
    },
  ],
  [
    'workshop paper',
    workshop,
    {
      apa: 'Lovelace, A. (2023). Matching tables. Ontology Matching Workshop at ISWC 2023. https://arxiv.org/abs/2410.03227',
      ieee: 'A. Lovelace, “Matching tables,” in Ontology Matching Workshop at ISWC 2023, 2023. [Online]. Available: https://arxiv.org/abs/2410.03227',
      chicago:
        'Lovelace, Ada. 2023. “Matching Tables.” Ontology Matching Workshop at ISWC 2023. https://arxiv.org/abs/2410.03227.',
    },
  ],
  [
    'paper of authors with particles',
    particles,
    {
      apa: 'de Vries, H., Van Durme, B., & Aguera y Arcas, B. (2024). A particle (arXiv:2410.03227). arXiv. https://doi.org/10.48550/arXiv.2410.03227',
      ieee: 'H. de Vries, B. Van Durme, and B. Aguera y Arcas, “A particle,” Oct. 04, 2024, arXiv: arXiv:2410.03227. doi: 10.48550/arXiv.2410.03227.',
      // The Chicago Manual puts Dutch particles after the given name.
      chicago:
        'Vries, Harm de, Benjamin Van Durme, and Blaise Aguera y Arcas. 2024. “A Particle.” arXiv:2410.03227. Preprint, arXiv, October 4. https://doi.org/10.48550/arXiv.2410.03227.',
    },
  ],
]

const print = (item: CslItem | ZoteroItem): Printed => {
  const text = (style: CitationStyle) => citationText(item as CslItem, style)
  return { apa: text('apa'), ieee: text('ieee'), chicago: text('chicago') }
}
const changed = (texts: Printed, change: (text: string) => string): Printed => ({
  apa: change(texts.apa),
  ieee: change(texts.ieee),
  chicago: change(texts.chicago),
})

test.each(correct)('a %s is cited correctly from CSL-JSON', (_, reference, expected) => {
  const [item] = JSON.parse(cslFile([reference]))
  expect(print(item)).toEqual(expected)
})

// Zotero gets titles as published, which styles cannot convert to sentence case.
test.each(correct)(
  'a %s is cited correctly when Zotero saves its page',
  (_, reference, expected) => {
    expect(print(savedFromPage(citationMeta(reference, testContext)))).toEqual(
      changed(expected, (text) => text.replace(reference.item.title, reference.title)),
    )
  },
)

test.each(correct)(
  'a %s is cited correctly when Zotero saves it from a list',
  (_, reference, expected) => {
    expect(print(savedFromSpan(coinsOf(reference)))).toEqual(
      changed(expected, (text) =>
        text
          .replace(reference.item.title, reference.title)
          // COinS has no fields for volumes, pages and numbers; the DOI leads to them.
          .replace(' 620 (7972): 172–80', ', ahead of print')
          .replace(/, 620\(7972\)|, vol\. 620, no\. 7972/, '')
          .replace(/, (?:pp\. )?(?:172–180|580–606)/, '')
          .replace(
            / \(arXiv:[\d.]*\)|(?<=arXiv): arXiv:[\d.]*\d| arXiv:[\d.]*\d\.(?= Preprint)/,
            '',
          ),
      ),
    )
  },
)

test.each(correct)('a %s is cited correctly when Zotero imports RIS', (_, reference, expected) => {
  const texts = print(importedFromRis(risOf(reference)))
  if (reference === preprint)
    expect(texts).toEqual({
      apa: 'Lovelace, A. (2024). ALR: A Retrieve-Then-Reason Framework for LLMs (arXiv:2410.03227). arXiv. https://doi.org/10.48550/arXiv.2410.03227',
      ieee: 'A. Lovelace, “ALR: A Retrieve-Then-Reason Framework for LLMs,” arXiv, arXiv:2410.03227, Oct. 2024. doi: 10.48550/arXiv.2410.03227.',
      chicago:
        'Lovelace, Ada. 2024. ALR: A Retrieve-Then-Reason Framework for LLMs. arXiv:2410.03227. arXiv. https://doi.org/10.48550/arXiv.2410.03227.',
    })
  else if (reference === particles)
    expect(texts.apa).toBe(expected.apa.replace('A particle', 'A Particle'))
  else
    expect(texts).toEqual(
      changed(expected, (text) => text.replace(reference.item.title, reference.title)),
    )
})

test('ACL and MLA citations of a preprint have its number', () => {
  expect(formatCitation(preprint.item, 'acl')).toBe(
    'Ada Lovelace. 2024. ALR: A retrieve-then-reason framework for LLMs. <i>arXiv preprint arXiv:2410.03227</i>.',
  )
  expect(citationText(preprint.item, 'mla')).toBe(
    'Lovelace, Ada. “ALR: A Retrieve-Then-Reason Framework for LLMs.” arXiv:2410.03227, arXiv, 4 Oct. 2024, https://doi.org/10.48550/arXiv.2410.03227.',
  )
})
