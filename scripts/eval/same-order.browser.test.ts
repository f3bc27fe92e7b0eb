import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { indexFolder } from '../../src/search/index-names.ts'
import { useBrowser } from '../test/browse.ts'
import { topResults } from './evaluate.ts'
import { loadJudged } from './judged.ts'
import { openSearch } from './open-in-node.ts'

// The evaluation would measure something other than what a reader sees.

const open = useBrowser()
const sample = loadJudged().filter((_, at) => at % 13 === 0)

test('the search page shows the same papers in the same order as the evaluation', async () => {
  const search = await openSearch(join(inject('siteFolder'), indexFolder))
  const page = await open('search/')
  for (const { q } of sample) {
    const before = await page.locator('[data-total]').innerText()
    await page.locator('main input[type=search]').fill(q)
    await page.locator('[data-total]').filter({ hasNotText: before }).waitFor()
    await page.locator('main [aria-busy]').waitFor({ state: 'detached' })
    const shown = await page
      .locator('[data-result]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2)))
    expect(shown.slice(0, 10), q).toEqual(await topResults(search, q))
  }
  expect(sample.length).toBeGreaterThan(15)
})
