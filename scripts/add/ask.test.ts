import { expect, test } from 'vitest'
import { suggestTags } from '../../src/suggest/tags.ts'
import { suggestTopics } from '../../src/suggest/topics.ts'
import { askForPaper, chooseByAsking, type Prompts, sentencesOf } from './ask.ts'
import { draftOf } from './draft.ts'
import { openList } from './list.ts'

// A newcomer would be asked what a service has said already, or be let through with a claim that the check refuses.

const cancelled = Symbol('cancelled')
const abstract = [
  'Models follow safety training. We show that a jailbreak in cipher text breaks the safety of a chat model. It holds for GPT-4, e.g. in Chinese.',
]
const paper = {
  source: 'arXiv',
  title: 'Ciphers Break Safety Training',
  abstract,
  item: {
    title: 'Ciphers Break Safety Training',
    arxiv: '2410.99999',
    authors: ['Jane Doe'],
    published: '2024-10-04',
    doi: undefined,
    venue: undefined,
    code: undefined,
    project: undefined,
    alsoTitled: undefined,
  },
  notes: ['A note.'],
}
const list = openList('content', 'content/papers', '2026-11-23')
const draft = () => {
  const place = { folder: 'content/papers', taken: new Set<string>(), today: '2026-11-23' }
  const text = { title: paper.title, abstract: abstract.join(' ') }
  return {
    ...draftOf(paper, {}, place),
    topics: suggestTopics(text, list.corpus),
    tags: suggestTags(text, list.corpus),
  }
}

interface Question {
  message: string
  options?: { value: string; label?: string; hint?: string }[]
  initialValues?: string[]
  initialValue?: string
  validate?: (value: string | undefined) => string | undefined
}

/** Prompts that answer by script, and note what they were asked. */
function scripted(answers: unknown[]) {
  const asked: Question[] = []
  const said: string[] = []
  const next = async (question: Question) => {
    asked.push(question)
    return answers.shift()
  }
  const prompts = {
    text: next,
    multiselect: next,
    autocompleteMultiselect: next,
    select: next,
    isCancel: (value: unknown) => value === cancelled,
    cancel: (text: string) => said.push(text),
    intro: (text: string) => said.push(text),
    log: {
      info: (text: string) => said.push(text),
      warn: (text: string) => said.push(text),
    },
  } as unknown as Prompts
  return { prompts, asked, said }
}

const [tag = ''] = Object.keys(list.vocabulary.tags)
const claim = 'Text in a cipher gets past the safety training of a strong chat model.'
const evidence = 'a jailbreak in cipher text breaks the safety of a chat model'

test('everything is asked once, with suggestions first, and becomes the choices', async () => {
  const { prompts, asked, said } = scripted([['safety'], ['analysis'], [tag], claim, 'x', evidence])
  expect(await chooseByAsking(prompts)(draft(), list)).toEqual({
    topics: ['safety'],
    kind: ['analysis'],
    tags: [tag],
    claim,
    evidence,
  })
  expect(said).toEqual(['Ciphers Break Safety Training\nJane Doe\n2024-10-04\nA note.'])
  expect(asked.map(({ message }) => message)).toEqual([
    'Which shelves does it belong on? One to three.',
    'What does it contribute? The most important first.',
    'Which tags? Type to find others.',
    'What does the paper show? One sentence of yours, at most 160 characters.',
    'Which sentence of the abstract supports it?',
    'Keep the words that matter.',
  ])
  const [topics, , , , sentences, words] = asked
  expect(topics?.initialValues).toContain('safety')
  expect(topics?.options?.[0]).toMatchObject({
    value: 'safety',
    label: 'Safety',
    hint: expect.stringContaining('shares '),
  })
  expect(topics?.options).toHaveLength(list.topics.length)
  expect(sentences?.options?.map(({ value }) => value)).toEqual([
    'Models follow safety training.',
    'We show that a jailbreak in cipher text breaks the safety of a chat model.',
    'It holds for GPT-4, e.g. in Chinese.',
  ])
  expect(words?.initialValue).toBe('x')
})

test('the claim and the evidence are held to the rules of the check while they are typed', async () => {
  const { prompts, asked } = scripted([['safety'], ['analysis'], [], claim, 'x', evidence])
  expect(await chooseByAsking(prompts)(draft(), list)).not.toHaveProperty('tags')
  const [, , , claims, , words] = asked
  expect(claims?.validate?.(claim)).toBeUndefined()
  expect(claims?.validate?.(' ')).toBe('Write a sentence.')
  expect(claims?.validate?.(`${'Long '.repeat(40)}.`)).toMatch(
    /^Unexpected 201 characters in `claim`/,
  )
  expect(words?.validate?.(evidence)).toBeUndefined()
  expect(words?.validate?.('words that are nowhere in it')).toMatch(/^Unexpected evidence/)
})

test('too many topics are asked for again, and the other answers are not lost', async () => {
  const many = ['safety', 'steering', 'evaluation', 'multimodal']
  const { prompts, said } = scripted([many, ['safety'], ['analysis'], [], claim, 'x', evidence])
  expect(await chooseByAsking(prompts)(draft(), list)).toMatchObject({ topics: ['safety'], claim })
  expect(said.at(-1)).toMatch(/^Unexpected .*expected one to three/)
})

test.each([0, 1, 3, 5])('Ctrl-C at question %i ends it without a word written', async (at) => {
  const answers: unknown[] = [['safety'], ['analysis'], [], claim, 'x', evidence]
  answers[at] = cancelled
  const { prompts, said } = scripted(answers)
  expect(await chooseByAsking(prompts)(draft(), list)).toBeUndefined()
  expect(said.at(-1)).toBe('Nothing was written.')
})

test('which paper', async () => {
  expect(await askForPaper(scripted([' 2410.03227 ']).prompts)).toBe('2410.03227')
  expect(await askForPaper(scripted([cancelled]).prompts)).toBeUndefined()
})

test('sentences end where a new one begins', () => {
  expect(sentencesOf('We use e.g. GPT-4. It is 3.5 times better! “Really?” Yes.')).toEqual([
    'We use e.g.',
    'GPT-4.',
    'It is 3.5 times better!',
    '“Really?”',
    'Yes.',
  ])
})
