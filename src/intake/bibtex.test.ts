import { expect, test } from 'vitest'
import { loadVocabulary } from '../content/read.ts'
import { readBibtex, withoutBraces } from './bibtex.ts'

// A curator would lose papers of a .bib file without being told, or find LaTeX and wrong facts in their entries.

const { venues } = loadVocabulary()
const read = (text: string) => readBibtex(text, venues)

test('accents, kept capitals, particles and groups become what a reader sees', () => {
  const { records, leftOut } = read(String.raw`
@string{nips = "Advances in Neural Information Processing Systems"}
@InProceedings{erdos2024,
  title     = {{RLHF} meets {G}\"odel: {$\mathcal{O}(n)$} {A}lignment},
  author    = {Erd{\H o}s, P{\'a}l and van der Maaten, Laurens and {OpenAI Team} and \L{}ukasz Kaiser and O'Brien, Jr., Tim and \'Alvaro Garc\'\i a and Krzy\'s {\v S}est\'ak and Ana Mu&ntilde;oz},
  booktitle = nips # " 36",
  year      = 2023,
  month     = dec,
  eprint    = {2305.18290}, archivePrefix = {arXiv},
  abstract  = {We gain 5\% with {LLM}s.

  Code: \url{https://github.com/a/b}.},
}`)
  expect(leftOut).toEqual([])
  expect(records).toEqual([
    {
      title: String.raw`RLHF meets G\"odel: $\mathcal{O}(n)$ Alignment`,
      line: 3,
      abstract: [
        String.raw`We gain 5\% with LLMs.`,
        String.raw`Code: \url{https://github.com/a/b}.`,
      ],
      item: {
        title: String.raw`RLHF meets G\"odel: $\mathcal{O}(n)$ Alignment`,
        arxiv: '2305.18290',
        published: '2023-05',
        authors: [
          'Pál Erdős',
          'Laurens van der Maaten',
          'OpenAI Team',
          'Łukasz Kaiser',
          "Tim O'Brien Jr.",
          'Álvaro García',
          'Krzyś Šesták',
          'Ana Muñoz',
        ],
        venue: { name: 'NeurIPS 2023' },
      },
    },
  ])
})

test.each([
  ['journal = {arXiv preprint arXiv:2112.09332}', { arxiv: '2112.09332' }],
  ['url = {https://arxiv.org/pdf/2112.09332v3}', { arxiv: '2112.09332' }],
  ['doi = {10.48550/arXiv.2112.09332}', { arxiv: '2112.09332' }],
  [String.raw`howpublished = {\url{https://arxiv.org/abs/2112.09332}}`, { arxiv: '2112.09332' }],
  ['doi = {https://doi.org/10.18653/v1/D16-1139}', { doi: '10.18653/v1/D16-1139' }],
])('the paper is found by %s', (field, ids) => {
  const [record] = read(`@misc{a, title = {A Title}, ${field}}`).records
  expect(record?.item).toMatchObject(ids)
})

test('an address elsewhere is the paper’s own', () => {
  const { records } = read('@misc{a, title = {T}, url = {https://openreview.net/pdf?id=abc}}')
  expect(records[0]?.paper).toBe('https://openreview.net/forum?id=abc')
})

test('a fault in one paper costs no other, and says where it stands', () => {
  const { records, leftOut } = read(`@misc{one, title = {First}}
@article{two,
  title = {Never {closed},
  year = 2024
}
@article{three, title = "a "b" c"}
@misc{four, year = {2024}}
@misc{five, title = {Fifth}}
`)
  expect(records.map(({ title, line }) => [title, line])).toEqual([
    ['First', 1],
    ['Fifth', 8],
  ])
  expect(leftOut).toEqual([
    { line: 2, what: '`@article{two,`', why: 'its braces do not close' },
    {
      line: 6,
      what: '`@article{three, title = "a "b" c"}`',
      why: 'it is no BibTeX: expected "rbrace", got "identifier" at line 1 col 29',
    },
    { line: 7, what: '`four`', why: 'it has no title' },
  ])
})

test('a cut list of authors, a strange venue and a strange date are left out and named; unread fields are counted', () => {
  const { records, leftOut, unread } = read(`
% a comment with @misc{not, title={x}} in it
@article{a, title={The Title of It}, author={Doe, Jane and others}, journal={Nonesuch Letters}, year={forthcoming}, volume={3}, keywords={x}}
@comment{a comment}`)
  expect(records.map(({ item }) => item)).toEqual([{ title: 'The Title of It' }])
  expect(leftOut).toEqual([
    { line: 3, what: 'authors of `The Title of It`', why: 'the file leaves some of them out' },
    {
      line: 3,
      what: 'venue of `The Title of It`',
      why: '`Nonesuch Letters` is not among the venues of the vocabulary',
    },
  ])
  expect([...unread]).toEqual([
    ['volume', 1],
    ['keywords', 1],
  ])
})

test.each([
  ['{RLHF} and {{D}PO}', 'RLHF and DPO'],
  [
    String.raw`\textbf{a {B} c} and $x_{1}$ {\"o} {\bf x}`,
    String.raw`\textbf{a B c} and $x_{1}$ {\"o} {\bf x}`,
  ],
  [String.raw`10^{9} \{x\} model{'}s`, String.raw`10^{9} \{x\} model's`],
  ['{never closed', 'never closed'],
  ['closed} twice', 'closed} twice'],
])('braces that only keep capitals go: %s', (tex, text) => expect(withoutBraces(tex)).toBe(text))
