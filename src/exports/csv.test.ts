import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvFile } from './csv.ts'
import { hardReference, hardReferences, realReferences } from './test-data/exported-content.ts'

const cells = (text: string): string[][] => parse(text, { bom: true })

// A spreadsheet shifts every column behind one stray comma, and runs what looks like a formula.
describe('CSV', () => {
  it('has a line of names and one line for each entry', () => {
    expect(csvFile([hardReference('doi')])).toBe(
      [
        '\uFEFFid,key,title,authors,published,venue,paper,arxiv,doi,topics,kind,tags,code,data,model,project,claim,added',
        'doi,lovelace2024doi,A Plain Paper,Ada Lovelace,2024-10-04,Journal of Odd & Ends 2023,https://arxiv.org/abs/2410.03227,arXiv:2410.03227,10.1000/a_b(c)%3C1;2::3%3E,,,,,,,,,2025-03-13',
        '',
      ].join('\r\n'),
    )
  })

  it('keeps every cell in its column', () => {
    const [names = [], ...rows] = cells(csvFile([...hardReferences, ...realReferences]))
    expect(rows).toHaveLength(hardReferences.length + realReferences.length)
    for (const row of rows) expect(row).toHaveLength(names.length)
    const authors = rows.map((row) => row[names.indexOf('authors')])
    expect(authors.slice(hardReferences.length)).toEqual(
      realReferences.map(({ entry }) => entry.authors?.join('; ') ?? ''),
    )
  })

  it('gives a spreadsheet nothing to run', () => {
    const [, row = []] = cells(csvFile([hardReference('formula')]))
    expect(row[2]).toBe(`'=HYPERLINK("http://x.example";"click")`)
    expect(row[3]).toBe(`'@SUM Formula; -1+1`)
  })
})
