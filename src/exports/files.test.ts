import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatCitation } from './citation-style.ts'
import { exportFiles } from './files.ts'
import { referencesOf } from './reference.ts'
import { hardReference, testContext, topics, vocabulary } from './test-data/exported-content.ts'

const { entry: plain } = hardReference('plain-paper')
const { tags } = vocabulary
const steps = ['b', 'plain-paper', 'gone'].map((paper) => ({ paper, why: `Why ${paper}.` }))
const introduction =
  'Begin with <Paper id="b" />, then <Paper id="plain-paper">a *plain* one</Paper>.'
const paths = [{ id: 'begin', name: 'Begin', order: 1, for: 'For all.', steps, introduction }]
const filesOf = (papers: (typeof plain)[]) =>
  exportFiles({ references: referencesOf(papers, vocabulary), topics, paths, tags }, testContext)
const pathsOf = (papers: (typeof plain)[]) => filesOf(papers).map(({ path }) => path)

// Links on the pages to missing files would be dead.
it('export files have the papers of their list', () => {
  const safe = { ...plain, id: 'safe-paper', topics: ['safety'] }
  const text = (path: string) =>
    filesOf([plain, safe])
      .find((file) => file.path === path)
      ?.write() ?? ''
  expect(JSON.parse(text('topics/safety.json'))).toMatchObject({
    url: 'https://list.example/base/topics/safety/',
    count: 1,
    papers: [{ id: 'safe-paper' }],
  })
  expect(text('papers.bib').match(/^@/gm)).toHaveLength(2)
  expect(text('topics/safety/feed.xml')).toContain('tag:list.example,2025:/papers/safe-paper/')
})

it('a tag has feeds if it has five papers, and files if it has twenty', () => {
  const paper = (index: number) => ({ ...plain, id: `paper-${index}`, tags: ['rag'] })
  const tagged = (count: number) => pathsOf(Array.from({ length: count }, (_, at) => paper(at)))
  expect(tagged(4)).not.toContain('tags/rag/feed.xml')
  expect(tagged(5)).toEqual(expect.arrayContaining(['tags/rag/feed.xml', 'tags/rag/feed.json']))
  expect(tagged(19)).not.toContain('tags/rag.bib')
  expect(tagged(20)).toEqual(expect.arrayContaining(['tags/rag.bib', 'tags/rag.md']))
})

it('an entry also has files under its former ids', () => {
  const paths = pathsOf([{ ...plain, id: 'new-name', formerIds: ['plain-paper'] }])
  const wanted = ['papers/new-name.bib', 'papers/plain-paper.bib', 'papers/plain-paper.md']
  expect(paths).toEqual(expect.arrayContaining(wanted))
})

it('export files and citations can be written for any text', () => {
  const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
  const facts = fc.record({
    title: words,
    authors: fc.array(words, { minLength: 1, maxLength: 3 }),
    venue: words,
    claim: words,
    abstractText: words,
  })
  fc.assert(
    fc.property(facts, (some) => {
      const references = referencesOf([{ ...plain, ...some }], vocabulary)
      const list = { references, topics: [], paths: [], tags: {} }
      for (const { path, write } of exportFiles(list, testContext))
        path.endsWith('json') ? JSON.parse(write()) : write()
      const [reference] = references
      if (reference) expect(formatCitation(reference.item, 'apa')).not.toBe('')
    }),
    { numRuns: 60 },
  )
})

it('the Markdown of a reading path has its papers in order, with the reasons', () => {
  const text = filesOf([plain, { ...plain, id: 'b' }]).find(({ path }) => path === 'paths/begin.md')
  expect(text?.write()).toMatch(/1\. \[.*\]\(\S+\/b\.md\).* Why b\.[\s\S]*2\. .*Why plain-paper\./)
  expect(text?.write()).toContain(
    'then [a *plain* one](https://list.example/base/papers/plain-paper.md).',
  )
  expect(pathsOf([plain])).toContain('paths/begin/feed.xml')
})
