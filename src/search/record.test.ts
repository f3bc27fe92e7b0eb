import { expect, test } from 'vitest'
import type { PlainEntry } from '../text/plain-entry.ts'
import { fieldTexts } from './record.ts'

// A paper could not be found by something that its entry says.

const surroundings = {
  language: 'en',
  topics: new Map([['safety', 'Safety and misuse']]),
  concepts: {},
  vocabulary: {
    acronyms: {},
    tags: { rlhf: { name: 'RLHF', meaning: 'Learning from people.', aliases: ['human feedback'] } },
    venues: {
      ICLR: { name: 'Conference on Learning Representations', kind: 'conference' as const },
    },
  },
}
const entry: PlainEntry = {
  id: 'steady',
  facts: {
    title: 'D$^2$O: Steady Preferences',
    authors: ['Ana García', 'Rémi Munos'],
    published: '2024-10-04',
    paper: 'https://arxiv.org/abs/2410.03227',
    doi: '10.1000/x',
    venue: 'ICLR 2025 Workshop on Trust',
    topics: ['safety'],
    kind: ['method', 'dataset'],
    names: ['ALR²'],
    alsoTitled: ['Preferences, Steadily'],
    tags: ['rlhf'],
    asks: ['when two answers tie'],
    links: {
      code: 'https://github.com/owner/steady-code/tree/main',
      project: 'https://x.example/',
    },
    claim: 'Steady wins.',
    added: '2025-03-13',
  },
  abstract: 'The abstract.',
  notes: 'The notes.',
}

test('every fact is in a field, the text holds abstract and notes', () => {
  expect(fieldTexts(entry, surroundings)).toEqual({
    title: 'D2O: Steady Preferences',
    names: 'ALR²; ALR2',
    also: 'Preferences, Steadily',
    authors: 'Ana García; Rémi Munos',
    claim: 'Steady wins.',
    asks: 'when two answers tie',
    kind: 'method; dataset',
    topics: 'Safety and misuse',
    tags: 'RLHF',
    venue: 'ICLR 2025 Workshop on Trust',
    year: '2024',
    ids: '2410.03227; 10.1000/x; owner/steady-code',
    text: 'The abstract.\n\nThe notes.',
  })
})

test('what an entry lacks has no field', () => {
  const bare = { id: 'bare', facts: { title: 'Bare', added: '2025-03-13' }, abstract: 'Words.' }
  expect(fieldTexts(bare, surroundings)).toEqual({ title: 'Bare', text: 'Words.' })
})

test('a series is found by its full name', () => {
  const facts = { ...entry.facts, venue: 'ICLR 2025' }
  expect(fieldTexts({ ...entry, facts }, surroundings).series).toBe(
    'Conference on Learning Representations',
  )
})
