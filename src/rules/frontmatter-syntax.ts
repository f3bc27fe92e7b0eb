import type { EntryRule } from './engine/rule.ts'

/** Reports the syntax errors that the parser of front matter found. */
export const frontmatterSyntax: EntryRule = {
  name: 'frontmatter-syntax',
  sentence: 'The facts are between two lines of `---`, one `key: value` per line.',
  checksSource: true,
  *check({ excess, frontMatter }) {
    if (!excess) yield* frontMatter.faults
  },
}
