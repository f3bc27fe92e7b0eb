import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { filesBelow } from '../../scripts/build/built-site.ts'

const root = inject('siteFolder')
const files = filesBelow(root)
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const data = (path: string) => JSON.parse(read(path))

// Links on the pages to missing files would be dead.
it('the built site has all files of papers, of topics, of tags that link to them, and of the whole list', () => {
  const pages = files
    .filter((path) => /^(?:papers|topics|tags)\/(?:[^/]+\/)?index\.html$/.test(path))
    .filter((path) => !/^tags\/[^/]+\//.test(path) || read(path).includes('title="BibTeX"'))
    .map((path) => path.replace('/index.html', ''))
  expect(pages.length).toBeGreaterThan(100)
  const missing = pages.flatMap((page) =>
    (/^(?:topics|tags)$/.test(page) ? ['md'] : ['bib', 'ris', 'csl.json', 'json', 'md'])
      .map((ending) => `${page}.${ending}`)
      .filter((path) => !files.includes(path)),
  )
  expect(missing).toEqual([])
})

it('the files of a paper and those of the list have the same data', () => {
  const list = data('papers.json').papers as { id: string; key: string }[]
  const [wholeBib, wholeRis] = [read('papers.bib'), read('papers.ris')]
  expect(list).toHaveLength(wholeBib.match(/^@/gm)?.length ?? 0)
  for (const paper of list) {
    const { $schema, ...own } = data(`papers/${paper.id}.json`)
    expect(own).toEqual(paper)
    expect(wholeBib).toContain(read(`papers/${paper.id}.bib`))
    expect(wholeRis).toContain(read(`papers/${paper.id}.ris`))
  }
})
