import type { Finding } from '../../model/finding.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import { canonicalAddress } from '../canonical-address.ts'
import { characters } from '../characters.ts'
import { facts } from '../facts.ts'
import { fileName } from '../file-name.ts'
import { frontmatterSyntax } from '../frontmatter-syntax.ts'
import { proseOnly } from '../prose-only.ts'
import { safeAddress } from '../safe-address.ts'
import { size } from '../size.ts'
import { applyRules } from './apply-rules.ts'
import type { EntryRule } from './rule.ts'

/** The rules that keep readers and the build safe. An entry that breaks one is never loaded. */
export const guardRules: readonly EntryRule[] = [
  fileName,
  size,
  characters,
  frontmatterSyntax,
  facts,
  proseOnly,
  safeAddress,
  canonicalAddress,
]

/** Findings that forbid loading a file; none if it may be loaded. */
export function guard(file: EntryFile): Finding[] {
  return applyRules(guardRules, file, {
    topics: [],
    vocabulary: { tags: {}, acronyms: {}, venues: {} },
    today: '9999-12-31',
  })
}
