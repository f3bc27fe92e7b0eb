import { expect, test } from 'vitest'
import { useBrowser } from '../../scripts/test/browse.ts'

const open = useBrowser()

// A keyboard user would find points without names, or a count would link to the wrong papers.
test('a point shows its title and highlights its neighbours; a count links to that many papers', async () => {
  const page = await open('map/')
  const near = page.locator('section', { has: page.locator('#near') })
  const point = near.locator('svg a').first()
  await point.focus()
  const title = (await point.locator('title').textContent()) ?? ''
  await expect.poll(() => near.locator('figcaption').textContent()).toBe(title)
  expect(await near.locator('a.highlighted').count()).toBe(5)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('h1').textContent()).toBe(title)
  await page.goBack()
  const cell = page.locator('#missing ~ figure svg a').first()
  const count = Number(await cell.locator('text').textContent())
  await cell.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('main [data-result]').count()).toBe(count)
})
