import { expect, test } from 'vitest'
import { loadVocabulary } from '../content/read.ts'
import { readCsv } from './csv.ts'

// A curator would lose rows of a spreadsheet, or have the wrong line named.

const { venues } = loadVocabulary()

test('a table as Zotero exports it', () => {
  const text = `"Key","Publication Year","Author","Title","Abstract Note","Url","Date"
"AB12","2024","Doe, Jane; Müller, Jürgen","One, or ""Two""","First line.

Second paragraph.","http://arxiv.org/abs/2410.03227","2024-10-04 00:00:00"
"CD34","2023","Roe, John","Another Title","","https://doi.org/10.1/x","2023"
`
  const { records, leftOut, unread } = readCsv(text, venues)
  expect(leftOut).toEqual([])
  expect(records).toMatchObject([
    {
      title: 'One, or "Two"',
      line: 2,
      abstract: ['First line.', 'Second paragraph.'],
      item: { authors: ['Jane Doe', 'Jürgen Müller'], arxiv: '2410.03227', published: '2024-10' },
    },
    { title: 'Another Title', line: 5, abstract: [], item: { authors: ['John Roe'] } },
  ])
  expect([...unread]).toEqual([['Key', 2]])
})

test.each([
  ['tabs', 'title\tarxiv\nA B\t2410.03227\n'],
  ['semicolons', 'title;arxiv\nA B;2410.03227\n'],
])('a table parted by %s', (_name, text) => {
  expect(readCsv(text, venues).records).toMatchObject([{ title: 'A B', line: 2 }])
})

test('a row whose quotes do not close is named', () => {
  const { records, leftOut } = readCsv('title,doi\nA B,10.1/x\n"never closed,y\n', venues)
  expect(records.map(({ title }) => title)).toEqual(['A B'])
  expect(leftOut).toEqual([{ line: 3, what: 'a row', why: 'its quotes do not close' }])
})
