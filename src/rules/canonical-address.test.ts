import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// One paper would stand on the list under five addresses, and duplicates would not be seen.

test.each([
  [
    'a version and http',
    'paper: https://arxiv.org/abs/2410.01234',
    'paper: http://arxiv.org/abs/2410.01234v3',
    "5:8 canonical-address Unexpected form `http://arxiv.org/abs/2410.01234v3` of the paper's address, expected arXiv's abstract page without a version. Write `paper: https://arxiv.org/abs/2410.01234`.",
  ],
  [
    'the bare number',
    'paper: https://arxiv.org/abs/2410.01234',
    'paper: 2410.01234',
    "5:8 canonical-address Unexpected form `2410.01234` of the paper's address, expected arXiv's abstract page without a version. Write `paper: https://arxiv.org/abs/2410.01234`.",
  ],
  [
    'a PDF of OpenReview',
    'paper: https://arxiv.org/abs/2410.01234',
    'paper: https://openreview.net/pdf?id=AbC_1',
    "5:8 canonical-address Unexpected form `https://openreview.net/pdf?id=AbC_1` of the paper's address, expected OpenReview's forum page. Write `paper: https://openreview.net/forum?id=AbC_1`.",
  ],
  [
    'a DOI with its address',
    'doi: 10.18653',
    'doi: https://doi.org/10.18653',
    '7:6 canonical-address Unexpected form `https://doi.org/10.18653/v1/2025.acl-long.12` of the DOI, expected it bare. Write `doi: 10.18653/v1/2025.acl-long.12`.',
  ],
  [
    'arXiv’s DOI',
    'doi: 10.18653/v1/2025.acl-long.12',
    'doi: 10.48550/arXiv.2410.01234',
    "7:6 canonical-address Unexpected arXiv DOI `10.48550/arXiv.2410.01234`, expected a publisher's. Take the line out; the paper's address says it already.",
  ],
  [
    'no DOI',
    'doi: 10.18653/v1/2025.acl-long.12',
    'doi: none',
    '7:6 canonical-address Unexpected `none` in `doi`, expected a bare DOI. Write `doi: 10.18653/v1/2024.emnlp-main.35`, or take the line out.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})

test.each([
  'https://huggingface.co/papers/2410.01234',
  'https://www.alphaxiv.org/abs/2410.01234v2',
])('%s is arXiv’s paper under another roof', (address) => {
  expect(faultsIn(planted('https://arxiv.org/abs/2410.01234', address))).toEqual([
    `5:8 canonical-address Unexpected form \`${address}\` of the paper's address, expected arXiv's abstract page without a version. Write \`paper: https://arxiv.org/abs/2410.01234\`.`,
  ])
})

test.each([
  [
    'https://arxiv.org/abs/241.001234',
    "arXiv's abstract page without a version. Write it as `paper: https://arxiv.org/abs/2410.03227`.",
  ],
  [
    'https://openreview.net/group?id=ICLR.cc',
    "OpenReview's forum page. Write it as `paper: https://openreview.net/forum?id=…`.",
  ],
  [
    'https://aclanthology.org/events/acl-2025/',
    "the ACL Anthology's page. Write it as `paper: https://aclanthology.org/2024.acl-long.1/`.",
  ],
])('%s leads to no paper', (address, rest) => {
  const found = faultsIn(planted('https://arxiv.org/abs/2410.01234', address))
  expect(found).toContain(
    `5:8 canonical-address Unexpected address \`${address}\`, expected ${rest}`,
  )
})

test('a DOI with signs that no address may have is refused', () => {
  expect(faultsIn(planted('2025.acl-long.12', "2025.acl'onclick='x"))).toContain(
    "7:6 canonical-address Unexpected `10.18653/v1/2025.acl'onclick='x` in `doi`, expected a bare DOI. Write `doi: 10.18653/v1/2024.emnlp-main.35`, or take the line out.",
  )
})
