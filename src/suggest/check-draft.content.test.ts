import { expect, test } from 'vitest'
import { entryPaths, loadEntryFile, loadTopics, loadVocabulary } from '../content/read.ts'
import { entryFacts } from '../model/entry.ts'
import { draftChecker } from './check-draft.ts'

// A contributor would spend an hour on a paper that is already on the list.

const files = entryPaths('content/papers').map(loadEntryFile)
const papers = files.map(({ id, frontMatter }) => ({
  id,
  ...entryFacts.parse(frontMatter.values),
}))
const checkDraft = draftChecker({ papers, topics: loadTopics(), vocabulary: loadVocabulary() })

test('every paper of the list is recognised by its title alone when it is suggested again', () => {
  const unknown = files.filter(({ id, source, frontMatter }) => {
    const path = 'content/papers/suggested.mdx'
    const { title, added } = entryFacts.parse(frontMatter.values)
    const again = source
      .replace(/^paper: .*\n/m, '')
      .replace(/^doi: .*\n/m, '')
      .replace(`added: ${added}`, 'added: 2026-03-13')
    const { findings, file } = checkDraft({ id: 'suggested', path, source: again }, '2026-03-13')
    expect(file.frontMatter.values['title']).toBe(title)
    return !findings.some(({ duplicate }) => duplicate?.id === id)
  })
  expect(unknown.map(({ id }) => id)).toEqual([])
})

test('an entry of the list has no findings when it is checked alone', () => {
  const alone = draftChecker({ papers: [], topics: loadTopics(), vocabulary: loadVocabulary() })
  const rules = files.flatMap(({ id, path, source }) =>
    // The known gaps of an entry are listed in a file that is not read here.
    alone({ id, path, source }, '2099-01-01').findings.flatMap(({ rule }) =>
      rule === 'gaps' ? [] : [`${id} ${rule}`],
    ),
  )
  expect(rules).toEqual([])
})
