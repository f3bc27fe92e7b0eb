import { expect, test } from 'vitest'
import { proseHtml } from './html.ts'
import { parseProse } from './processor.ts'

// A reader would not see which words of the abstract support a claim.
test('each passage of evidence is marked, across emphasis and with any kind of quotes and dashes', () => {
  const abstract = parseProse('The model’s *best* answers win. Ties – rare ones – count.')
  expect(proseHtml(abstract, ["model's best answers", 'Ties - rare'])).toBe(
    '<p>The <mark>model’s </mark><em><mark>best</mark></em><mark> answers</mark> win. <mark>Ties – rare</mark> ones – count.</p>',
  )
  expect(proseHtml(abstract, 'no such words')).not.toContain('<mark>')
})
