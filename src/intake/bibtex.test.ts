import { expect, test } from 'vitest'
import { withoutBraces } from './braces.ts'
import { readText, skippedTexts } from './fixtures/read-text.ts'

// Papers of a .bib file would be lost without a report, or their entries would have LaTeX and wrong facts.

const read = (text: string) => readText('BibTeX', text)

test('accents, protected capitals, macros and months are decoded', () => {
  const { papers, skipped } = read(String.raw`
@string{nips = "Advances in Neural Information Processing Systems"}
@InProceedings{erdos2024,
  title     = {{RLHF} meets {G}\"odel: {$\mathcal{O}(n)$} {A}lignment},
  author    = {Erd{\H o}s, P{\'a}l and {OpenAI Team}},
  booktitle = nips # " 36",
  year      = 2023,
  month     = dec,
  eprint    = {2305.18290}, archivePrefix = {arXiv},
  abstract  = {We gain 5\% with {LLM}s.

  Code: \url{https://github.com/a/b}.},
}`)
  expect(skippedTexts(skipped)).toEqual([])
  expect(papers).toMatchObject([
    {
      title: String.raw`RLHF meets G\"odel: $\mathcal{O}(n)$ Alignment`,
      line: 3,
      abstract: [
        String.raw`We gain 5\% with LLMs.`,
        String.raw`Code: \url{https://github.com/a/b}.`,
      ],
      arxiv: '2305.18290',
      published: '2023-05',
      authors: ['Pál Erdős', 'OpenAI Team'],
      venue: 'NeurIPS 2023',
    },
  ])
})

test.each([
  ['journal = {arXiv preprint arXiv:2112.09332}', { arxiv: '2112.09332' }],
  ['journal = {CoRR}, volume = {abs/2112.09332}', { arxiv: '2112.09332' }],
  [String.raw`howpublished = {\url{https://arxiv.org/abs/2112.09332}}`, { arxiv: '2112.09332' }],
  [
    'url = {doi:<a href="https://doi.org/10.1145/3643780">10.1145/3643780</a>}',
    { doi: '10.1145/3643780' },
  ],
  ['year = 2024, month = {Sept.}', { published: '2024-09' }],
  ['year = 2024, month = "12~" # oct', { published: '2024-10-12' }],
])('%s is read', (field, facts) => {
  const { papers, skipped } = read(`@misc{a, title = {A Title}, ${field}}`)
  expect(skippedTexts(skipped)).toEqual([])
  expect(papers).toMatchObject([facts])
})

test.each([
  ['doi = {none}', 'doi of `T U`: `none` is not a DOI'],
  ['year = {in press}', 'year of `T U`: `in press` is not a date'],
  ['journal = jmlr, year = 2024', '`journal = jmlr`: the macro `jmlr` is not defined'],
  [
    'url = {javascript:alert(1)}',
    'url of `T U`: `javascript:alert(1)` is not an address that can be linked',
  ],
  [
    'year = 2024, journal = {Nonesuch Letters}',
    'journal of `T U`: `Nonesuch Letters` is not a venue of the vocabulary',
  ],
  [
    'eprint = {2410.03227}, note = {\\url{https://arxiv.org/abs/2401.00001}}',
    'note of `T U`: `2401.00001` is not used, since the entry has `2410.03227`',
  ],
])('%s is reported with the reason, and other fields are kept', (field, told) => {
  const text = `@misc{a, title = {T U}, ${field}, abstract = {Words.}}`
  const { papers, skipped } = read(text)
  expect(papers).toMatchObject([{ title: 'T U', abstract: ['Words.'] }])
  expect(skippedTexts(skipped)).toContain(`1 ${told}`)
})

test('entries are found anywhere in the text, and an error in one does not affect the others', () => {
  const text = `Prose, and @misc{one, title = {First}}@misc{two, title={Second}
  year = 2024}
@article{open,
  title = {Never {closed},
  year = 2024
}
@article{three, title = "a "b" c", doi = {10.1234/x}, url = }
% @misc{old, title={Sixth}}
@misc{title = {Seventh}}
@misc{eight, year = {2024}}`
  const { papers, skipped } = read(text)
  expect(papers.map(({ title, line }) => [title, line])).toEqual([
    ['First', 1],
    ['Second', 1],
    ['Seventh', 9],
  ])
  expect(skippedTexts(skipped)).toEqual([
    '3 `@article{open, title = {Never {closed}, year = 2024 }`: its closing brace is missing',
    '7 `title = "a "b" c"`: its value is not valid BibTeX',
    '7 `url =`: its value is not valid BibTeX',
    '7 `@article{three`: it has no title; it has doi `10.1234/x`',
    '8 `@misc{old, title={Sixth}}`: it is in a comment',
    '10 `@misc{eight`: it has no title; it has year `2024`',
  ])
})

test.each([
  ['{RLHF} and {{D}PO}', 'RLHF and DPO'],
  [
    String.raw`\textbf{a {B} c} and $x_{1}$ {\"o} {\bf x}`,
    String.raw`\textbf{a B c} and $x_{1}$ {\"o} {\bf x}`,
  ],
  ['{never closed', 'never closed'],
])('braces that protect capitals are removed: %s', (tex, text) =>
  expect(withoutBraces(tex)).toBe(text),
)
