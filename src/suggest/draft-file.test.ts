import { expect, test } from 'vitest'
import { specimen, specimenContext } from '../rules/fixtures/specimen.ts'
import { emptyDraft, isEmpty } from './draft.ts'
import { fileOf } from './draft-file.ts'
import { type Judgement, judgeOf, type KnownPaper } from './judge.ts'

// A contributor would send a file that the check refuses, though the form had nothing against it.

const today = '2025-03-13'
const draft = {
  ...emptyDraft,
  title: 'Steady Preferences: Learning from Ties',
  authors: 'Ada Example\nBo Sample\nÇağla Örnek',
  published: '2024-10-04',
  paper: 'arXiv:2410.01234v3',
  venue: 'ACL 2025',
  doi: 'https://doi.org/10.18653/v1/2025.acl-long.12',
  topics: ['preference-optimization', 'safety'],
  kind: ['method'],
  names: 'TieRM²',
  alsoTitled: 'Learning from Ties',
  tags: 'reward-model,  preference-data',
  code: 'https://github.com/example/ties',
  claim: 'A reward model that keeps ties agrees with people more often than one that drops them.',
  evidence: 'ties between answers carry\na useful signal for reward models',
  abstract: String.raw`Human annotators often find two answers equally good, and such judgements are thrown away. We show that ties between answers carry a useful signal for reward models. Our model, TieRM$^2$, learns from them, and agrees with people on 71\% of three preference sets, against 64% for the strongest baseline. The [code](https://github.com/example/ties) is public.`,
}
const known = (papers: KnownPaper[] = []) => ({ ...specimenContext, papers })
const judged = (fields: Partial<typeof draft>, papers?: KnownPaper[]): Judgement => {
  const taken = new Set((papers ?? []).map(({ id }) => id))
  return judgeOf(known(papers))(fileOf({ ...draft, ...fields }, taken, today), '2026-03-13')
}

test('what was typed becomes an entry in canonical form', () => {
  expect(fileOf(draft, new Set(), today)).toEqual({
    id: 'steady-preferences-learning-from-ties',
    path: 'content/papers/steady-preferences-learning-from-ties.mdx',
    source: specimen.slice(0, specimen.indexOf('\n## Notes')),
  })
  expect(judged({}).findings).toEqual([])
})

test('an id that an entry has or had is not given again', () => {
  const { id } = fileOf({ ...draft, title: 'Gr\\"un: {A} Study' }, new Set(['grun-a-study']), today)
  expect(id).toBe('grun-a-study-2')
})

test('authors may stand on one line; tags are parted by commas, and taken by name', () => {
  const authors = 'Ada Example, Bo Sample, and Cy Other'
  const typed = { ...draft, authors, tags: 'Reward model, Preference data, no such tag' }
  const { source } = fileOf(typed, new Set(), today, specimenContext.vocabulary.tags)
  expect(source).toContain('authors: [Ada Example, Bo Sample, Cy Other]\n')
  expect(source).toContain('tags: [reward-model, preference-data, no such tag]\n')
})

test('a draft that only holds what was pasted is empty', () => {
  expect(isEmpty({ ...emptyDraft, paste: 'x' })).toBe(true)
  expect(isEmpty({ ...emptyDraft, claim: 'x' })).toBe(false)
})

test('a blank line parts two passages of evidence', () => {
  const evidence = 'ties between answers carry\na useful signal\n\nagrees with people on 71%'
  expect(judged({ evidence }).findings).toEqual([])
  expect(judged({ evidence }).file.source).toContain(
    'evidence: ["ties between answers carry a useful signal", "agrees with people on 71%"]\n',
  )
})

test('the rules answer in their own words, each about its fact', () => {
  const fields = {
    topics: ['saftey'],
    claim: '',
    authors: '',
    published: '2024-13',
    evidence: 'no such words',
  }
  const { findings } = judged({ ...fields, names: 'NoSuchName', code: 'javascript:alert(1)' })
  expect(findings.map(({ fact, rule }) => [fact, rule])).toEqual([
    ['authors', 'gaps'],
    ['claim', 'gaps'],
    ['published', 'facts'],
    ['topics', 'topics'],
    ['names', 'names'],
    ['links', 'safe-address'],
    ['evidence', 'evidence'],
    ['evidence', 'evidence'],
  ])
})

test('a paper that the list has is found by id, DOI, title and nearly its title', () => {
  const other: KnownPaper = { id: 'other', title: 'Something Else Entirely', added: '2025-01-01' }
  const twins = (paper: Partial<KnownPaper>) => {
    const { findings } = judged({}, [{ ...other, ...paper }])
    return findings.flatMap(({ twin }) => twin ?? [])
  }
  expect(twins({})).toEqual([])
  expect(twins({ paper: 'https://arxiv.org/abs/2410.01234' })).toEqual(['other'])
  expect(twins({ doi: '10.18653/V1/2025.acl-long.12' })).toEqual(['other'])
  expect(twins({ title: 'Steady preferences -- learning from ties' })).toEqual(['other'])
  expect(twins({ title: 'Other', alsoTitled: ['Learning from Ties'] })).toEqual(['other'])
  expect(twins({ title: 'Steady Preferences: Learnin from Tie' })).toEqual(['other'])
})

test('a text that no file may hold is refused and not written in form', () => {
  expect(judged({ abstract: 'word '.repeat(400_000) }).findings.map(({ rule }) => rule)).toEqual([
    'size',
  ])
})
