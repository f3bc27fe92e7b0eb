import { defineCollection } from 'astro:content'
import { createRequire } from 'node:module'

// Node has run these modules already, for astro.config.mjs. By an import, Vite would transform and run them all once more.
const { listLoader, pageLoader }: typeof import('./content/loader.ts') = createRequire(
  import.meta.url,
)('./content/loader.ts')

export const collections = {
  list: defineCollection({ loader: listLoader('content') }),
  topics: defineCollection({ loader: pageLoader('content', 'topics') }),
  paths: defineCollection({ loader: pageLoader('content', 'paths') }),
  pages: defineCollection({ loader: pageLoader('content', 'pages') }),
}
