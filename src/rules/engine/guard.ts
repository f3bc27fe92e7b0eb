import type { Finding } from '../../model/finding.ts'
import { emptyVocabulary } from '../../model/vocabulary.ts'
import { type EntryFile, parseEntryFile } from '../../text/entry-file.ts'
import { excessOf } from '../../text/limits.ts'
import type { DataFile } from '../../text/yaml.ts'
import { canonicalAddress } from '../canonical-address.ts'
import { characters } from '../characters.ts'
import { facts } from '../facts.ts'
import { fileName } from '../file-name.ts'
import { frontmatterSyntax } from '../frontmatter-syntax.ts'
import { mathematics } from '../mathematics.ts'
import { proseOnly } from '../prose-only.ts'
import { pageContent } from '../references.ts'
import { safeAddress } from '../safe-address.ts'
import { size } from '../size.ts'
import type { EntryRule, Problem, RuleContext } from './rule.ts'

/** The rules that protect readers and the build. An entry that breaks one of them is never loaded. */
export const guardRules: readonly EntryRule[] = [
  fileName,
  size,
  characters,
  frontmatterSyntax,
  facts,
  proseOnly,
  mathematics,
  safeAddress,
  canonicalAddress,
]

/** The rule `size` without its limits on facts and abstracts. */
const pageSize: EntryRule = { ...size, check: ({ excess }) => (excess ? [excess] : []) }

/** The rules for pages. A page that breaks one of them is never compiled. */
const pageRules: readonly EntryRule[] = [
  fileName,
  pageSize,
  characters,
  frontmatterSyntax,
  pageContent,
]

const emptyContext: RuleContext = { topics: [], vocabulary: emptyVocabulary, today: '9999-12-31' }

/** Returns the findings that prevent an entry from being loaded; empty if it may be loaded. */
export function guard(file: EntryFile): Finding[] {
  return applyRules(guardRules, file)
}

/** Returns the findings of the rule `characters` in a YAML file. */
export function guardData({ path, source, data }: DataFile): Finding[] {
  // The rule `vocabulary` reports a file that is too large.
  if (excessOf(source, 'data')) return []
  const file = { ...parseEntryFile(path, ''), source, frontMatter: { ...data, bodyStart: 0 } }
  return applyRules([characters], file)
}

/** Returns the findings that prevent a page from being compiled; empty if it may be compiled. */
export function guardPage(page: EntryFile): Finding[] {
  return applyRules(pageRules, page)
}

/** The most findings of one rule in one file; more would not help a contributor. */
const mostPerRule = 100

/**
 * Runs rules on one file and returns their findings. On a file that is too large to parse, only rules that check the
 * source run. Without a context, the file is compared with nothing.
 */
export function applyRules(
  rules: readonly EntryRule[],
  file: EntryFile,
  context: RuleContext = emptyContext,
): Finding[] {
  const unclear = unclearLines(file)
  return rules.flatMap((rule) => {
    if ((file.excess && !rule.checksSource) || context.skippedRules?.has(rule.name)) return []
    const problems = first(rule.check(file, context), mostPerRule)
    const reported = rule.checksSource
      ? problems
      : problems.filter(({ line }) => !unclear.has(line))
    return reported.map((problem) => findingOf(rule.name, file.path, problem))
  })
}

/** The front matter lines with syntax errors that were not repaired. What other rules find there could be wrong. */
function unclearLines({ frontMatter }: EntryFile): ReadonlySet<number> {
  const unclear = frontMatter.faults.filter(({ isRepaired }) => !isRepaired)
  return new Set(
    unclear.flatMap(({ line, mayContinue }) => (mayContinue ? [line, line - 1] : [line])),
  )
}

/** Returns a problem as a finding of a rule in a file. */
export function findingOf(
  rule: string,
  path: string,
  { line, column, message, other }: Problem,
): Finding {
  return { path, line, column, rule, message, ...(other !== undefined && { other }) }
}

/** Returns the first items of an iterable without computing the others. */
function first<T>(items: Iterable<T>, most: number): T[] {
  const taken: T[] = []
  for (const item of items) {
    if (taken.push(item) === most) break
  }
  return taken
}
