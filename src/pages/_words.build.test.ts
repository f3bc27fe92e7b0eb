import { readFileSync } from 'node:fs'
import { select } from 'hast-util-select'
import { toString as textContent } from 'hast-util-to-string'
import { expect, inject, test } from 'vitest'
import { type BuiltPage, builtPages, textOf } from '../../scripts/test/built-pages.ts'
import { texText, texTitle } from '../text/tex.ts'
import { titleText } from '../text/title.ts'

// A reader would see words that the authors did not write, or miss some that they did.

const pages = builtPages(inject('siteFolder')).filter(({ path }) => /^papers\/./.test(path))
const byTitle = new Map(pages.map((page) => [textOf(page, 'h1'), page]))

/** The listing as received: the page's header down to the date, then titles and abstracts in turn. */
const [, body = ''] = readFileSync('content/listing/listing.txt', 'utf8').split(/^Mar 13$/m)
const blocks = body.split(/\n\s*\n/).flatMap((block) => block.trim() || [])
const records = blocks.flatMap((title, place) => {
  const abstract = blocks[place + 1]
  return place % 2 === 0 && abstract !== undefined ? [{ title, abstract }] : []
})

const folded = (text: string) => text.replace(/\s+/g, ' ').trim()

function abstractOn(page: BuiltPage): string {
  const prose = select('section.abstract .prose', page.tree)
  return prose ? folded(textContent(prose)) : ''
}

test('every title of the listing is the heading of a page, and there are no others', () => {
  const titles = records.map(({ title }) => titleText(texTitle(title)))
  expect(titles.filter((title) => !byTitle.has(title))).toEqual([])
  expect(titles).toHaveLength(98)
  expect(pages.length).toBeGreaterThanOrEqual(98)
})

test('every abstract of the listing is on its page, to the letter but for TeX’s marks', () => {
  const pairs = records.map(({ title, abstract }) => {
    const page = byTitle.get(titleText(texTitle(title)))
    return { title, shown: page && abstractOn(page), written: texText(abstract) }
  })
  expect(pairs.filter(({ shown, written }) => shown !== written)).toEqual([])
})

test('an abstract without TeX is on its page as it was received', () => {
  const plain = records.filter(({ abstract }) => !/[\\$^`{}~<]|''/.test(abstract))
  const missed = plain.filter(({ title, abstract }) => {
    const page = byTitle.get(titleText(texTitle(title)))
    return !page || abstractOn(page) !== folded(abstract)
  })
  expect(missed.map(({ title }) => title)).toEqual([])
  expect(plain.length).toBeGreaterThan(60)
})
