import { afterEach, expect, test } from 'vitest'
import { fixtureList } from '../../src/content/fixtures/list.ts'
import { loadVocabulary } from '../../src/content/read.ts'
import { askAnthology, askDoi } from './doi.ts'
import { type Reply, recorded, serve, type TestServices } from './recorded/serve.ts'

// A contributor would get an entry with JATS markup in its abstract, or with doi.org's error page as its text.

const { venues } = loadVocabulary(fixtureList)
let open: TestServices | undefined
afterEach(() => open?.close())

const ask = async (doi: string, reply: Reply) => {
  open = await serve([reply])
  return askDoi(doi, { ask: open.ask, venues }).catch((error: Error) => error.message)
}
const json = (name: string): Reply => ({
  type: 'application/vnd.citationstyles.csl+json',
  body: recorded(name),
})

test('an article of Crossref', async () => {
  expect(await ask('10.1126/science.169.3946.635', json('doi-article.json'))).toMatchObject({
    source: 'doi.org',
    title: 'The Structure of Ordinary Water',
    abstract: [
      expect.stringMatching(/^The train of thought .* “?"subject to change without notice\."$/),
    ],
    doi: '10.1126/science.169.3946.635',
    authors: ['Henry S. Frank'],
    published: '1970-08-14',
    notes: [
      'Left out container-title of `The Structure of Ordinary Water`: `Science` is not among the venues of the vocabulary. Its line for content/vocabulary/venues.yaml: `Science: {name: Science, kind: journal}`.',
    ],
  })
})

test('DataCite’s HTML', async () => {
  const found = await ask('10.5281/zenodo.3233986', json('doi-datacite.json'))
  expect(found).toMatchObject({
    abstract: [expect.stringContaining('the analysis code. The Turing Way is a handbook')],
    doi: '10.5281/zenodo.3233986',
    authors: ['The Turing Way Community', 'Becky Arnold', "Martin O'Reilly"],
  })
})

test.each<[string, Reply, string]>([
  [
    'unknown',
    { status: 404, body: recorded('doi-not-found.html') },
    'Unexpected DOI `10.1126/foo`, expected one that doi.org knows. Check it on the paper’s page, and write it again.',
  ],
  [
    'HTML',
    { body: recorded('doi-not-found.html') },
    'Unexpected answer 200 from `doi.org` for `10.1126/foo`, expected the paper with its title as CSL-JSON. Run the command again in ten minutes, or save the paper’s BibTeX and add that file.',
  ],
])('%s', async (_name, reply, message) => {
  expect(await ask('10.1126/foo', reply)).toBe(message.replaceAll('’', "'"))
})

test('the ACL Anthology', async () => {
  open = await serve([{ type: 'text/plain', body: recorded('anthology.bib') }])
  const found = await askAnthology('2024.acl-long.731', { ask: open.ask, venues })
  expect(open.asked.map(({ path }) => path)).toEqual(['/aclanthology.org/2024.acl-long.731.bib'])
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
})

test('an id that the ACL Anthology does not know', async () => {
  open = await serve([{ status: 404 }])
  await expect(askAnthology('2024.acl-long.9999', { ask: open.ask, venues })).rejects.toThrow(
    'Unexpected ACL Anthology id `2024.acl-long.9999`, expected one that aclanthology.org knows.',
  )
})
