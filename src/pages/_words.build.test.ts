import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { builtPages, textOf } from '../../scripts/test/built-pages.ts'
import { texText, texTitle } from '../text/tex.ts'
import { titleText } from '../text/title.ts'

// A reader would see words that the authors did not write, or miss words that they wrote.

const pages = builtPages(inject('siteFolder')).filter(({ path }) => /^papers\/./.test(path))
const byTitle = new Map(pages.map((page) => [textOf(page, 'h1'), page]))

/** The listing as received: the page's header down to the date, then titles and abstracts in turn. */
const [, body = ''] = readFileSync('content/listing/listing.txt', 'utf8').split(/^Mar 13$/m)
const blocks = body.split(/\n\s*\n/).flatMap((block) => block.trim() || [])
const records = blocks.flatMap((title, place) => {
  const abstract = blocks[place + 1]
  return place % 2 === 0 && abstract !== undefined ? [{ title, abstract }] : []
})

test('every title and abstract of the listing is on a page, letter by letter apart from TeX', () => {
  const isPlain = (text: string) => !/[\\$^`{}~<]|''/.test(text)
  const wrong = records.filter(({ title, abstract }) => {
    const page = byTitle.get(titleText(texTitle(title)))
    const words = isPlain(abstract) ? abstract.replace(/\s+/g, ' ').trim() : texText(abstract)
    return !page || textOf(page, 'section.abstract .prose') !== words
  })
  expect(wrong.map(({ title }) => title)).toEqual([])
  expect(records).toHaveLength(98)
  expect(records.filter(({ abstract }) => isPlain(abstract)).length).toBeGreaterThan(60)
})
