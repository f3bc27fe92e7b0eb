// An entry would lack known facts of its paper, or have facts without a source.
import { expect, it } from 'vitest'
import { writeEntryFile } from '../text/entry-writer.ts'
import { parseBibliography } from './bibliography.ts'
import { entryFrom, newId } from './entry.ts'

const record = {
  title: 'ALR$^2$: Think',
  line: 1,
  abstract: ['It gains 3\\%.', 'Code: https://github.com/a/b.'],
}
const entryOf = (facts: object) => {
  const { items } = parseBibliography('b.json', JSON.stringify([{ title: 'T', ...facts }]))
  return entryFrom({ ...items[0], ...record }, '2025-03-13')
}

it('an entry has the known facts and no others', () => {
  const entry = entryOf({
    listing: 7,
    arxiv: '2410.03227v2',
    authors: ['Huayang Li', 'Pat Verga'],
    published: '2024-10-04',
    venue: { name: 'ACL 2025', short: 'ACL', year: 2025, kind: 'conference' },
    doi: 'https://doi.org/10.18653/v1/2025.acl-long.1',
    code: null,
    project: 'https://huggingface.co/datasets/a/b',
    alsoTitled: ['ALR^2', 'ALR²: Think'],
  })
  expect(writeEntryFile(entry)).toBe(`---
title: "ALR²: Think"
authors: [Huayang Li, Pat Verga]
published: 2024-10-04
paper: https://arxiv.org/abs/2410.03227
venue: ACL 2025
doi: 10.18653/v1/2025.acl-long.1
alsoTitled: [ALR²]
links:
  code: https://github.com/a/b
  data: https://huggingface.co/datasets/a/b
added: 2025-03-13
---

It gains 3%.

Code: [https://github.com/a/b](https://github.com/a/b).
`)
})

it.each([
  [{ name: 'Nature', year: 2023 }, 'Nature 2023'],
  [{ name: 'GEM² Workshop at ACL 2025', year: 2025 }, 'GEM² Workshop at ACL 2025'],
])('the venue %j becomes %s', (venue, shown) => expect(entryOf({ venue }).facts.venue).toBe(shown))

it("the address is arXiv's if there is one, otherwise the DOI's; arXiv's own DOIs are left out", () => {
  const { paper, doi } = entryOf({
    arxiv: '2401.00001',
    doi: '10.48550/arXiv.2401.00001',
  }).facts
  expect({ paper, doi }).toEqual({ paper: 'https://arxiv.org/abs/2401.00001', doi: undefined })
  expect(entryOf({ doi: '10.1000/x' }).facts.paper).toBe('https://doi.org/10.1000/x')
})

it.each([
  ['Learning $\\tau^2$ in Time', 'learning-tau2-in-time'],
  ['言語モデル', 'paper-92f1bc75'],
  ['CON', 'con-paper'],
  ['Index', 'index-paper'],
  ['A: B', 'a-b-2'],
  ['c d!', 'c-d-4'],
])('the id of %s is %s, and unique', (title, id) =>
  expect(newId(title, new Set(['a-b', 'a-b-3', 'c-d', 'c-d-2', 'c-d-3']))).toBe(id),
)
