import { unified } from '@astrojs/markdown-remark'
import { pagePlugins } from '../rules/engine/page-guard.ts'

/**
 * How `@astrojs/mdx` compiles pages: by remark, with the guard on the tree that becomes code. Tables and bare addresses of
 * GitHub's Markdown stay text, as in the check; only straight quotes become curly ones.
 */
export const mdxOptions = {
  processor: unified({ remarkPlugins: pagePlugins, gfm: false, smartypants: true }),
  extendMarkdownConfig: false,
  syntaxHighlight: false,
} as const
