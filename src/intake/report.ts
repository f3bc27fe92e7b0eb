import { texTitle } from '../text/tex.ts'
import { addCommand, factTexts, type Paper, type Skipped } from './paper.ts'

/** The report on papers without an abstract: how to get their abstracts, then one line for each paper. */
export function missingAbstractLines(papers: readonly Paper[], file: string): string[] {
  if (papers.length === 0) return []
  const known = papers.filter(canBeLookedUp).length
  const unknown = papers.length - known
  const look = `\`${addCommand(file)}\` looks up ${known} of them at arXiv, doi.org and the ACL Anthology, and writes what it finds.`
  const write = `Without an arXiv id, DOI or ACL Anthology address to look up: ${unknown}. Write their abstracts into the file.`
  return [
    `Every entry needs an abstract. Held back without one: ${papers.length}.`,
    ...(known > 0 ? [look] : []),
    ...(unknown > 0 ? [write] : []),
    ...papers.map((paper) =>
      numberedLine(paper.line, [texTitle(paper.title), ...factTexts(paper)].join('. ')),
    ),
  ]
}

/** Whether `add` can look up a paper. */
function canBeLookedUp({ arxiv, doi, paper }: Paper): boolean {
  return Boolean(arxiv ?? doi ?? paper?.startsWith('https://aclanthology.org/'))
}

const numberedLine = (line: number, text: string) => `  ${String(line).padEnd(6)} ${text}`

/**
 * The report on skipped parts of a file: losses with their lines and reasons, lines for venues that the vocabulary lacks, and
 * unused fields, grouped by name and reason.
 */
export function skippedLines(skipped: readonly Skipped[]): string[] {
  const lost = skipped.filter(({ value }) => value === undefined)
  const unused = skipped.filter(({ value }) => value !== undefined)
  const venues = [...new Set(lost.flatMap(({ venue }) => venue ?? []))].sort()
  const groups = Map.groupBy(unused, ({ what, why }) => `${what}, since ${why}:`)
  return [
    ...(lost.length > 0 ? [`Left out: ${lost.length}.`] : []),
    ...lost
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, what, why }) => numberedLine(line, `${what}: ${why}`)),
    ...(venues.length > 0
      ? [
          'Lines for content/vocabulary/venues.yaml, which lacks these venues. Check each line before you add it. To get the venues into the new entries, delete those entries and run this again:',
          ...venues.map((line) => `  ${line}`),
        ]
      : []),
    ...(unused.length > 0 ? ['Not used, each with its line:'] : []),
    ...[...groups].map(
      ([group, fields]) =>
        `  ${group} ${fields.map(({ line, value }) => `${line} ${value}`).join(', ')}`,
    ),
  ]
}
