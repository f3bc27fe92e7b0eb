import { mended } from './engine/mended.ts'
import type { EntryRule } from './engine/rule.ts'

/** The facts stand between two lines of `---` and are YAML of the plain sort: keys, text and lists. */
export const frontmatterSyntax: EntryRule = {
  name: 'frontmatter-syntax',
  asWritten: true,
  check: (file) => (file.excess ? [] : mended(file).frontMatter),
}
