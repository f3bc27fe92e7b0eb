import { defineCollection } from 'astro:content'
import { pageLoader, paperLoader, stored, vocabularyLoader } from './content/loader.ts'

export const collections = {
  papers: defineCollection({ loader: paperLoader('content'), schema: stored }),
  vocabulary: defineCollection({ loader: vocabularyLoader('content'), schema: stored }),
  topics: defineCollection({ loader: pageLoader('content', 'topics') }),
  paths: defineCollection({ loader: pageLoader('content', 'paths') }),
  pages: defineCollection({ loader: pageLoader('content', 'pages') }),
}
