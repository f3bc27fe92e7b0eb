import { expect, test } from 'vitest'
import { loadVocabulary } from '../content/read.ts'
import { readJson, readJsonLines } from './json.ts'

// A curator would lose papers of a JSON file, or get wrong names and dates, without being told.

const { venues } = loadVocabulary()

const csl = {
  type: 'paper-conference',
  id: 'x',
  title: 'ALR<sup>2</sup>: A <i>Title</i> of <span class="nocase">GPT-4</span> &amp; Co',
  author: [
    { given: 'Laurens', 'non-dropping-particle': 'van der', family: 'Maaten' },
    { literal: 'OpenAI' },
    { name: 'The BigScience Workshop' },
  ],
  issued: { 'date-parts': [[2024, 8]] },
  'container-title':
    'Proceedings of the 62nd Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)',
  DOI: '10.18653/v1/2024.acl-long.1',
  abstract: '<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two, if x <y.</jats:p>',
  page: '1-9',
}

test('CSL-JSON', () => {
  const { records, leftOut, unread } = readJson(JSON.stringify([csl]), venues)
  expect(leftOut).toEqual([])
  expect(records).toEqual([
    {
      title: 'ALR^{2}: A Title of GPT-4 & Co',
      line: 1,
      abstract: ['One.', 'Two, if x <y.'],
      item: {
        title: 'ALR^{2}: A Title of GPT-4 & Co',
        doi: '10.18653/v1/2024.acl-long.1',
        published: '2024-08',
        authors: ['Laurens van der Maaten', 'OpenAI', 'The BigScience Workshop'],
        venue: { name: 'ACL 2024' },
      },
    },
  ])
  expect([...unread.keys()]).toEqual(['type', 'page'])
})

test.each([
  ['a list under a name', (item: object) => ({ count: 1, papers: [item] })],
  ['one object', (item: object) => item],
])('%s', (_name, wrap) => {
  const text = JSON.stringify(wrap({ title: 'A Title', arxiv_id: '2410.03227v2' }), undefined, 2)
  expect(readJson(text, venues).records.map(({ item }) => item.arxiv)).toEqual(['2410.03227'])
})

test('names that other tools give their fields', () => {
  const item = {
    displayName: 'A Title',
    creators: 'Doe, Jane; Müller, Jürgen',
    publication_date: '2024-10-04T00:00:00Z',
    pdfUrl: 'https://arxiv.org/pdf/2410.03227',
    summary: 'The abstract.',
    github: 'https://github.com/a/b',
    venue: 'Published at EMNLP 2024',
  }
  expect(readJson(JSON.stringify([item]), venues).records).toMatchObject([
    {
      title: 'A Title',
      abstract: ['The abstract.'],
      item: {
        authors: ['Jane Doe', 'Jürgen Müller'],
        published: '2024-10-04',
        arxiv: '2410.03227',
        code: 'https://github.com/a/b',
        venue: { name: 'EMNLP 2024' },
      },
    },
  ])
})

test.each([
  [
    ['Jane Doe', 'John Roe'],
    ['Jane Doe', 'John Roe'],
  ],
  ['Jane Doe, John Roe and Ann Poe', ['Jane Doe', 'John Roe', 'Ann Poe']],
  ['Doe, Jane and Roe, John', ['Jane Doe', 'John Roe']],
  [[{ name: 'Jane Doe' }], ['Jane Doe']],
  ['Jane Doe et al.', undefined],
])('authors %j', (authors, names) => {
  const [record] = readJson(JSON.stringify([{ title: 'A Title', authors }]), venues).records
  expect(record?.item.authors).toEqual(names)
})

test('broken items are named by their lines, and the others come through', () => {
  const text = `[
  {"title": "First, with ] and \\" in it"},
  {"title": "Broken" "x"},
  7,
  {"no": "title"},
  {
    "title": "Last"
  }, {"title": "Cut`
  const { records, leftOut } = readJson(text, venues)
  expect(records.map(({ title, line }) => [title, line])).toEqual([
    ['First, with ] and " in it', 2],
    ['Last', 6],
  ])
  expect(leftOut).toEqual([
    { line: 3, what: '`{"title": "Broken" "x"}`', why: 'it is no whole JSON' },
    { line: 4, what: '`7`', why: 'it is no object with fields' },
    { line: 5, what: 'one item', why: 'it has no title' },
    { line: 8, what: '`{"title": "Cut`', why: 'it is no whole JSON' },
  ])
})

test('JSON Lines', () => {
  const { records, leftOut } = readJsonLines('{"title":"A B"}\n\nnull\n{"title":"C D"}\n', venues)
  expect(records.map(({ title, line }) => [title, line])).toEqual([
    ['A B', 1],
    ['C D', 4],
  ])
  expect(leftOut).toEqual([{ line: 3, what: '`null`', why: 'it is no object with fields' }])
})
