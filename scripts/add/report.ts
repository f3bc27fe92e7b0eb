import { unknownTexLines } from '../../src/intake/entry.ts'
import { gapsOf } from '../../src/model/entry.ts'
import type { Suggestion } from '../../src/suggest/suggestions.ts'
import { plainText } from '../../src/text/plain.ts'
import { counted, findingText } from '../check/report.ts'
import type { AddReport, NewEntry } from './add-papers.ts'

const mostInFull = 3

/** The report of add in lines; the last one is the next command. */
export function addedLines(report: AddReport): string[] {
  const { added, recorded, refused, lost, present, dryRun } = report
  const isListed = !dryRun && added.some((draft) => draft.isListed)
  const isFull = added.length <= mostInFull
  return [
    ...added.flatMap((draft) =>
      isFull ? inFull(draft, report) : `${draft.path}  ${likely(draft.topics).join(', ')}`,
    ),
    ...(isFull ? [] : ['', 'Each of them still needs the facts that only a person can write.']),
    ...recorded.map(
      ({ path, identity }) =>
        `${path} existed already; recorded \`${identity.title}\` as its identity.`,
    ),
    ...(present > 0 ? [`${present} already on the list.`] : []),
    ...lost,
    ...new Set(refused),
    ...(isListed
      ? ['content/gaps.yaml lists what they lack. When you have written a fact, remove it there.']
      : []),
    ...(dryRun ? ['Nothing was written.'] : []),
    nextLine(report),
  ]
}

function inFull(draft: NewEntry, { dryRun, kinds }: AddReport): string[] {
  const { path, paper, text, content, topics } = draft
  const hasAbstract = paper.abstract.length > 0
  // A missing abstract has a line of its own.
  const findings = draft.findings.filter(({ rule }) => rule !== 'abstract' || hasAbstract)
  return [
    ...(dryRun
      ? [`${path} would be:`, '', ...text.trimEnd().split('\n'), '']
      : [writtenLine(draft)]),
    ...paper.notes,
    ...unknownTexLines([content]),
    ...(likely(topics).length === 0
      ? ['Nothing on the list is similar. Check whether it belongs here.']
      : []),
    ...suggestionLines('topics', draft),
    ...suggestionLines('tags', draft),
    ...writeNext(draft, kinds),
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
  const said = [
    `\`${facts.title}\` ${by}, from ${paper.source}`,
    facts.published ?? 'no date',
    facts.venue ?? 'no venue',
    words > 0 ? `an abstract of ${counted(words, 'word')}` : 'no abstract',
    ...(links.length > 0 ? [`links to ${links.join(' and ')}`] : []),
  ]
  return `Wrote ${path}: ${said.join(', ')}.`
}

function suggestionLines(name: 'topics' | 'tags', draft: NewEntry): string[] {
  if (draft.content.facts[name] || draft[name].length === 0) return []
  const width = Math.max(...draft[name].map(({ id }) => id.length))
  return [
    '',
    `${name === 'topics' ? 'Topics' : 'Tags'} that it may belong to:`,
    ...draft[name].map((one) => `  ${one.likely ? '•' : ' '} ${one.id.padEnd(width)}  ${one.why}`),
  ]
}

/** The ids of the likely suggestions. */
function likely(suggestions: readonly Suggestion[]): string[] {
  return suggestions.flatMap((one) => (one.likely ? one.id : []))
}

/** What the contributor must write: a line for each missing fact, as in the entry. */
function writeNext({ content, topics, tags }: NewEntry, kinds: readonly string[]): string[] {
  const lines: Partial<Record<string, string>> = {
    authors: 'authors: [First Author, Second Author]',
    published: 'published: 2024-10-04',
    paper: 'paper: https://…',
    topics: `topics: [${likely(topics).slice(0, 3).join(', ')}]`,
    kind: `kind: [${kinds[0] ?? ''}]${kinds.length > 1 ? `    # or ${kinds.slice(1).join(', ')}` : ''}`,
    tags: `tags: [${likely(tags).slice(0, 6).join(', ')}]`,
    claim: 'claim: One sentence of yours, at most 160 characters, that says what the paper shows.',
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
