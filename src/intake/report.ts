import { arxivIdOf, doiOf } from '../model/identifier.ts'
import { texTitle } from '../text/tex.ts'
import { addCommand, factsOf, type Reading, type ReadRecord, type UnusedField } from './reading.ts'

/**
 * What becomes of the papers without an abstract: first how to get their abstracts, by one command that takes the same file,
 * then each of them in a line.
 */
export function keptBackLines(records: readonly ReadRecord[], file: string): string[] {
  if (records.length === 0) return []
  const nameless = records.filter((record) => !askableOf(record)).length
  const asked = records.length - nameless
  const ask = `\`${addCommand(file)}\` asks arXiv, doi.org and the ACL Anthology for ${asked === 1 ? 'one abstract and writes its entry' : `${asked} abstracts and writes their entries`}.`
  const rest = `${nameless} without an arXiv id, DOI or ACL Anthology address to ask for: write ${nameless === 1 ? 'its abstract' : 'their abstracts'} into the file.`
  return [
    `Every entry needs an abstract, and ${records.length} of these papers ${records.length === 1 ? 'has' : 'have'} none.`,
    ...(asked > 0 ? [ask] : []),
    ...(nameless > 0 ? [rest] : []),
    `Kept back: ${records.length}.`,
    ...records.map((record) => `${place(record.line)}${citation(record)}`),
  ]
}

/** All that did not come through, each with its line and the reason, and lines for the venues that the vocabulary lacks. */
export function lostLines({ leftOut, unused }: Omit<Reading, 'records'>): string[] {
  const lines = leftOut.toSorted((a, b) => a.line - b.line)
  const venues = [...new Set(leftOut.flatMap(({ venue }) => venue ?? []))].sort()
  return [
    ...(leftOut.length > 0 ? [`Left out: ${leftOut.length}.`] : []),
    ...lines.map(({ line, what, why }) => `${place(line)}${what}: ${why}`),
    ...(venues.length > 0
      ? [
          'Lines for content/vocabulary/venues.yaml, which lacks these venues. Look at each before you add it. Entries get them when this runs again without the entries that it wrote:',
          ...venues.map((line) => `  ${line}`),
        ]
      : []),
    ...unusedLines(unused),
  ]
}

/** The fields that are no facts, those of one name and one reason on one line. */
function unusedLines(unused: readonly UnusedField[]): string[] {
  const groups = Map.groupBy(unused, ({ name, why }) => `${name}, since ${why}:`)
  const lines = [...groups].map(
    ([group, fields]) =>
      `  ${group} ${fields.map(({ line, value }) => `${line} ${value}`).join(', ')}`,
  )
  return lines.length > 0 ? ['Not used, each with its line:', ...lines] : []
}

/** A paper in one line: all that its file says of it. */
function citation(record: ReadRecord): string {
  return [texTitle(record.title), ...factsOf(record)].join('. ')
}

const place = (line: number) => `  ${String(line).padEnd(6)} `

/** What `add` can ask a service for. */
function askableOf({ item: { arxiv, doi }, paper }: ReadRecord): string | undefined {
  const inAnthology = paper?.startsWith('https://aclanthology.org/') ? paper : undefined
  return (arxiv && arxivIdOf(arxiv)) ?? (doi && doiOf(doi)) ?? inAnthology
}
