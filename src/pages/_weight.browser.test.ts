import { expect, inject, test } from 'vitest'
import { weighSite } from '../../scripts/bench/weigh-site.ts'

// A reader on a slow line would wait for a page that is words.

/** The most that a kind of page may make a browser fetch, fonts and styles included: KB compressed by gzip. */
const budgets: Record<string, number> = {
  // The whole list, and what is new of it.
  papers: 110,
  new: 110,
  'topics/*': 75,
  'tags/*': 75,
  search: 75,
  'first search': 160,
  // The rules of the check, all of them, in the browser.
  suggest: 400,
}
const budgetOfWords = 60

test('every kind of page stays within its weight, and no script holds it up', async () => {
  const weights = await weighSite(inject('siteFolder'))
  const over = weights.filter(
    ({ kind, gzip, blockingScripts }) =>
      gzip > (budgets[kind] ?? budgetOfWords) * 1000 || blockingScripts > 0,
  )
  expect(over).toEqual([])
  expect(weights.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['papers/*', ...Object.keys(budgets)]),
  )
})
