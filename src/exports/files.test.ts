import { describe, expect, it } from 'vitest'
import { exportFiles } from './files.ts'
import { referencesOf } from './reference.ts'
import { hardReference, testSource, topics, vocabulary } from './test-data/exported-content.ts'

const { entry: plain } = hardReference('plain-paper')
const tags = Object.entries(vocabulary.tags).map(([id, tag]) => ({ ...tag, id }))
const filesOf = (papers: (typeof plain)[]) =>
  exportFiles({ references: referencesOf(papers, vocabulary), topics, tags }, testSource)
const pathsOf = (papers: (typeof plain)[]) => filesOf(papers).map(({ path }) => path)

// A link to a file that is not there is a dead end for people and programs alike.
describe('the files beside the pages', () => {
  it('hold what their list holds', () => {
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

  it('give a tag a feed from its fifth paper on', () => {
    const tagged = (count: number) =>
      pathsOf(
        Array.from({ length: count }, (_, index) => ({
          ...plain,
          id: `paper-${index}`,
          tags: ['rag'],
        })),
      )
    expect(tagged(4)).not.toContain('tags/rag/feed.xml')
    expect(tagged(5)).toEqual(expect.arrayContaining(['tags/rag/feed.xml', 'tags/rag/feed.json']))
  })

  it('stay under the ids that an entry had before', () => {
    const paths = pathsOf([{ ...plain, id: 'new-name', formerIds: ['plain-paper'] }])
    expect(paths).toEqual(
      expect.arrayContaining([
        'papers/new-name.bib',
        'papers/plain-paper.bib',
        'papers/plain-paper.md',
      ]),
    )
  })
})
