import { expect, test } from 'vitest'
import { fixtureList } from '../content/fixtures/list.ts'
import { loadVocabulary } from '../content/read.ts'
import { emptyDraft } from './draft.ts'
import { isOtherPaper, readPaste } from './paste.ts'
import { fileReader } from './paste-file.ts'

// A contributor would paste what they have, and find it in the wrong fields or nowhere.

const { venues } = loadVocabulary(fixtureList)
const read = (text: string) => readPaste(text, fileReader('2026-03-13', venues))

const asked =
  'This page asks no other site for anything, so that nobody learns what you read. Please paste the title and the abstract from there, too.'

test.each([
  'https://arxiv.org/abs/2410.03227',
  'https://arxiv.org/pdf/2410.03227v2.pdf',
  'arXiv:2410.03227v1',
  ' 2410.03227 ',
])('%s is an address, and tells the month', async (text) => {
  expect(await read(text)).toEqual({
    fields: { paper: 'https://arxiv.org/abs/2410.03227', published: '2024-10' },
    said: [`Read arXiv’s 2410.03227. ${asked}`],
  })
})

test('a DOI and another address are addresses, too', async () => {
  expect(await read('doi:10.18653/v1/2024.emnlp-main.35')).toEqual({
    fields: {
      paper: 'https://doi.org/10.18653/v1/2024.emnlp-main.35',
      doi: '10.18653/v1/2024.emnlp-main.35',
    },
    said: [`Read the DOI 10.18653/v1/2024.emnlp-main.35. ${asked}`],
  })
  expect((await read('https://openreview.net/pdf?id=abc')).fields).toEqual({
    paper: 'https://openreview.net/forum?id=abc',
  })
})

test('what stands on arXiv’s page is told apart', async () => {
  const { fields, said } = await read(`Computer Science > Computation and Language
arXiv:2410.03227 (cs)
[Submitted on 4 Oct 2024]
Title: Retrieve then Reason: A Study
Authors: Huayang Li, Pat Verga, Priyanka Sen

Abstract: We retrieve first, and
then we reason.

A second paragraph.`)
  expect(fields).toEqual({
    title: 'Retrieve then Reason: A Study',
    authors: 'Huayang Li\nPat Verga\nPriyanka Sen',
    abstract: 'We retrieve first, and\nthen we reason.\n\nA second paragraph.',
    paper: 'https://arxiv.org/abs/2410.03227',
    published: '2024-10-04',
  })
  expect(said).toEqual(['Read the title, the authors, the abstract, the address and the date.'])
})

test('a title with its abstract needs nothing else', async () => {
  expect((await read('A Title\r\n\r\nThe abstract, with names: Ann, Bo.')).fields).toEqual({
    title: 'A Title',
    abstract: 'The abstract, with names: Ann, Bo.',
  })
  expect((await read('A Title\nThe abstract.')).fields).toEqual({
    title: 'A Title',
    abstract: 'The abstract.',
  })
})

test('BibTeX is read as the commands read it, and what it lacks is said', async () => {
  const { fields, said } = await read(
    String.raw`@inproceedings{k, title={{RLHF} and {G}\"odel}, author={Erd{\H o}s, P{\'a}l and Li, Wei}, booktitle={A Workshop on Ties}, year=2024, eprint={2410.01234}, archiveprefix={arXiv}}
@misc{other, title={Another}}`,
  )
  expect(fields).toEqual({
    title: 'RLHF and Gödel',
    authors: 'Pál Erdős\nWei Li',
    published: '2024-10',
    paper: 'https://arxiv.org/abs/2410.01234',
  })
  expect(said).toEqual([
    'Read the title, the authors, the date and the address.',
    'The text has 2 papers; this is the first one.',
    'Not read: booktitle of `RLHF and Gödel`, because `A Workshop on Ties` is not among the venues of the vocabulary.',
  ])
})

test('broken BibTeX says what is broken', async () => {
  expect(await read('@article{k, title={Never closed')).toEqual({
    fields: {},
    said: ['Not read: `@article{k, title={Never closed`, because its braces do not close.'],
  })
})

test('a whole file stays as it is', async () => {
  const file = '---\ntitle: A: B\n---\n\nText.'
  expect((await read(file)).fields).toEqual({ file: `${file}\n` })
})

test('more than a file may hold is refused by the rule', async () => {
  expect(await read('x '.repeat(1_000_000))).toEqual({
    fields: {},
    said: [
      'Unexpected file of more than 64 KB, expected one abstract and its facts, or a short page. Shorten it. (size)',
    ],
  })
})

test('what stands below the abstract on arXiv’s page is read, and does not stay in the abstract', async () => {
  const { fields } = await read(`[Submitted on 3 Jun 2025 (v1), last revised 5 Jul 2025]
Fixing Ties in Preference Data
Ann Lee, Bob Ray
View PDF
We study ties in preference data.
Comments:\t12 pages
Subjects:\tComputation and Language (cs.CL)
Cite as:\tarXiv:2506.12345 [cs.CL]`)
  expect(fields).toEqual({
    title: 'Fixing Ties in Preference Data',
    authors: 'Ann Lee\nBob Ray',
    abstract: 'We study ties in preference data.',
    paper: 'https://arxiv.org/abs/2506.12345',
    published: '2025-06-03',
  })
})

test('an address within a sentence is read, and the sentence is no title', async () => {
  const { fields } = await read('Could you add this? https://arxiv.org/abs/2506.12345 Thanks!')
  expect(fields).toEqual({ paper: 'https://arxiv.org/abs/2506.12345', published: '2025-06' })
})

test('RIS and JSON are read, too; other forms are named as what they are', async () => {
  const ris = 'TY  - JOUR\nTI  - Fixing Ties\nAU  - Gheshlaghi Azar, Mohammad\nAB  - We fix.\nER  -'
  expect((await read(ris)).fields).toEqual({
    title: 'Fixing Ties',
    authors: 'Gheshlaghi Azar, Mohammad',
    abstract: 'We fix.',
  })
  expect((await read('{"title": "Fixing Ties"}')).fields).toEqual({ title: 'Fixing Ties' })
  for (const [text, name] of [
    ['PMID- 1\nTI  - Fixing', 'nbib'],
    ['%0 Journal Article\n%T Fixing', 'EndNote'],
    ['cff-version: 1.2.0\ntitle: Fixing', 'CITATION.cff'],
  ])
    expect((await read(text ?? '')).said[0]).toContain(name)
})

const words = { title: 'Fixing Ties in Data', abstract: 'We study ties in preference data.' }
test.each([
  [
    'arXiv',
    `Skip to main content
Cornell University
We gratefully acknowledge support from the Simons Foundation, member institutions, and all contributors. Donate
arxiv logo > cs > arXiv:2506.12345
Help | Advanced Search

Computer Science > Computation and Language
arXiv:2506.12345 (cs)
[Submitted on 3 Jun 2025 (v1), last revised 5 Jul 2025 (this version, v2)]
Fixing Ties in Data
Ann Lee
View PDF
HTML (experimental)
Abstract:We study ties in preference data.
Comments:\t12 pages
Subjects:\tComputation and Language (cs.CL)
Cite as:\tarXiv:2506.12345 [cs.CL]
 \t(or arXiv:2506.12345v2 [cs.CL] for this version)
Submission history
From: Ann Lee [view email]
[v1] Tue, 3 Jun 2025 10:00:00 UTC (100 KB)`,
    { authors: 'Ann Lee', paper: 'https://arxiv.org/abs/2506.12345', published: '2025-06-03' },
  ],
  [
    'arXiv, without the word “Abstract”',
    `[Submitted on 3 Jun 2025]
Fixing Ties in Data
Ann Lee, Bob Ray
We study ties in preference data.
Cite as:\tarXiv:2506.12345 [cs.CL]
Submission history
From: Ann Lee [view email]
[v1] Tue, 3 Jun 2025 10:00:00 UTC (100 KB)`,
    {
      authors: 'Ann Lee\nBob Ray',
      paper: 'https://arxiv.org/abs/2506.12345',
      published: '2025-06-03',
    },
  ],
  [
    'somebody who labels all in an order of their own',
    `Abstract: We study ties in preference data.
Authors: Ann Lee, Bob Ray
Title: Fixing Ties in Data`,
    { authors: 'Ann Lee\nBob Ray' },
  ],
  [
    'Hugging Face',
    `Hugging Face
Models
Papers
arxiv:2506.12345

Fixing Ties in Data
Published on Jun 3, 2025
·
Submitted by
annlee
on Jun 5
Upvote
12
+4
Authors:
Ann Lee
,
Bob Ray
Abstract

A model learns from ties.

AI-generated summary

We study ties in preference data.
View arXiv page
View PDF
Add to collection
Community
EditPreview
Upload images, audio, and videos by dragging in the text input, pasting, or clicking here.`,
    {
      authors: 'Ann Lee\nBob Ray',
      paper: 'https://arxiv.org/abs/2506.12345',
      published: '2025-06-03',
    },
  ],
  [
    'OpenReview',
    `OpenReview.net
Search OpenReview...
Login
Back to ICLR 2024 Conference homepage
Fixing Ties in Data
Download PDF
Ann Lee, Bob Ray
Published: 16 Jan 2024, Last Modified: 05 Mar 2024
ICLR 2024 poster
Everyone
Revisions
BibTeX
Abstract: We study ties in preference data.
Submission Number: 123`,
    { authors: 'Ann Lee\nBob Ray', published: '2024-01-16' },
  ],
  [
    'the ACL Anthology',
    `ACL Logo ACL Anthology
News(current)
FAQ(current)
Corrections(current)
Submissions(current)
Github

Fixing Ties in Data
Ann Lee, Bob Ray
PDF
Cite
Search
Abstract
We study ties in preference data.
Anthology ID:
2024.acl-long.1
Volume:
Proceedings of the 62nd Annual Meeting`,
    { authors: 'Ann Lee\nBob Ray' },
  ],
])('what stands on a page of %s leaves none of its furniture', async (_name, text, facts) => {
  expect((await read(text)).fields).toEqual({ ...words, ...facts })
})

test.each([
  [{ title: 'Fixing Ties' }, { title: 'Breaking Knots' }, true],
  [{ title: 'Fixing Ties' }, { title: 'Fixing ties' }, false],
  [
    { paper: 'https://arxiv.org/abs/2410.00001' },
    { paper: 'https://arxiv.org/abs/2410.00002' },
    true,
  ],
  [
    { title: 'Fixing Ties', paper: 'https://arxiv.org/abs/2410.00001' },
    { title: 'Ties, Fixed', paper: 'https://arxiv.org/abs/2410.00001' },
    false,
  ],
  [{ title: 'Fixing Ties' }, { paper: 'https://arxiv.org/abs/2410.00001' }, false],
  [{}, { title: 'Breaking Knots' }, false],
])('whether to a draft of %j %j is another paper: %s', (draft, pasted, isOther) => {
  expect(isOtherPaper({ ...emptyDraft, ...draft }, pasted)).toBe(isOther)
})
