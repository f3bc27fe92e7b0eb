import { defineCollection } from 'astro:content'
import { file, glob } from 'astro/loaders'
import { topicFacts } from './model/topic.ts'
import { tagFacts } from './model/vocabulary.ts'
import { paperLoader } from './paper-loader.ts'

export const collections = {
  papers: defineCollection({ loader: paperLoader('content') }),
  topics: defineCollection({
    loader: glob({ pattern: '*.mdx', base: './content/topics' }),
    schema: topicFacts,
  }),
  tags: defineCollection({
    loader: file('content/vocabulary/tags.yaml'),
    schema: tagFacts,
  }),
}
