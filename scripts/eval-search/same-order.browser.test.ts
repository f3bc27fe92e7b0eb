import { expect, inject, test } from 'vitest'
import { useBrowser } from '../test/browse.ts'
import { loadJudged } from './judged.ts'
import { builtFinder } from './own.ts'

// What is measured would not be what a reader sees.

const open = useBrowser()
const sample = loadJudged().filter((_, at) => at % 7 === 0)

test('the search page shows the same papers in the same order as the evaluation counts', async () => {
  const finder = await builtFinder(inject('siteFolder'))
  const page = await open('search/')
  for (const { q } of sample) {
    await page.goto(`${inject('siteUrl')}search/?${new URLSearchParams({ q })}`)
    await page.locator('[data-total]', { hasText: `“${q}”` }).waitFor()
    const shown = await page
      .locator('[data-result]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2)))
    expect(shown.slice(0, 10), q).toEqual(await finder.find(q))
  }
  expect(sample.length).toBeGreaterThan(15)
})
