import type { EntryRule } from './engine/rule.ts'

/** The facts stand between two lines of `---` and are YAML of the plain sort: keys, text and lists. */
export const frontmatterSyntax: EntryRule = {
  name: 'frontmatter-syntax',
  sentence: 'The facts stand between two lines of `---`, one `key: value` per line.',
  asWritten: true,
  *check({ excess, frontMatter }) {
    if (!excess) yield* frontMatter.faults
  },
}
