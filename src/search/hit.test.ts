import { expect, test } from 'vitest'
import { openList } from './open-list.ts'
import { parseState } from './state.ts'

// A result would lead elsewhere, name the wrong people, or not say why it is there.

const surroundings = {
  language: 'en',
  topics: new Map<string, string>(),
  concepts: { jailbreak: { also: ['getting past the guardrails'], note: 'Attacks.' } },
  vocabulary: {
    tags: {},
    venues: {},
    acronyms: { RLHF: ['reinforcement learning from human feedback'] },
  },
}
const added = '2025-03-13'
const engine = await openList(
  [
    {
      id: 'steady',
      facts: {
        title: 'Steady Preferences',
        authors: ['A, Jr.', 'B'],
        published: '2023',
        claim: 'Ties help.',
        alsoTitled: ['Learning from Ties'],
        added,
      },
      abstract: 'We study reinforcement learning from human feedback with ties.',
    },
    {
      id: 'bare',
      facts: { title: 'Bare', venue: 'ACL 2024', asks: ['how to fool a chatbot'], added },
      abstract: 'A jailbreak.',
    },
    { id: 'other', facts: { title: 'Other', added }, abstract: 'Nothing of the kind.' },
  ],
  surroundings,
)
const shown = async (query: string) => {
  const { load } = await engine.answer({ ...parseState(''), query })
  const mark = (pieces: readonly { text: string; marked: boolean }[]) =>
    pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')
  return (await load(0, 10)).map((hit) => ({
    ...hit,
    title: mark(hit.title),
    claim: mark(hit.claim),
    excerpt: mark(hit.excerpt),
    reasons: hit.reasons.map(({ label, pieces }) => `${label}: ${mark(pieces)}`),
  }))
}

test('a result shows its paper, and what an acronym stands for in it', async () => {
  expect(await shown('RLHF')).toEqual([
    {
      url: '/papers/steady/',
      title: 'Steady Preferences',
      authors: 'A, Jr., B',
      venue: '',
      preprint: 'Preprint, 2023',
      claim: 'Ties help.',
      excerpt: 'We study [reinforcement learning from human feedback] with ties.',
      reasons: ['rlhf: [reinforcement learning from human feedback]'],
    },
  ])
})

test('a word that only another title or a reader’s phrase has is shown there', async () => {
  expect((await shown('learning ties'))[0]?.reasons).toEqual([])
  expect((await shown('fool'))[0]).toMatchObject({
    venue: 'ACL 2024',
    authors: '',
    claim: '',
    reasons: ['Asked for as: how to [fool] a chatbot'],
  })
})

test('a concept finds its other words and says so', async () => {
  expect((await shown('getting past the guardrails'))[0]).toMatchObject({
    url: '/papers/bare/',
    excerpt: 'A [jailbreak].',
    reasons: ['getting past the guardrails: [jailbreak]'],
  })
})
