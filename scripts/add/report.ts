import { unknownTexLines } from '../../src/intake/entry.ts'
import { gapsOf } from '../../src/model/entry.ts'
import type { Suggestion } from '../../src/suggest/suggestions.ts'
import { plainText } from '../../src/text/plain.ts'
import { counted, findingText } from '../check/report.ts'
import type { AddReport, NewEntry } from './add-papers.ts'

const mostInFull = 3

/** The lines of the report of add. The last one is the next command. */
export function addReportLines(report: AddReport): string[] {
  const { added, recorded, failures, skipped, present, dryRun } = report
  const hasGaps = !dryRun && added.some((entry) => entry.isFromFile)
  const isFull = added.length <= mostInFull
  return [
    ...added.flatMap((entry) =>
      isFull ? entryLines(entry, report) : `${entry.path}  ${likelyIds(entry.topics).join(', ')}`,
    ),
    ...(isFull ? [] : ['', 'Each of them still needs the facts that a person has to write.']),
    ...recorded.map(
      ({ path, identity }) =>
        `${path} existed already; recorded \`${identity.title}\` as its identity.`,
    ),
    ...(present > 0 ? [`${present} already on the list.`] : []),
    ...skipped,
    ...new Set(failures),
    ...(hasGaps
      ? [
          'content/gaps.yaml lists the facts that they lack. Remove a fact there when you have written it.',
        ]
      : []),
    ...(dryRun ? ['Nothing was written.'] : []),
    nextLine(report),
  ]
}

function entryLines(entry: NewEntry, { dryRun, kinds }: AddReport): string[] {
  const { path, paper, text, content, topics } = entry
  const hasAbstract = paper.abstract.length > 0
  // A missing abstract is reported by a line of its own.
  const findings = entry.findings.filter(({ rule }) => rule !== 'abstract' || hasAbstract)
  return [
    ...(dryRun
      ? [`${path} would be:`, '', ...text.trimEnd().split('\n'), '']
      : [writtenLine(entry)]),
    ...paper.notes,
    ...unknownTexLines([content]),
    ...(likelyIds(topics).length === 0
      ? ['Nothing on the list is similar. Check whether the paper belongs here.']
      : []),
    ...suggestionLines('topics', entry),
    ...suggestionLines('tags', entry),
    ...missingFactLines(entry, kinds),
    ...(hasAbstract
      ? []
      : [
          '',
          `Write the abstract below the second \`---\`, after a blank line: ${paper.source} has none.`,
        ]),
    ...findings.map(findingText),
    '',
  ]
}

function writtenLine({ path, paper, content: { facts, abstract } }: NewEntry): string {
  const words = plainText(abstract).split(/\s+/).filter(Boolean).length
  const links = Object.keys(facts.links ?? {})
  const by = facts.authors ? `by ${counted(facts.authors.length, 'author')}` : 'without authors'
  const parts = [
    `\`${facts.title}\` ${by}, from ${paper.source}`,
    facts.published ?? 'no date',
    facts.venue ?? 'no venue',
    words > 0 ? `an abstract of ${counted(words, 'word')}` : 'no abstract',
    ...(links.length > 0 ? [`links to ${links.join(' and ')}`] : []),
  ]
  return `Wrote ${path}: ${parts.join(', ')}.`
}

function suggestionLines(name: 'topics' | 'tags', entry: NewEntry): string[] {
  if (entry.content.facts[name] || entry[name].length === 0) return []
  const width = Math.max(...entry[name].map(({ id }) => id.length))
  return [
    '',
    `${name === 'topics' ? 'Topics' : 'Tags'} that may fit:`,
    ...entry[name].map((one) => `  ${one.likely ? '•' : ' '} ${one.id.padEnd(width)}  ${one.why}`),
  ]
}

/** The ids of the likely suggestions. */
function likelyIds(suggestions: readonly Suggestion[]): string[] {
  return suggestions.flatMap((one) => (one.likely ? one.id : []))
}

/** A line of the entry to write for each missing fact. */
function missingFactLines({ content, topics, tags }: NewEntry, kinds: readonly string[]): string[] {
  const lines: Partial<Record<string, string>> = {
    authors: 'authors: [First Author, Second Author]',
    published: 'published: 2024-10-04',
    paper: 'paper: https://…',
    topics: `topics: [${likelyIds(topics).slice(0, 3).join(', ')}]`,
    kind: `kind: [${kinds[0] ?? ''}]${kinds.length > 1 ? `    # or ${kinds.slice(1).join(', ')}` : ''}`,
    tags: `tags: [${likelyIds(tags).slice(0, 6).join(', ')}]`,
    claim:
      'claim: One sentence of your own, at most 160 characters, that says what the paper shows.',
    evidence: 'evidence: "exact words of the abstract that support the claim"',
  }
  const gaps = gapsOf(content.facts).flatMap((gap) => (lines[gap] ? `  ${lines[gap]}` : []))
  return gaps.length > 0 ? ['', 'Write above `added`:', ...gaps] : []
}

function nextLine({ added, recorded, dryRun }: AddReport): string {
  const paths = [...added, ...recorded].map(({ path }) => path)
  if (paths.length === 0) return 'Next: npm run add -- --help'
  if (dryRun) return 'Next: the same command without --dry-run'
  const some = paths.length > mostInFull ? '' : ` -- ${paths.join(' ')}`
  return `Next: npm run check${some}`
}
