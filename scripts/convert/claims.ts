import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { entryPaths } from '../../src/content/read.ts'
import { fault } from '../../src/intake/reading.ts'
import type { Finding } from '../../src/model/finding.ts'
import { arxivIdOf, titleKey } from '../../src/model/identifier.ts'
import type { EntryContent } from '../../src/text/entry-writer.ts'
import { parseFrontMatter } from '../../src/text/front-matter.ts'
import { withoutMark } from '../../src/text/place.ts'

/** What the entries in a folder hold already. */
export interface Claims {
  /** The ids that are taken, those of renamed entries included. */
  ids: Set<string>
  findings: Finding[]
  /** Whether there is an entry of the same paper: one with a title of it, or with its arXiv identifier. */
  claim(facts: EntryContent['facts']): boolean
}

/** Reads what the entries in a folder claim. An entry that cannot be read is a finding, since it may be of any paper. */
export function claimsOf(folder: string): Claims {
  const ids = new Set<string>()
  const claimed = new Set<string>()
  const findings: Finding[] = []
  for (const path of existsSync(folder) ? entryPaths(folder) : []) {
    const { values, faults } = parseFrontMatter(withoutMark(readFileSync(path, 'utf8')))
    ids.add(basename(path, '.mdx'))
    const [first] = faults
    if (first) {
      const message = `Unexpected front matter (${first.reason}), expected an entry that says which paper it is. Write it as \`npm run check\` says.`
      findings.push(fault(path, message, first.line, first.column))
    }
    const { title, alsoTitled, paper, formerIds } = values
    for (const id of Array.isArray(formerIds) ? formerIds : []) ids.add(String(id))
    for (const key of keysOf(title, alsoTitled, paper)) claimed.add(key)
  }
  return {
    ids,
    findings,
    claim: ({ title, alsoTitled, paper }) =>
      keysOf(title, alsoTitled, paper).some((key) => claimed.has(key)),
  }
}

function keysOf(title: unknown, alsoTitled: unknown, paper: unknown): string[] {
  const titles = [title, ...(Array.isArray(alsoTitled) ? alsoTitled : [])]
  const arxiv = typeof paper === 'string' ? arxivIdOf(paper) : undefined
  return [
    ...titles.flatMap((text) => (typeof text === 'string' ? [titleKey(text) || text] : [])),
    ...(arxiv ? [`arxiv:${arxiv}`] : []),
  ]
}
