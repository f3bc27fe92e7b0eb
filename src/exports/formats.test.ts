import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { familyFirst } from '../model/person.ts'
import { bibtexFile, bibtexOf } from './bibtex.ts'
import { cslFile } from './csl.ts'
import { csvFile } from './csv.ts'
import { referencesOf } from './reference.ts'
import { risFile, risOf } from './ris.ts'
import {
  hardReference,
  hardReferences,
  realReferences,
  vocabulary,
} from './test-data/exported-content.ts'
import { expectedOf, readRis, readWithBibtexParser } from './test-data/readers.ts'

// One record that a program cannot read would lose all records after it in somebody's library.

const all = [...hardReferences, ...realReferences]
const plain = hardReference('plain-paper')

it('BibTeX of a preprint', () => {
  expect(bibtexOf(plain)).toBe(`@misc{lovelace2024plain,
  title = {A Plain Paper},
  author = {Lovelace, Ada},
  year = {2024},
  month = oct,
  eprint = {2410.03227},
  archivePrefix = {arXiv},
  eprinttype = {arXiv},
  publisher = {arXiv},
  number = {arXiv:2410.03227},
  doi = {10.48550/arXiv.2410.03227},
  url = {https://arxiv.org/abs/2410.03227},
}
`)
})

it.each([
  // The year is that of the venue.
  ['journal', '@article{lovelace2024journal,'],
  ['journal', '  journal = {Nature},\n  year = {2023},\n  eprint'],
  ['workshop', '  booktitle = {{Ontology Matching Workshop at ISWC 2023}},\n'],
  // Braces keep names together that BibTeX would split.
  [
    'particles',
    'author = {{de Vries}, Harm and Van Durme, Benjamin and {Aguera y Arcas}, Blaise and King, Jr., Martin Luther and {d’Eon}, Jakob and {hooks}, bell},',
  ],
  ['mathematics', String.raw`{{$\chi$}{PO} in {$\mathcal{O}(n^2)$} Time for {ALR}{$^2$}},`],
])('BibTeX of %s has %s', (id, text) => expect(bibtexOf(hardReference(id))).toContain(text))

it('BibTeX has no TeX that would execute commands', () => {
  expect(bibtexOf(hardReference('hostile-mathematics'))).not.toMatch(/[^\\]%|\\input|\\catcode/)
})

it('the parser of Better BibTeX reads every fact correctly', () => {
  const readable = all.filter(({ entry }) => entry.id !== 'mathematics')
  expect(readWithBibtexParser(bibtexFile(readable))).toEqual(readable.map(expectedOf))
})

it('RIS of a preprint', () => {
  expect(risOf(plain).split('\r\n')).toEqual([
    'TY  - RPRT',
    'ID  - lovelace2024plain',
    'TI  - A Plain Paper',
    'AU  - Lovelace, Ada',
    'PY  - 2024',
    'DA  - 2024/10/04/',
    'PB  - arXiv',
    'SN  - arXiv:2410.03227',
    'DO  - 10.48550/arXiv.2410.03227',
    'UR  - https://arxiv.org/abs/2410.03227',
    'AB  - We show a plain thing.',
    'ER  - ',
    '',
  ])
})

it.each([
  // A date has only the parts that are known.
  ['only-a-year', 'DA  - 2024///\r\n'],
  ['only-a-month', 'DA  - 2024/10//\r\n'],
  ['unknown-venue', 'TY  - GEN\r\n'],
])('RIS of %s has %j', (id, line) => expect(risOf(hardReference(id))).toContain(line))

it('every line of RIS has a tag and a value, whatever an abstract contains', () => {
  const lines = risFile(hardReferences).split('\r\n')
  for (const line of lines) expect(line).toMatch(/^(?:[A-Z][A-Z0-9] {2}- [^\r\n]*)?$/)
  for (const tag of ['TY', 'ER'])
    expect(lines.filter((line) => line.startsWith(tag))).toHaveLength(hardReferences.length)
})

it('Citation.js reads every fact of RIS correctly, including abstracts and tags', () => {
  const expected = all.map((reference) => ({
    ...expectedOf(reference),
    eprint: undefined,
    authors: (reference.item.author ?? []).map((name) =>
      'literal' in name ? name.literal.replace(',', '') : familyFirst(name),
    ),
  }))
  const read = readRis(risFile(all))
  expect(read.map(({ abstract, keyword, ...facts }) => facts)).toEqual(expected)
  expect(read.slice(hardReferences.length)).toMatchObject(
    realReferences.map(({ item, tagNames }) => ({
      abstract: item.abstract?.replace(/\s+/g, ' '),
      keyword: tagNames.join(','),
    })),
  )
})

it('CSL-JSON of a preprint', () => {
  expect(JSON.parse(cslFile([plain]))).toEqual([
    {
      id: 'lovelace2024plain',
      type: 'article',
      'citation-key': 'lovelace2024plain',
      title: 'A plain paper',
      author: [{ family: 'Lovelace', given: 'Ada' }],
      issued: { 'date-parts': [[2024, 10, 4]] },
      publisher: 'arXiv',
      number: 'arXiv:2410.03227',
      DOI: '10.48550/arXiv.2410.03227',
      URL: 'https://arxiv.org/abs/2410.03227',
      abstract: 'We show a plain thing.',
    },
  ])
  // A published paper has both the year of the venue and the day of its first version.
  expect(JSON.parse(cslFile([hardReference('journal')]))).toMatchObject([
    { issued: { 'date-parts': [[2023]] }, 'available-date': { 'date-parts': [[2024, 10, 4]] } },
  ])
})

it('citations use the title and the authors of the venue if they differ', () => {
  const published = {
    ...hardReference('journal').entry,
    publishedTitle: 'A Title of the Venue',
    publishedAuthors: ['Bo Sample', { family: 'Gheshlaghi Azar', given: 'Mohammad' }],
  }
  const [reference] = referencesOf([published], vocabulary)
  expect(reference?.item).toMatchObject({
    id: 'lovelace2024journal',
    title: 'A title of the venue',
    author: [
      { family: 'Sample', given: 'Bo' },
      { family: 'Gheshlaghi Azar', given: 'Mohammad' },
    ],
  })
  expect(reference && bibtexOf(reference)).toContain('title = {A Title of the Venue},')
  expect(reference?.authors).toEqual(['Bo Sample', 'Mohammad Gheshlaghi Azar'])
})

const cells = (text: string): string[][] => parse(text, { bom: true })

it('CSV has a header and one line for each entry', () => {
  expect(csvFile([hardReference('doi')]).split('\r\n')).toEqual([
    '\uFEFFid,key,title,authors,published,venue,paper,arxiv,doi,topics,kind,tags,code,data,model,project,claim,added',
    'doi,lovelace2024doi,A Plain Paper,Ada Lovelace,2024-10-04,Journal of Odd & Ends 2023,https://arxiv.org/abs/2410.03227,arXiv:2410.03227,10.1000/a_b(c)%3C1;2::3%3E,,,,,,,,,2025-03-13',
    '',
  ])
})

// A stray comma would shift the columns after it, and a spreadsheet would run what looks like a formula.
it('CSV keeps every cell in its column and has no formulas', () => {
  const [names = [], ...rows] = cells(csvFile(all))
  expect(rows).toHaveLength(all.length)
  for (const row of rows) expect(row).toHaveLength(names.length)
  expect(rows.slice(hardReferences.length).map((row) => row[3])).toEqual(
    realReferences.map(({ entry }) => entry.authors?.join('; ') ?? ''),
  )
  const formula = rows.find(([id]) => id === 'formula')
  expect(formula?.slice(2, 4)).toEqual([
    `'=HYPERLINK("http://x.example";"click")`,
    `'@SUM Formula; -1+1`,
  ])
})

it('names of object properties are ordinary venues and tags', () => {
  const { publication, tagNames } = hardReference('constructor')
  expect(publication).toEqual({ kind: 'other', title: 'constructor 2024', year: 2024 })
  expect(tagNames).toEqual(['constructor'])
})
