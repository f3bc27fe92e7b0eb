import { afterEach, expect, test } from 'vitest'
import { fixtureList } from '../../src/content/fixtures/list.ts'
import { loadVocabulary } from '../../src/content/read.ts'
import { askArxiv } from './arxiv.ts'
import { askAnthology, askDoi } from './doi.ts'
import { feed, type Reply, recorded, serve, type TestServices } from './recorded/serve.ts'

// An entry would get another paper's facts, JATS markup in its abstract, or a service's error page as its text.

const { venues } = loadVocabulary(fixtureList)
let open: TestServices | undefined
afterEach(() => open?.close())

const services = async (...replies: Reply[]) => {
  open = await serve(replies)
  return { ask: open.ask, venues }
}
const paths = () => open?.asked.map(({ path }) => path)
const resultOrMessage = (one: unknown) => (one instanceof Error ? one.message : one)
/** The result for each paper, or the message of its failure. */
const arxiv = async (ids: string[], ...replies: Reply[]) =>
  askArxiv(ids, await services(...replies)).then(
    (found) => Object.fromEntries([...found].map(([id, one]) => [id, resultOrMessage(one)])),
    resultOrMessage,
  )
const doi = async (id: string, reply: Reply) =>
  askDoi(id, await services(reply)).catch(resultOrMessage)

test('several papers of arXiv take one request, and each is returned under its own identifier', async () => {
  const found = await arxiv(['0710.5765', 'hep-ex/0307015', '9999.99999'], feed('arxiv-two.xml'))
  expect(paths()).toEqual([
    '/export.arxiv.org/api/query?id_list=0710.5765,hep-ex%2F0307015,9999.99999&max_results=3',
  ])
  expect(found).toMatchObject({
    'hep-ex/0307015': {
      authors: ['H1 Collaboration'],
      doi: '10.1140/epjc/s2003-01326-x',
      published: '2003-07-07',
      notes: [expect.stringMatching(/^Left out journal of .*: `Eur.Phys.J.C31:17-29,2003` is not/)],
    },
    '0710.5765': {
      abstract: [expect.stringContaining('W_r(2796) > 0.3 Ang, we find 43 < R_x < 88 kpc')],
      authors: ['G. G. Kacprzak', 'M. T. Murphy'],
    },
    '9999.99999':
      'Unexpected arXiv id `9999.99999`, expected one that arXiv knows. Look at https://arxiv.org/abs/9999.99999, and correct the id.',
  })
})

test.each([
  ['journal_ref', 'Proceedings of ACL 2024', { venue: 'ACL 2024', notes: [] }],
  [
    'journal_ref',
    'Proceedings of ACL',
    {
      notes: ["arXiv's journal reference, `Proceedings of ACL`, has no year. Write `venue: …`."],
    },
  ],
  [
    'comment',
    'Accepted at ICML 2024. 12 pages',
    {
      notes: [
        "The authors' comment is `Accepted at ICML 2024. 12 pages`. Write `venue: ICML 2024` if it appeared there.",
      ],
    },
  ],
])('a venue in %s: %s', async (name, text, facts) => {
  const body = recorded('arxiv-gpt-3.xml').replace(
    '<arxiv:comment>40+32 pages</arxiv:comment>',
    `<arxiv:${name}>${text}</arxiv:${name}>`,
  )
  expect(await arxiv(['2005.14165'], { body })).toMatchObject({ '2005.14165': facts })
})

test('lines that arXiv wraps are joined, and paragraphs are kept', async () => {
  expect(await arxiv(['1904.02243'], feed('arxiv-wrapped.xml'))).toMatchObject({
    '1904.02243': { abstract: Array(3).fill(expect.stringMatching(/^\S[^\n]*$/)) },
  })
})

test('a malformed identifier does not affect the others', async () => {
  const refusal = feed('arxiv-error.xml')
  const ids = ['1234.12345', '2005.14165']
  expect(await arxiv(ids, refusal, refusal, feed('arxiv-gpt-3.xml'))).toMatchObject({
    '1234.12345': expect.stringContaining('Unexpected arXiv id `1234.12345`'),
    '2005.14165': { title: 'Language Models are Few-Shot Learners' },
  })
  expect(paths()).toHaveLength(3)
})

test('a withdrawn paper and an unrequested one are rejected', async () => {
  expect(await arxiv(['2501.15836'], feed('arxiv-withdrawn.xml'))).toEqual({
    '2501.15836':
      'Unexpected withdrawn paper `2501.15836` (`arXiv admin note: This paper has been withdrawn by arXiv due to disputed and unverifiable authorship`), expected one that its authors stand by. Choose another paper.',
  })
  await open?.close()
  expect(await arxiv(['2401.00001'], feed('arxiv-gpt-3.xml'))).toMatchObject({
    '2401.00001': expect.stringContaining('expected one that arXiv knows'),
  })
})

test.each([
  ['half of the feed', recorded('arxiv-gpt-3.xml').slice(0, 1500), '`<?xml version='],
  [
    'a document that declares recursive entities',
    '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed><entry><title>&b;</title></entry></feed>',
    '`<!DOCTYPE feed',
  ],
])('%s instead of a feed', async (_name, body, start) => {
  const found = await arxiv(['2005.14165'], { body })
  expect(found).toContain(`Unexpected answer 200 (${start}`)
  expect(found).toContain("from `export.arxiv.org`, expected arXiv's Atom feed.")
})

test.each([
  [
    '10.1126/science.169.3946.635',
    'doi-article.json',
    {
      source: 'doi.org',
      title: 'The Structure of Ordinary Water',
      abstract: [expect.stringMatching(/^The train of thought .* “?"subject to change/)],
      authors: ['Henry S. Frank'],
      published: '1970-08-14',
      notes: [
        'Left out container-title of `The Structure of Ordinary Water`: `Science` is not a venue of the vocabulary. Its line for content/vocabulary/venues.yaml: `Science: {name: Science, kind: journal}`.',
      ],
    },
  ],
  [
    '10.5281/zenodo.3233986',
    'doi-datacite.json',
    {
      abstract: [expect.stringContaining('the analysis code. The Turing Way is a handbook')],
      authors: ['The Turing Way Community', 'Becky Arnold', "Martin O'Reilly"],
    },
  ],
])('the DOI %s in %s', async (id, name, facts) => {
  expect(await doi(id, { body: recorded(name) })).toMatchObject({ doi: id, ...facts })
  expect(paths()).toEqual([`/doi.org/${id}`])
})

test.each([
  [404, 'Unexpected DOI `10.1126/foo`, expected one that doi.org knows.'],
  [
    200,
    'Unexpected answer 200 from `doi.org` for `10.1126/foo`, expected the paper with its title',
  ],
])('a page with status %s instead of a paper', async (status, message) => {
  const page = { status, body: recorded('doi-not-found.html') }
  expect(await doi('10.1126/foo', page)).toContain(message)
})

test('a paper of the ACL Anthology has its abstract and DOI', async () => {
  const body = recorded('anthology.bib')
  const found = await askAnthology('2024.acl-long.731', await services({ body }))
  expect(paths()).toEqual(['/aclanthology.org/2024.acl-long.731.bib'])
  expect(found).toMatchObject({
    source: 'the ACL Anthology',
    paper: 'https://aclanthology.org/2024.acl-long.731/',
    abstract: [expect.stringMatching(/^Traditional supervised learning/)],
    doi: '10.18653/v1/2024.acl-long.731',
    authors: ['Zixia Jia', 'Junpeng Li', 'Shichuan Zhang', 'Anji Liu', 'Zilong Zheng'],
    published: '2024-08',
    venue: 'ACL 2024',
    notes: [],
  })
  await open?.close()
  await expect(askAnthology('2024.acl-long.9', await services({ status: 404 }))).rejects.toThrow(
    'Unexpected ACL Anthology id `2024.acl-long.9`, expected one that aclanthology.org knows.',
  )
})
