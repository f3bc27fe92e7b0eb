import { expect, test } from 'vitest'
import { arxivFault, arxivIdOf, canonicalPaperAddress, doiOf, idFromTitle } from './identifier.ts'

// A paper's address would lead to another paper, or nowhere.

test.each([
  ['2401.01234', '2401.01234'],
  ['https://arxiv.org/pdf/1412.1234v2', '1412.1234'],
  ['arXiv:hep-ex/0307015', 'hep-ex/0307015'],
  ['https://doi.org/10.48550/arXiv.2410.03227', '2410.03227'],
])('%s has an arXiv id', (text, id) => {
  expect(arxivIdOf(text)).toBe(id)
  expect(arxivFault(text)).toBeUndefined()
})

test.each([
  '2401.1234',
  'arxiv.org/abs/1412.12345',
  '2313.00031',
  '0703.1234',
  '2401.00000',
  'hep-ex/0807015',
])('%s has no possible arXiv id', (text) => {
  expect(arxivIdOf(text)).toBeUndefined()
  expect(arxivFault(text)).toMatch(/^the month or the number in `/)
})

test.each([
  ['doi:10.1145/3643780.', '10.1145/3643780'],
  ['https://doi.org/10.1145/3643780?casa_token=abc', '10.1145/3643780'],
  ['10.1002%2Fabc.123', '10.1002/abc.123'],
  [String.raw`10.1007/978-3-031-12345-7\_12`, '10.1007/978-3-031-12345-7_12'],
  ['https://onlinelibrary.wiley.com/doi/10.1002/abc.123/full', '10.1002/abc.123'],
  ['https://link.springer.com/content/pdf/10.1007/978-3-031-1_2.pdf', '10.1007/978-3-031-1_2'],
  [
    'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000217',
    '10.1371/journal.pone.0000217',
  ],
  [
    '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
    '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
  ],
])('the DOI in %s', (text, doi) => expect(doiOf(text)).toBe(doi))

test('a DOI is escaped in its address', () => {
  expect(canonicalPaperAddress('10.1002/(SICI)10<693::AID>3.0.CO;2-O')).toBe(
    'https://doi.org/10.1002/(SICI)10%3C693::AID%3E3.0.CO;2-O',
  )
})

test.each([
  ['β-DPO: Direct Preference', 'beta-dpo-direct-preference'],
  ['Λόγος και μοντέλα', 'logos-kai-montela'],
  ['Ørsted’s Łódź', 'orsteds-lodz'],
  ['言語モデル', ''],
])('the entry id for %s', (title, id) => expect(idFromTitle(title)).toBe(id))
