import { unified } from '@astrojs/markdown-remark'
import { pagePlugins } from '../rules/engine/page-guard.ts'

/**
 * The options of `@astrojs/mdx`: it compiles with remark, and the guard checks the very tree that becomes code. As in the check,
 * GitHub's extensions of Markdown are off. Straight quotes become curly ones.
 */
export const mdxOptions = {
  processor: unified({ remarkPlugins: pagePlugins, gfm: false, smartypants: true }),
  extendMarkdownConfig: false,
  syntaxHighlight: false,
} as const
