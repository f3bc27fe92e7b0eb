import { expect, test } from 'vitest'
import { createSuggester } from './suggestions.ts'

// A contributor would get suggestions without a reason, or with a wrong one.

const entry = (id: string, abstract: string, topic: string, tags: string[] = []) => {
  return { id, title: id, abstract, topics: [topic], tags }
}

const sources = {
  entries: [
    entry('jailbreak-attacks', 'Adversarial prompts break safety training.', 'safety'),
    entry('cipher-chat', 'Ciphers get harmful prompts past safety training.', 'safety'),
    entry('video-tuning', 'A projector maps video frames to tokens.', 'multimodal', ['video']),
    entry(
      'image-hallucination',
      'Captions name objects absent from the image frames.',
      'multimodal',
    ),
    entry('reward-search', 'Decoding guided by a reward.', 'steering'),
  ],
  topics: [
    { id: 'safety', name: 'Safety', description: 'Attacks.', include: 'Harm is measured.' },
    { id: 'multimodal', name: 'Multimodal', description: 'Vision.', include: 'Images or video.' },
    { id: 'steering', name: 'Steering', description: 'At run time.', include: 'No training.' },
  ],
  tags: {
    video: { name: 'Video', meaning: 'Moving pictures.', aliases: ['film clips'] },
    'red-teaming': { name: 'Red teaming', meaning: 'Attacks on purpose.', aliases: [] },
  },
}
const suggest = createSuggester(sources)
const paper = {
  title: 'Attacks on video chat',
  abstract: 'Harmful prompts hidden in film clips break safety training.',
}

test('a topic is suggested with the terms that it shares and its most similar entries', () => {
  expect(suggest(paper).topics.slice(0, 2)).toEqual([
    {
      id: 'safety',
      likely: true,
      why: 'shares attack, break safety, chat; near “jailbreak-attacks” and “cipher-chat”',
    },
    { id: 'multimodal', likely: false, why: 'shares video, film clip; near “video-tuning”' },
  ])
})

test('a tag that the paper names comes first, with the words that name it', () => {
  const hidden = { title: 'Hidden prompts', abstract: 'Attacks are hidden in film clips.' }
  const [video, attack] = suggest(hidden).tags
  expect(video).toMatchObject({ id: 'video', likely: true })
  expect(video?.why).toMatch(/^the paper says “film clips”; /)
  expect(attack).toMatchObject({ id: 'red-teaming', why: 'shares attack' })
})

test('a part of a word, a text that shares no term and an empty list give no suggestions', () => {
  const none = { topics: [], tags: [] }
  expect(suggest({ title: 'Videography', abstract: '' }).tags).toEqual([])
  expect(suggest({ title: 'Zur Theorie', abstract: 'Der Himmel war grau.' })).toEqual(none)
  expect(createSuggester({ entries: [], topics: sources.topics, tags: {} })(paper)).toEqual(none)
  expect(suggest({ title: '', abstract: '' })).toEqual(none)
})
