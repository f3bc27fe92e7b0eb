import { expect, test } from 'vitest'
import { entryPaths, loadEntryFile, loadTopics, loadVocabulary } from '../content/read.ts'
import { entryFacts } from '../model/entry.ts'
import { judgeOf } from './judge.ts'

// A contributor would spend an hour on a paper that the list has already.

const files = entryPaths('content/papers').map(loadEntryFile)
const papers = files.map(({ id, frontMatter }) => ({
  id,
  ...entryFacts.parse(frontMatter.values),
}))
const judge = judgeOf({ papers, topics: loadTopics(), vocabulary: loadVocabulary() })

test('every paper of the list is known when it is suggested again, by its title alone', () => {
  const unknown = files.filter(({ id, source, frontMatter }) => {
    const path = 'content/papers/suggested.mdx'
    const { title, added } = entryFacts.parse(frontMatter.values)
    const again = source
      .replace(/^paper: .*\n/m, '')
      .replace(/^doi: .*\n/m, '')
      .replace(`added: ${added}`, 'added: 2026-03-13')
    const { findings, file } = judge({ id: 'suggested', path, source: again }, '2026-03-13')
    expect(file.frontMatter.values['title']).toBe(title)
    return !findings.some(({ twin }) => twin?.id === id)
  })
  expect(unknown.map(({ id }) => id)).toEqual([])
})

test('an entry of the list has no findings when it stands alone', () => {
  const alone = judgeOf({ papers: [], topics: loadTopics(), vocabulary: loadVocabulary() })
  const rules = files.flatMap(({ id, path, source }) =>
    // What an entry is known to lack is named in the list's gaps, which it does not have here.
    alone({ id, path, source }, '2099-01-01').findings.flatMap(({ rule }) =>
      rule === 'gaps' ? [] : [`${id} ${rule}`],
    ),
  )
  expect(rules).toEqual([])
})
