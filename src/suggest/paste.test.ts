import { expect, test } from 'vitest'
import { fixtureList } from '../content/fixtures/list.ts'
import { loadVocabulary } from '../content/read.ts'
import { emptyDraft } from './draft.ts'
import { isOtherPaper, parsePaste } from './paste.ts'

// A contributor would find what they pasted in the wrong fields, or nowhere.

const { venues } = loadVocabulary(fixtureList)
const read = (text: string) => parsePaste(text, '2026-03-13', venues)

const noRequests =
  'This page sends nothing to other sites, so that nobody learns what you read. Please paste the title and the abstract from there as well.'

test.each(['https://arxiv.org/abs/2410.03227', ' 2410.03227 '])(
  '%s is read as an address, which contains the month',
  async (text) => {
    expect(await read(text)).toEqual({
      fields: { paper: 'https://arxiv.org/abs/2410.03227', published: '2024-10' },
      messages: ['Filled in the address and the date.', noRequests],
    })
  },
)

test('a DOI and other addresses are read', async () => {
  expect(await read('doi:10.18653/v1/2024.emnlp-main.35')).toEqual({
    fields: {
      paper: 'https://doi.org/10.18653/v1/2024.emnlp-main.35',
      doi: '10.18653/v1/2024.emnlp-main.35',
    },
    messages: ['Filled in the address and the DOI.', noRequests],
  })
  expect((await read('https://openreview.net/pdf?id=abc')).fields).toEqual({
    paper: 'https://openreview.net/forum?id=abc',
  })
})

test('BibTeX is read by the same rules as the commands, and what is not read is reported', async () => {
  const { fields, messages } = await read(
    String.raw`@inproceedings{k, title={{RLHF} and {G}\"odel}, author={Erd{\H o}s, P{\'a}l and Li, Wei}, booktitle={A Workshop on Ties}, year=2024, eprint={2410.01234}, archiveprefix={arXiv}}
@misc{other, title={Another}}`,
  )
  expect(fields).toEqual({
    title: 'RLHF and Gödel',
    authors: 'Pál Erdős\nWei Li',
    published: '2024-10',
    paper: 'https://arxiv.org/abs/2410.01234',
  })
  expect(messages).toEqual([
    'Filled in the title, the authors, the date and the address.',
    'The text has 2 papers; this is the first one.',
    'Not read: booktitle of `RLHF and Gödel`, because `A Workshop on Ties` is not a venue of the vocabulary.',
  ])
})

test('the message for broken BibTeX says what is wrong', async () => {
  expect(await read('@article{k, title={Never closed')).toEqual({
    fields: {},
    messages: [
      'Not read: `@article{k, title={Never closed`, because its closing brace is missing.',
    ],
  })
})

test('a pasted entry file is not changed', async () => {
  const file = '---\ntitle: A: B\n---\n\nText.'
  expect((await read(file)).fields).toEqual({ file: `${file}\n` })
})

test('a text that is too large is not read', async () => {
  const messages = ['Not read: this is more than 64 KB. Paste one paper at a time.']
  expect(await read('x '.repeat(1_000_000))).toEqual({ fields: {}, messages })
})

test('an address in a sentence is read, and the sentence is not taken for a title', async () => {
  const { fields } = await read('Could you add this? https://arxiv.org/abs/2506.12345 Thanks!')
  expect(fields).toEqual({ paper: 'https://arxiv.org/abs/2506.12345', published: '2025-06' })
})

test('RIS and JSON are read; for other formats the message names the format', async () => {
  const ris = 'TY  - JOUR\nTI  - Fixing Ties\nAU  - Gheshlaghi Azar, Mohammad\nAB  - We fix.\nER  -'
  expect((await read(ris)).fields).toEqual({
    title: 'Fixing Ties',
    authors: 'Gheshlaghi Azar, Mohammad',
    abstract: 'We fix.',
  })
  expect((await read('{"title": "Fixing Ties"}')).fields).toEqual({ title: 'Fixing Ties' })
  expect((await read('PMID- 1\nTI  - Fixing')).messages[0]).toContain('nbib')
})

const words = { title: 'Fixing Ties in Data', abstract: 'We study ties in preference data.' }
const both = { authors: 'Ann Lee\nBob Ray' }
const arxiv = { paper: 'https://arxiv.org/abs/2506.12345', published: '2025-06-03' }
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
    { authors: 'Ann Lee', ...arxiv },
  ],
  [
    'arXiv, without the word “Abstract”',
    `[Submitted on 3 Jun 2025]
Fixing Ties in Data
Ann Lee, Bob Ray
View PDF
We study ties in preference data.
Cite as:\tarXiv:2506.12345 [cs.CL]
Submission history
From: Ann Lee [view email]
[v1] Tue, 3 Jun 2025 10:00:00 UTC (100 KB)`,
    { ...both, ...arxiv },
  ],
  ['no known site', 'Fixing Ties in Data\r\n\r\nWe study ties in preference data.', {}],
  [
    'no known site, with labels in another order',
    `Abstract: We study ties in preference data.
Authors: Ann Lee, Bob Ray
Title: Fixing Ties in Data`,
    both,
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
    { ...both, ...arxiv },
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
    { ...both, published: '2024-01-16' },
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
    both,
  ],
])('from a page of %s, only the facts of the paper are read', async (_name, text, facts) => {
  const { fields, messages } = await read(text)
  expect(fields).toEqual({ ...words, ...facts })
  expect(messages).toEqual([expect.stringMatching(/^Filled in the title\b.* the abstract\b/)])
})

const first = 'https://arxiv.org/abs/2410.00001'
test.each([
  [{ title: 'Fixing Ties' }, { title: 'Breaking Knots' }, true],
  [{ title: 'Fixing Ties' }, { title: 'Fixing ties' }, false],
  [{ paper: first }, { paper: 'https://arxiv.org/abs/2410.00002' }, true],
  [{ title: 'Fixing Ties', paper: first }, { title: 'Ties, Fixed', paper: first }, false],
  [{ title: 'Fixing Ties' }, { paper: first }, false],
  [{}, { title: 'Breaking Knots' }, false],
])('to a draft of %j, %j is a different paper: %s', (draft, pasted, isOther) => {
  expect(isOtherPaper({ ...emptyDraft, ...draft }, pasted)).toBe(isOther)
})
