import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openSearch } from '../../scripts/eval/open-in-node.ts'
import type { SearchedEntry } from './fields.ts'
import { writeIndex } from './index-files.ts'
import { parseState } from './url-state.ts'

// A result would link to another paper, name the wrong people, or not say why it was found.

const added = '2025-03-13'
const entry = (id: string, facts: Partial<SearchedEntry>, abstract: string) => ({
  title: id,
  added,
  ...facts,
  id,
  abstractText: abstract,
})
const corpus = {
  entries: [
    entry(
      'steady',
      {
        title: 'Steady Preferences',
        authors: ['Hans Ørsted', 'Łukasz Kaiser'],
        published: '2023',
        claim: 'Ties help.',
        alsoTitled: ['Learning from Ties'],
        paper: 'https://arxiv.org/abs/2312.07000',
      },
      'We study reinforcement learning from human feedback with ties, and a reward in the model.',
    ),
    entry(
      'bare',
      { title: 'Bare', venue: 'ACL 2024', asks: ['how to fool a chatbot'], topics: ['safety'] },
      'A jailbreak of a reward model.',
    ),
    entry('it', { title: 'It Is What It Is', published: '2024' }, 'Nothing of the kind.'),
    entry('beta', { title: 'β-DPO: 数据集 for Everyone', names: ['β-DPO'] }, 'A dataset.'),
    entry('grounded', { title: 'Grounded' }, 'We compare with the ground truth.'),
    entry('honest', { title: 'Candid' }, 'About truthfulness.'),
  ],
  language: 'en',
  topics: new Map([['safety', 'Safety']]),
  concepts: {
    jailbreak: { also: ['getting past the guardrails'], note: 'Attacks.' },
    honesty: { also: ['truthfulness'], note: 'Candour.' },
  },
  vocabulary: {
    kinds: {},
    tags: {},
    venues: {},
    acronyms: { RLHF: ['reinforcement learning from human feedback'] },
  },
  paths: [{ id: 'first-steps', name: 'First steps', stems: ['start', 'begin'] }],
  absent: [[{ name: 'SimPO', is: 'a method like RLHF', like: ['RLHF'] }, 'simpo'] as const],
}
const folders = mkdtempSync(join(tmpdir(), 'search-'))
afterAll(() => rmSync(folders, { recursive: true, force: true }))
const write = async (name: string) => {
  await writeIndex(corpus, join(folders, name))
  return join(folders, name)
}
const folder = await write('index')
const search = await openSearch(folder)

const mark = (pieces: readonly { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

/** The answer to a query: its flags, and the results with their marks. */
const ask = async (query: string, address = '') => {
  const answer = await search.answer({ ...parseState(address), query })
  const hits = await answer.load(0, 10)
  return {
    ...answer,
    urls: hits.map(({ url }) => url.slice('/papers/'.length, -1)),
    hits: hits.map(({ paper, marked }) => ({
      authors: paper.authors.join(', '),
      title: mark(marked.title),
      excerpt: mark(marked.excerpt),
      reasons: marked.reasons.map(({ label, pieces }) => `${label}: ${mark(pieces)}`),
    })),
  }
}

test('a result shows its paper, and the long form of an acronym', async () => {
  const { hits, full } = await ask('RLHF')
  expect(full).toBe(0)
  expect(hits).toEqual([
    {
      title: 'Steady Preferences',
      authors: 'Hans Ørsted, Łukasz Kaiser',
      excerpt: expect.stringContaining(
        'We study [reinforcement learning from human feedback] with',
      ),
      reasons: ['RLHF: [reinforcement learning from human feedback]'],
    },
  ])
})

test.each([
  ['fool', 'bare', 'In other words: how to [fool] a chatbot'],
  ['learning from ties', 'steady', undefined],
  ['getting past the guardrails', 'bare', 'getting past the guardrails: [jailbreak]'],
  ['2312.07000', 'steady', undefined],
  ['it is what it is', 'it', undefined],
  ['orsted', 'steady', undefined],
  ['lukasz', 'steady', undefined],
  ['beta-dpo', 'beta', undefined],
  ['数据', 'beta', undefined],
])('%s finds %s and says why', async (query, id, reason) => {
  const { urls, hits } = await ask(query)
  expect(urls[0]).toBe(id)
  if (reason) expect(hits[0]?.reasons).toContain(reason)
})

test.each([
  ['"reward model"', ['bare']],
  ['reward -"reward model"', ['steady']],
  ['reward -jailbreak', ['steady']],
  ['author:kaiser', ['steady']],
  ['title:bare', ['bare']],
  ['title:"preferences steady"', []],
  ['title:"steady preferences"', ['steady']],
  ['2212.08073', []],
  ['-', []],
  ['preprint year:2023', ['steady']],
  ['name:dpo', ['beta']],
  ['venue:acl', ['bare']],
  ['topic:safety', ['bare']],
  ['author: kaiser', ['steady']],
  ['author:"Łukasz Kaiser"', ['steady']],
  ['author:"Kaiser Łukasz"', []],
  ['year:2023-2024', ['steady', 'it']],
  ['topic:"Safety and honesty"', []],
  ['topic:"the safety"', ['bare']],
  ['topic:the', []],
  ['year:2024', ['it']],
  ['-venue:preprint', ['bare']],
])('%s finds only %j', async (query, ids) => {
  expect((await ask(query)).urls).toEqual(ids)
})

test('work that is not on the list is named, with similar papers as near misses', async () => {
  const { near, absent, urls } = await ask('SimPO')
  expect([near, absent?.name, urls]).toEqual([true, 'SimPO', ['steady']])
})

test('a reading path is found by the words of its name', async () => {
  expect((await ask('where do I begin?')).paths.map(({ id }) => id)).toEqual(['first-steps'])
  expect((await ask('begin reward')).paths).toEqual([])
})

test('honesty is not ground truth', async () => {
  expect((await ask('honesty')).urls).toEqual(['honest'])
})

test('words far apart are not a full match', async () => {
  expect((await ask('jailbreak truth')).full).toBe(0)
  expect((await ask('reward model')).full).toBeGreaterThan(0)
})

test('an order applies to all results', async () => {
  const order = async (sort: string) => (await ask('', `?sort=${sort}`)).urls
  expect(await order('newest')).toEqual(['steady', 'bare', 'it', 'beta', 'grounded', 'honest'])
  expect((await order('title')).slice(0, 2)).toEqual(['bare', 'honest'])
  expect((await order('venue'))[0]).toBe('bare')
})

test('two builds of one list give the same files, byte for byte', async () => {
  const again = await write('again')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  )
  expect(files.length).toBeGreaterThan(10)
  for (const { parentPath, name } of files) {
    const path = relative(folder, join(parentPath, name))
    expect(readFileSync(join(again, path)), path).toEqual(readFileSync(join(folder, path)))
  }
})
