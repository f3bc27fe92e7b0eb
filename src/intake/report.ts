import { texTitle } from '../text/tex.ts'
import { addCommand, factTexts, type Paper, type Skipped } from './paper.ts'

/**
 * What becomes of the papers without an abstract: first how to get their abstracts, by one command that takes the same file,
 * then each of them in a line.
 */
export function missingAbstractLines(papers: readonly Paper[], file: string): string[] {
  if (papers.length === 0) return []
  const asked = papers.filter(canBeAsked).length
  const nameless = papers.length - asked
  const ask = `\`${addCommand(file)}\` looks up ${asked} of them at arXiv, doi.org and the ACL Anthology, and writes what it finds.`
  const rest = `Without an arXiv id, DOI or ACL Anthology address to look up: ${nameless}. Write their abstracts into the file.`
  return [
    `Every entry needs an abstract. Kept back without one: ${papers.length}.`,
    ...(asked > 0 ? [ask] : []),
    ...(nameless > 0 ? [rest] : []),
    ...papers.map((paper) =>
      inPlace(paper.line, [texTitle(paper.title), ...factTexts(paper)].join('. ')),
    ),
  ]
}

/** Whether `add` can ask a service for a paper. */
function canBeAsked({ arxiv, doi, paper }: Paper): boolean {
  return Boolean(arxiv ?? doi ?? paper?.startsWith('https://aclanthology.org/'))
}

const inPlace = (line: number, words: string) => `  ${String(line).padEnd(6)} ${words}`

/**
 * All that did not come through, each with its line and the reason, lines for the venues that the vocabulary lacks, and the
 * fields that are no facts, those of one name and one reason together.
 */
export function skippedLines(skipped: readonly Skipped[]): string[] {
  const [unused = [], lost = []] = [true, false].map((isUnused) =>
    skipped.filter(({ value }) => (value !== undefined) === isUnused),
  )
  const venues = [...new Set(lost.flatMap(({ venue }) => venue ?? []))].sort()
  const groups = Map.groupBy(unused, ({ what, why }) => `${what}, since ${why}:`)
  return [
    ...(lost.length > 0 ? [`Left out: ${lost.length}.`] : []),
    ...lost
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, what, why }) => inPlace(line, `${what}: ${why}`)),
    ...(venues.length > 0
      ? [
          'Lines for content/vocabulary/venues.yaml, which lacks these venues. Look at each before you add it. Entries get them when this runs again without the entries that it wrote:',
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
