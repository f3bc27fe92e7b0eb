import { defineCollection } from 'astro:content'
import { listLoader, pageLoader } from './content/loader.ts'

export const collections = {
  list: defineCollection({ loader: listLoader('content') }),
  topics: defineCollection({ loader: pageLoader('content', 'topics') }),
  paths: defineCollection({ loader: pageLoader('content', 'paths') }),
  pages: defineCollection({ loader: pageLoader('content', 'pages') }),
}
