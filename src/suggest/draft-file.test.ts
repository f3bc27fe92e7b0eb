import { expect, test } from 'vitest'
import { specimen, specimenContext } from '../rules/fixtures/specimen.ts'
import { type CheckedDraft, draftChecker, type KnownPaper } from './check-draft.ts'
import { emptyDraft, isEmpty } from './draft.ts'
import { writeDraftFile } from './draft-file.ts'

// A contributor would send a file that the check refuses although the form accepted it.

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
const checked = (fields: Partial<typeof draft>, papers?: KnownPaper[]): CheckedDraft => {
  const taken = new Set((papers ?? []).map(({ id }) => id))
  return draftChecker(known(papers))(
    writeDraftFile({ ...draft, ...fields }, taken, today),
    '2026-03-13',
  )
}

test('a draft becomes an entry file in canonical form', () => {
  expect(writeDraftFile(draft, new Set(), today)).toEqual({
    id: 'steady-preferences-learning-from-ties',
    path: 'content/papers/steady-preferences-learning-from-ties.mdx',
    source: specimen.slice(0, specimen.indexOf('\n## Notes')),
  })
  expect(checked({}).findings).toEqual([])
})

test('an id that an entry has or had is not used again', () => {
  const { id } = writeDraftFile(
    { ...draft, title: 'Gr\\"un: {A} Study' },
    new Set(['grun-a-study']),
    today,
  )
  expect(id).toBe('grun-a-study-2')
})

test('authors may be on one line; tags are separated by commas and recognised by name', () => {
  const authors = 'Ada Example, Bo Sample, and Cy Other'
  const typed = { ...draft, authors, tags: 'Reward model, Preference data, no such tag' }
  const { source } = writeDraftFile(typed, new Set(), today, specimenContext.vocabulary.tags)
  expect(source).toContain('authors: [Ada Example, Bo Sample, Cy Other]\n')
  expect(source).toContain('tags: [reward-model, preference-data, no such tag]\n')
})

test('a draft with nothing but pasted text is empty', () => {
  expect(isEmpty({ ...emptyDraft, paste: 'x' })).toBe(true)
  expect(isEmpty({ ...emptyDraft, claim: 'x' })).toBe(false)
})

test('a blank line separates two passages of evidence', () => {
  const evidence = 'ties between answers carry\na useful signal\n\nagrees with people on 71%'
  expect(checked({ evidence }).findings).toEqual([])
  expect(checked({ evidence }).file.source).toContain(
    'evidence: ["ties between answers carry a useful signal", "agrees with people on 71%"]\n',
  )
})

test('each finding belongs to a field', () => {
  const fields = {
    topics: ['saftey'],
    claim: '',
    authors: '',
    published: '2024-13',
    evidence: 'no such words',
  }
  const { findings } = checked({ ...fields, names: 'NoSuchName', code: 'javascript:alert(1)' })
  expect(findings.map(({ field, rule }) => [field, rule])).toEqual([
    ['authors', 'gaps'],
    ['claim', 'gaps'],
    ['published', 'facts'],
    ['topics', 'topics'],
    ['names', 'names'],
    ['code', 'safe-address'],
    ['evidence', 'evidence'],
    ['evidence', 'evidence'],
  ])
})

test('a paper of the list is recognised by id, DOI, title and similar title', () => {
  const other: KnownPaper = { id: 'other', title: 'Something Else Entirely', added: '2025-01-01' }
  const duplicates = (paper: Partial<KnownPaper>) => {
    const { findings } = checked({}, [{ ...other, ...paper }])
    return findings.flatMap(({ duplicate }) => duplicate?.id ?? [])
  }
  expect(duplicates({})).toEqual([])
  expect(duplicates({ paper: 'https://arxiv.org/abs/2410.01234' })).toEqual(['other'])
  expect(duplicates({ doi: '10.18653/V1/2025.acl-long.12' })).toEqual(['other'])
  expect(duplicates({ title: 'Steady preferences -- learning from ties' })).toEqual(['other'])
  expect(duplicates({ title: 'Other', alsoTitled: ['Learning from Ties'] })).toEqual(['other'])
  expect(duplicates({ title: 'Steady Preferences: Learnin from Tie' })).toEqual(['other'])
})

test('a draft that is too large is refused and not formatted', () => {
  expect(checked({ abstract: 'word '.repeat(400_000) }).findings.map(({ rule }) => rule)).toEqual([
    'size',
  ])
})
