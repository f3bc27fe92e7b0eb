import { expect, test } from 'vitest'
import { titleText } from '../text/title.ts'
import { loadCorpus } from './corpus.ts'
import { openList } from './open-list.ts'
import { parseState } from './state.ts'

// A reader would search for a paper that is on the list and not find it, or be told that something is there which is not.

const { entries, surroundings } = loadCorpus()
const engine = await openList(entries, surroundings)
const answer = (query: string, search = '') => engine.answer({ ...parseState(search), query })
const ids = async (query: string, search = '') =>
  (await (await answer(query, search)).load(0, 10)).map(({ url }) => url.slice(8, -1))

test('every paper is the first result for each of its titles and its address', async () => {
  for (const { id, facts } of entries) {
    for (const title of [facts.title, ...(facts.alsoTitled ?? [])])
      expect((await ids(titleText(title)))[0], title).toBe(id)
    if (facts.paper?.includes('arxiv.org')) expect(await ids(`${facts.paper}v3`)).toEqual([id])
    if (facts.doi) expect(await ids(`https://doi.org/${facts.doi}`)).toEqual([id])
  }
}, 30_000)

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

test('conditions are met by every result', async () => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const found = async (query: string) => {
    const { total, load } = await answer(query)
    return (await load(0, total)).map(({ url }) => byId.get(url.slice(8, -1)))
  }
  for (const entry of await found('year:2023 kind:survey')) {
    expect(entry?.facts.published).toMatch(/^2023/)
    expect(entry?.facts.kind).toContain('survey')
  }
  for (const entry of await found('alignment -survey'))
    expect(`${entry?.facts.title} ${entry?.abstract}`).not.toMatch(/\bsurvey/i)
  const phrase = await found('"reward model"')
  expect(phrase.length).toBeGreaterThan(5)
  const author = await found('author:munos')
  expect(author.length).toBeGreaterThan(0)
  for (const entry of author) expect(entry?.facts.authors?.join()).toMatch(/Munos/)
})

test('a misspelt word is repaired and said, unless the reader insists', async () => {
  expect((await answer('reward hackign')).repaired).toBe('reward hacking')
  expect((await answer('hackign', '?spelling=exact')).total).toBe(0)
})

test('what the list has nothing on is not passed off as an answer', async () => {
  expect((await answer('carbon footprint of training')).fit).toBe('near')
  expect((await answer('zyzzogeton')).total).toBe(0)
  expect((await answer('alignment tax')).fit).toBe('all')
})

test.each([
  ['10,000 characters', 'x'.repeat(10_000)],
  ['5,000 words', 'preference '.repeat(5000)],
  [
    '32 words that nobody knows',
    Array.from({ length: 32 }, (_, at) => `qzxw${'v'.repeat(at)}`).join(' '),
  ],
  ['one letter', 'a'],
  ['only spaces', '   '],
  ['signs of other scripts', '\u202Eagninrael 🦙 数据 \u0000'],
  [
    'names from every object',
    '__proto__ constructor toString hasOwnProperty author:__proto__ kind:constructor',
  ],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['a trap for regular expressions', `${'(a+)+'.repeat(60)}$`],
  ['lone quotes', '" “ -" author:"'],
  ['signs alone', '- : "" () * ^ ~'],
])('%s: answered', async (_, query) => {
  const { total, load } = await answer(query)
  expect(await load(0, 20)).toHaveLength(Math.min(20, total))
})
