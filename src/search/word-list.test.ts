import { expect, test } from 'vitest'
import { tokenOf } from './tokens.ts'
import { lengthen, readWordList, shorten, writeWordList } from './word-list.ts'

// Search would look for words that don't exist, or show papers like another paper.

test('a list reads back as it was written, its numbers rounded down', () => {
  const list = {
    words: new Map([
      ['align', 70],
      ['alignment', 1],
      ['数据', 2],
    ]),
    phrases: new Map([['dpo', { papers: 9, meanings: [0, 40] }]]),
    absent: new Map([['kto', { name: 'KTO', is: 'a method', like: ['DPO'] }]]),
    paths: [],
    titles: [['abcd'], ['x', 'y']],
    near: [[[1, 0.9] as const], []],
  }
  const read = readWordList(writeWordList(list))
  expect([...read.words]).toEqual([
    ['align', 64],
    ['alignment', 1],
    ['数据', 2],
  ])
  expect([...read.phrases]).toEqual([['dpo', { papers: 9, meanings: [0, 40] }]])
  expect([...read.stems]).toEqual([
    ['align', 1],
    ['数据', 2],
  ])
  expect(read.absent).toEqual(list.absent)
  expect(read.titles).toEqual(list.titles)
  expect(
    read.near.map((near) => near.map(([place, likeness]) => [place, likeness.toFixed(1)])),
  ).toEqual([[[1, '0.9']], []])
})

test('words without a beginning in common, and long ones, come back whole', () => {
  const words = ['', 'b', 'ba', 'x'.repeat(60), `${'x'.repeat(60)}y`]
  expect(lengthen(shorten(words))).toEqual(words)
})

test('a page of a web server is no list', () => {
  expect(() => readWordList('<h1>Not found</h1>')).toThrow()
})

test('no token begins with another, and Pagefind sees plain letters only', () => {
  expect(tokenOf('word', 'align')).toBe('alignzq')
  expect(tokenOf('word', '数据')).toMatch(/^[a-z0-9]+$/)
  expect(tokenOf('author', 'align').startsWith(tokenOf('word', 'align'))).toBe(false)
})
