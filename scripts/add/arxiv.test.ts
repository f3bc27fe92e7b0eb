import { afterEach, expect, test } from 'vitest'
import { fixtureList } from '../../src/content/fixtures/list.ts'
import { loadVocabulary } from '../../src/content/read.ts'
import { askArxiv } from './arxiv.ts'
import { feed, type Reply, recorded, serve, type TestServices } from './recorded/serve.ts'

// An entry would get another paper's facts, or arXiv's error page as its text.

const { venues } = loadVocabulary(fixtureList)
let open: TestServices | undefined
afterEach(() => open?.close())

const ask = async (ids: string[], ...replies: Reply[]) => {
  open = await serve(replies)
  const { ask, asked } = open
  const say = (one: unknown) => (one instanceof Error ? one.message : one)
  const found = await askArxiv(ids, { ask, venues }).then(
    (found) => Object.fromEntries([...found].map(([id, one]) => [id, say(one)])),
    say,
  )
  return { asked, found }
}

test('several papers in one question, each under its own identifier', async () => {
  const { found, asked } = await ask(
    ['0710.5765', 'hep-ex/0307015', '9999.99999'],
    feed('arxiv-two.xml'),
  )
  expect(asked.map(({ path }) => path)).toEqual([
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
      'Unexpected arXiv id `9999.99999`, expected one that arXiv knows. Check it at https://arxiv.org/abs/9999.99999, and write it again.',
  })
})

test.each([
  ['journal_ref', 'Proceedings of ACL 2024', 'ACL 2024', []],
  [
    'comment',
    'Accepted at ICML 2024. 12 pages',
    '',
    [
      "The authors' comment is `Accepted at ICML 2024. 12 pages`. Write `venue: ICML 2024` if it appeared there.",
    ],
  ],
])('a venue in %s: %s', async (name, text, venue, notes) => {
  const body = recorded('arxiv-gpt-3.xml').replace(
    '<arxiv:comment>40+32 pages</arxiv:comment>',
    `<arxiv:${name}>${text}</arxiv:${name}>`,
  )
  const { found } = await ask(['2005.14165'], { body })
  expect(found).toMatchObject({ '2005.14165': { notes, ...(venue && { venue }) } })
})

test('lines that arXiv wraps become one, and its paragraphs stay', async () => {
  const { found } = await ask(['1904.02243'], feed('arxiv-wrapped.xml'))
  expect(found).toMatchObject({
    '1904.02243': { abstract: Array(3).fill(expect.stringMatching(/^\S[^\n]*$/)) },
  })
})

test('one identifier in wrong form does not take the others down', async () => {
  const { found, asked } = await ask(
    ['1234.12345', '2005.14165'],
    feed('arxiv-error.xml'),
    feed('arxiv-error.xml'),
    feed('arxiv-gpt-3.xml'),
  )
  expect(asked).toHaveLength(3)
  expect(found).toMatchObject({
    '1234.12345':
      'Unexpected arXiv id `1234.12345`, expected one that arXiv knows. Check it at https://arxiv.org/abs/1234.12345, and write it again.',
    '2005.14165': { title: 'Language Models are Few-Shot Learners' },
  })
})

test.each<[string, string, Reply, unknown]>([
  [
    'withdrawn',
    '2501.15836',
    feed('arxiv-withdrawn.xml'),
    'Unexpected withdrawn paper `2501.15836` (`arXiv admin note: This paper has been withdrawn by arXiv due to disputed and unverifiable authorship`), expected one that its authors stand by. Choose another paper.',
  ],
  [
    'another paper than the one that was asked for',
    '2401.00001',
    feed('arxiv-gpt-3.xml'),
    'Unexpected arXiv id `2401.00001`, expected one that arXiv knows. Check it at https://arxiv.org/abs/2401.00001, and write it again.',
  ],
])('%s', async (_name, id, reply, message) => {
  expect((await ask([id], reply)).found).toMatchObject({ [id]: message })
})

const whole = recorded('arxiv-gpt-3.xml')
test.each([
  ['half of the feed', whole.slice(0, 1500), '`<?xml version='],
  [
    'a document that declares entities, which would grow',
    '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed><entry><title>&b;</title></entry></feed>',
    '`<!DOCTYPE feed',
  ],
])('%s instead of a feed', async (_name, body, start) => {
  const { found } = await ask(['2005.14165'], { body })
  expect(found).toContain(`Unexpected answer 200 (${start}`)
  expect(found).toMatch(
    / from `export\.arxiv\.org`, expected arXiv's Atom feed\. Run the command again in ten minutes\.$/,
  )
})
