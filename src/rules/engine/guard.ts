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
import { soundPage } from '../references.ts'
import { safeAddress } from '../safe-address.ts'
import { size } from '../size.ts'
import type { EntryRule, Remark, RuleContext } from './rule.ts'

/** The rules that keep readers and the build safe. An entry that breaks one is never loaded. */
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

/** A page may be longer than an abstract. */
const pageSize: EntryRule = { ...size, check: ({ excess }) => (excess ? [excess] : []) }

/** The rules that keep a page from breaking the build, or from doing anything in it. */
const pageRules: readonly EntryRule[] = [
  fileName,
  pageSize,
  characters,
  frontmatterSyntax,
  soundPage,
]

const emptyContext: RuleContext = { topics: [], vocabulary: emptyVocabulary, today: '9999-12-31' }

/** Findings that forbid loading an entry; none if it may be loaded. */
export function guard(file: EntryFile): Finding[] {
  return applyRules(guardRules, file)
}

/** Findings in the characters of a file that is YAML throughout. */
export function guardData({ path, source, data }: DataFile): Finding[] {
  // Of a file that is too large its own finding is enough.
  if (excessOf(source, 'data')) return []
  const file = { ...parseEntryFile(path, ''), source, frontMatter: { ...data, bodyStart: 0 } }
  return applyRules([characters], file)
}

/** Findings that forbid handing a page to Astro, which compiles it. */
export function guardPage(page: EntryFile): Finding[] {
  return applyRules(pageRules, page)
}

/** The most findings of one rule in one file. A contributor needs no more of a kind at once. */
const mostOfOneRule = 100

/**
 * Runs rules over one file and collects their findings; without a list around it those that need none. A file that is too
 * large to parse is judged only as written.
 */
export function applyRules(
  rules: readonly EntryRule[],
  file: EntryFile,
  context: RuleContext = emptyContext,
): Finding[] {
  const unclear = unclearLines(file)
  return rules.flatMap((rule) => {
    if ((file.excess && !rule.asWritten) || context.skippedRules?.has(rule.name)) return []
    const remarks = first(rule.check(file, context), mostOfOneRule)
    const clear = rule.asWritten ? remarks : remarks.filter(({ line }) => !unclear.has(line))
    return clear.map((remark) => findingOf(rule.name, file.path, remark))
  })
}

/** The lines of the facts whose meaning is unclear. Findings of other rules in them would only confuse. */
function unclearLines({ frontMatter }: EntryFile): ReadonlySet<number> {
  const unclear = frontMatter.faults.filter(({ isRepaired }) => !isRepaired)
  return new Set(
    unclear.flatMap(({ line, mayContinue }) => (mayContinue ? [line, line - 1] : [line])),
  )
}

/** What a rule said of a file, as a finding. */
export function findingOf(
  rule: string,
  path: string,
  { line, column, message, other }: Remark,
): Finding {
  return { path, line, column, rule, message, ...(other !== undefined && { other }) }
}

/** The first items. The rest is never computed. */
function first<T>(items: Iterable<T>, most: number): T[] {
  const some: T[] = []
  for (const item of items) {
    if (some.push(item) === most) break
  }
  return some
}
