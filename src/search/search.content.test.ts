import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadJudged } from '../../scripts/eval/judged.ts'
import { openSearch } from '../../scripts/eval/open-in-node.ts'
import { titleText } from '../text/title.ts'
import { loadCorpus } from './corpus.ts'
import { hostileQueries } from './fixtures/hostile-queries.ts'
import { writeIndex } from './index-files.ts'
import { parseState } from './url-state.ts'

// A reader would search for a paper that is on the list and not find it, or be told that something is there which is not.

const corpus = loadCorpus()
const { entries } = corpus
const folder = mkdtempSync(join(tmpdir(), 'search-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
await writeIndex(corpus, folder)
// Pagefind cannot open an empty index.
const search = entries.length > 0 ? await openSearch(folder) : undefined
const answer = (query: string) =>
  search?.answer({ ...parseState(''), query }) ?? expect.fail('A list without papers has no index.')
const ids = async (query: string) =>
  (await (await answer(query)).load(0, 10)).map(({ url }) => url.split('/').at(-2))

test('every paper is the first result for each of its titles and its address', async () => {
  for (const { id, ...facts } of entries) {
    for (const title of [facts.title, ...(facts.alsoTitled ?? [])])
      expect((await ids(titleText(title)))[0], title).toBe(id)
    if (facts.paper?.includes('arxiv.org')) expect(await ids(`${facts.paper}v3`)).toEqual([id])
    if (facts.doi) expect(await ids(`https://doi.org/${facts.doi}`)).toEqual([id])
  }
})

// Another list has other papers.
if (loadJudged().length > 0)
  describe('on this list', () => {
    test.each([
      ['D^2O', 'negating-negatives-alignment-without-human-positive-samples-via-distributional'],
      ['d2o', 'negating-negatives-alignment-without-human-positive-samples-via-distributional'],
      ['wildfeedbak', 'wildfeedback-aligning-llms-with-in-situ-user-interactions-and-feedback'],
      ['nashlearning', 'nash-learning-from-human-feedback'],
      ['author:munos nash', 'nash-learning-from-human-feedback'],
      [
        'kind:survey trustworthy',
        'trustworthy-llms-a-survey-and-guideline-for-evaluating-large-language-models',
      ],
    ])('%s finds its paper first', async (query, id) => {
      expect((await ids(query))[0]).toBe(id)
    })

    const missing = ['simpo', 'kto', 'orpo', 'model spec', 'deliberative alignment']
    test.each(missing)('%s is reported as missing, with similar papers', async (query) => {
      const { absent, near, full, places, repaired } = await answer(query)
      const name = absent?.name.toLowerCase()
      expect({ name, near, full, repaired }).toMatchObject({ name: query, near: true, full: 0 })
      expect(repaired).toBeUndefined()
      expect(places.length).toBeGreaterThan(0)
    })

    test('near misses are not presented as answers', async () => {
      expect((await answer('carbon footprint of training')).near).toBe(true)
      expect((await answer('prompt injection')).full).toBe(0)
      expect((await answer('zyzzogeton')).places).toEqual([])
      expect((await answer('alignment tax')).full).toBeGreaterThan(0)
    })
  })

// Pagefind cannot open an empty index.
test
  .runIf(entries.length > 0)
  .each<readonly [string, string]>([
    ...hostileQueries,
    ['names from every object', '__proto__ constructor toString author:__proto__ kind:constructor'],
    ['a trap for regular expressions', `${'(a+)+'.repeat(60)}$`],
    ['lone quotes', '" “ -" author:"'],
    ['signs alone', '- : "" () * ^ ~'],
  ])('%s: answered', async (_, query) => {
  const { places, load } = await answer(query)
  expect(await load(0, 20)).toHaveLength(Math.min(20, places.length))
})
