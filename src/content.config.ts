import { defineCollection } from 'astro:content'
import { loadShared } from './content/shared.ts'

const { listLoader, pageLoader }: typeof import('./content/loader.ts') =
  loadShared('./src/content/loader.ts')

export const collections = {
  list: defineCollection({ loader: listLoader('content') }),
  topics: defineCollection({ loader: pageLoader('content', 'topics') }),
  paths: defineCollection({ loader: pageLoader('content', 'paths') }),
  pages: defineCollection({ loader: pageLoader('content', 'pages') }),
}
