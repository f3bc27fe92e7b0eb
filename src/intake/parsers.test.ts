import { expect, test } from 'vitest'
import { authorName } from '../model/person.ts'
import { readText, skippedTexts } from './fixtures/read-text.ts'
import type { PaperFormat } from './formats.ts'
import type { Paper, Skipped } from './paper.ts'
import { unsupportedFormat } from './unsupported.ts'

// Papers of a file would be lost without a report, or have wrong names and dates.

/** The unused fields, with their lines and values. */
const unusedIn = (skipped: readonly Skipped[]) =>
  skipped.flatMap(({ line, what, value }) => (value ? `${line} ${what} ${value}` : []))

/** A paper on one line: its line number, title and other facts. */
const short = (paper: Paper) => {
  const { title, line, abstract, authors = [], published, arxiv, doi, venue, code } = paper
  const names = authors.map(authorName).join('; ')
  const facts = [title, abstract.join(' ¶ '), names, published, arxiv, doi, venue, code]
  return [line, ...facts].filter(Boolean).join(' | ')
}

const csl = `[{"title": "ALR<sup>2</sup>: A <i>Title</i> of <span class='nocase'>GPT-4</span> &amp; Co",
  "author": [{"given": "Laurens", "non-dropping-particle": "van der", "family": "Maaten"}, {"literal": "OpenAI"}],
  "issued": {"date-parts": [[2024, 8]]}, "DOI": "10.18653/v1/2024.acl-long.1",
  "container-title": "Proceedings of the 62nd Annual Meeting of the Association for Computational Linguistics",
  "abstract": "<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two, if x <y.</jats:p>"}]`
const huggingFace = `[{"paper": {"id": "2410.03227", "authors": [{"_id": "f00", "name": "Jane Doe", "hidden": false}],
  "title": "A Title", "summary": "The abstract.", "publishedAt": "2024-10-04T00:00:00.000Z", "githubRepo": "https://github.com/a/b"},
  "title": "A Title", "publishedAt": "2024-10-05T02:00:00.000Z", "submittedBy": {"fullname": "John Roe"}}]`
const semanticScholar = `{"total": 1, "data": [{"externalIds": {"ArXiv": "2410.03227", "DOI": "10.1234/x", "CorpusId": 7},
  "title": "A Title", "authors": [{"authorId": "1", "name": "Jane Doe"}], "publicationDate": "2024-10-04"}]}`
const ris =
  'TY  - CONF\nTI  - A Title\nAU  - Doe, Jane\nAU  - 张, 三\nAB  - The abstract\nthat goes on.\nPY  - 2024\nDA  - 2024/08/12/\nDO  - 10.1234/x\nER  - '
const zotero = `"Key","Publication Year","Author","Title","Abstract Note","Url","Date"
"AB12","2024","Doe, Jane; Müller, Jürgen","One, or ""Two""","First line.

Second paragraph.","http://arxiv.org/abs/2410.03227","2024-10-04 00:00:00"
"CD34","2023","Roe, John","Another Title","","https://doi.org/10.1234/x","2023"
`

test.each<[PaperFormat, string, ...papers: string[]]>([
  [
    'JSON',
    csl,
    '1 | ALR²: A Title of GPT-4 & Co | One. ¶ Two, if x <y. | Laurens van der Maaten; OpenAI | 2024-08 | 10.18653/v1/2024.acl-long.1 | ACL 2024',
  ],
  [
    'JSON',
    huggingFace,
    '1 | A Title | The abstract. | Jane Doe | 2024-10-04 | 2410.03227 | https://github.com/a/b',
  ],
  ['JSON', semanticScholar, '1 | A Title | Jane Doe | 2024-10-04 | 2410.03227 | 10.1234/x'],
  ['JSON Lines', '{"title":"A B"}\n\n{"title":"C D"}\n', '1 | A B', '3 | C D'],
  [
    'RIS',
    ris,
    '1 | A Title | The abstract that goes on. | Jane Doe; 张 三 | 2024-08-12 | 10.1234/x',
  ],
  [
    'a table',
    zotero,
    '2 | One, or "Two" | First line. ¶ Second paragraph. | Jane Doe; Jürgen Müller | 2024-10-04 | 2410.03227',
    '5 | Another Title | John Roe | 2023 | 10.1234/x',
  ],
  ['a table', 'title\tarxiv\nA, B\t2410.03227\n', '2 | A, B | 2024-10 | 2410.03227'],
  ['a table', 'sep=;\ntitle;doi\nA;10.1234/x\n', '3 | A | 10.1234/x'],
])('%s: %s', (form, text, ...expected) => {
  const { papers, skipped } = readText(form, text)
  expect(skippedTexts(skipped)).toEqual([])
  expect(papers.map(short)).toEqual(expected)
})

test('editors are not authors', () => {
  const { papers, skipped } = readText(
    'JSON',
    '[{"title":"A","creators":[{"creatorType":"author","firstName":"Jane","lastName":"Doe"},{"creatorType":"editor","firstName":"Ed","lastName":"Itor"}]}]',
  )
  expect(papers[0]?.authors).toEqual(['Jane Doe'])
  expect(unusedIn(skipped)).toEqual(['1 creators.editor `editor Ed Itor`'])
})

test('if the day and month of a date cannot be told apart, only its year is used, and this is reported', () => {
  const { papers, skipped } = readText('a table', 'title,date\nA B,05/06/2021\nC D,15/06/2021\n')
  expect(papers.map(({ published }) => published)).toEqual(['2021', '2021-06-15'])
  expect(unusedIn(skipped)).toEqual(['2 date `05/06/2021`'])
})

test('broken items are reported with their lines, and the others are read', () => {
  const text = `[
  {"title": "First, with ] and \\" in it"},
  {"title": "Broken" "x"},
  7,
  {"no": "title"},
  {
    "title": "Last"
  }, {"title": "Cut`
  const { papers, skipped } = readText('JSON', text)
  expect(papers.map(short)).toEqual(['2 | First, with ] and " in it', '6 | Last'])
  expect(skippedTexts(skipped)).toEqual([
    '3 `{"title": "Broken" "x"}`: it is not valid JSON',
    '4 `7`: it is not an object',
    '5 a record: it has no title; it has no `title`',
    '8 `{"title": "Cut`: it is not valid JSON',
  ])
})

test('a row with unmatched quotation marks is reported and does not affect others, and a cell without a column gets a name', () => {
  const { papers, skipped } = readText(
    'a table',
    'title,doi\nA B,10.1234/x,more\n"open,y\nC D,10.1234/y\n"open too,z\n"G ""H""\nI",\n',
  )
  expect(papers.map(short)).toEqual(['2 | A B | 10.1234/x', '4 | C D | 10.1234/y', '6 | G "H" I'])
  expect(skippedTexts(skipped)).toEqual([
    '3 `"open,y`: its quotation marks do not match',
    '5 `"open too,z`: its quotation marks do not match',
  ])
  expect(unusedIn(skipped)).toEqual(['2 column 3 `more`'])
})

test('`__proto__`, an author who is null and text outside the list are reported', () => {
  const { papers, skipped } = readText(
    'JSON',
    `{"said": "q", "papers": [
      {"title": "A<sub>2</sub>B", "__proto__": "x", "authors": ["Ada Example", null]},
      {"title": "E F", "authors": null}], "next": "r"}`,
  )
  expect(papers.map(short)).toEqual(['2 | A₂B', '3 | E F'])
  expect(skippedTexts(skipped)).toEqual([expect.stringMatching(/^2 authors of `A₂B`/)])
  expect(unusedIn(skipped)).toEqual([
    '1 text `{"said": "q",`',
    '2 __proto__ `x`',
    '3 authors `null`',
    '3 text `"next": "r"}`',
  ])
})

test.each([
  ['{"status":"ok","message-type":"work-list","message":{"items":[]}}', 'Crossref'],
  ['{"notes":[{"content":{"title":{"value":"T"}}}]}', 'OpenReview'],
  ['\nPMID- 123\nTI  - T', 'nbib'],
  ['<xml><records><record><source-app name="EndNote">', 'EndNote'],
  ['cff-version: 1.2.0\ntitle: T', 'CITATION.cff'],
])('%s is recognised, with advice on how to convert it', (text, name) => {
  expect(unsupportedFormat(text)).toContain(name)
  expect(unsupportedFormat(text)).toMatch(/which is not supported: \w+/)
  expect(readText('JSON', text).papers).toEqual([])
})
