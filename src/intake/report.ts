import { texTitle } from '../text/tex.ts'
import { addCommand, factsOf, type Left, type Paper } from './paper.ts'

/**
 * What becomes of the papers without an abstract: first how to get their abstracts, by one command that takes the same file,
 * then each of them in a line.
 */
export function keptBackLines(papers: readonly Paper[], file: string): string[] {
  if (papers.length === 0) return []
  const asked = papers.filter(canBeAsked).length
  const nameless = papers.length - asked
  const ask = `\`${addCommand(file)}\` asks arXiv, doi.org and the ACL Anthology for ${asked === 1 ? 'one abstract and writes its entry' : `${asked} abstracts and writes their entries`}.`
  const rest = `${nameless} without an arXiv id, DOI or ACL Anthology address to ask for: write ${nameless === 1 ? 'its abstract' : 'their abstracts'} into the file.`
  return [
    `Every entry needs an abstract, and ${papers.length} of these papers ${papers.length === 1 ? 'has' : 'have'} none.`,
    ...(asked > 0 ? [ask] : []),
    ...(nameless > 0 ? [rest] : []),
    `Kept back: ${papers.length}.`,
    ...papers.map((paper) =>
      inPlace(paper.line, [texTitle(paper.title), ...factsOf(paper)].join('. ')),
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
export function lostLines(left: readonly Left[]): string[] {
  const [unused = [], lost = []] = [true, false].map((isUnused) =>
    left.filter(({ value }) => (value !== undefined) === isUnused),
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
