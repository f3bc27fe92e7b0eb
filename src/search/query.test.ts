import { expect, test } from 'vitest'
import { longestQuery, parseQuery } from './query.ts'

// A reader who writes a condition would get papers that don't meet it.

/** A query as it was parsed, its conditions in short: `-phrase reward model`. */
const parsed = (query: string) => {
  const { text, conditions } = parseQuery(query)
  const short = conditions.map((one) => {
    const what = 'facet' in one ? one.value : one.words.map(({ plain }) => plain).join(' ')
    const where = 'facet' in one ? one.facet : one.in
    return `${one.not ? '-' : ''}${where} ${what}`
  })
  return [text, ...short]
}

test.each([
  ['nash equilibrium', 'nash equilibrium'],
  ['"reward model" safety', 'reward model safety', 'word reward model'],
  ['dpo -survey', 'dpo', '-word survey'],
  ['tuning -"reward model" better', 'tuning better', '-word reward model'],
  ['author: munos nash', 'munos nash', 'author munos'],
  ['Note: safety', 'Note: safety'],
  ['author:"Xing Xie"', 'Xing Xie', 'author xing xie'],
  ['year:2024 -kind:Survey tag:rlhf', '', 'year 2024', '-kind Survey', 'tag rlhf'],
  ['https://arxiv.org/abs/2410.03227', 'https://arxiv.org/abs/2410.03227'],
  ['__proto__:x constructor:y', '__proto__:x constructor:y'],
  ['Values -- A Survey - Goals', 'Values A Survey Goals'],
  ['"', ''],
  ['“reward model”', 'reward model', 'word reward model'],
])('%s', (query, ...expected) => {
  expect(parsed(query)).toEqual(expected)
})

test.each([
  ['2312.07000', '231207000'],
  ['arXiv:2312.07000v2', '231207000'],
  ['https://arxiv.org/pdf/2312.07000', '231207000'],
  ['10.1145/3744746', '1011453744746'],
  ['https://openreview.net/pdf?id=aBc-1', 'httpsopenreviewnetforumidabc1'],
  ['alignment 2312', undefined],
])('%s is the identifier %s', (query, key) => {
  expect(parseQuery(query).identifier).toBe(key)
})

test('a query that is too long is cut', () => {
  expect(parseQuery('x'.repeat(10_000)).text).toHaveLength(longestQuery)
  expect(parseQuery('x '.repeat(5000)).words).toHaveLength(32)
})
