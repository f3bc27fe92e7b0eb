import { factAt } from '../intake/entry.ts'
import type { EntryFacts } from '../model/entry.ts'
import { comparePlaces, type Finding } from '../model/finding.ts'
import { identifiersOf } from '../model/identifier.ts'
import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { checkEntry, checkList } from '../rules/engine/all.ts'
import { type RuleContext, validFacts } from '../rules/engine/rule.ts'
import { gaps, messageForMissing, missingFrom } from '../rules/gaps.ts'
import { nearTitles } from '../similarity/near-titles.ts'
import { type EntryFile, parseEntryFile } from '../text/entry-file.ts'
import { fileStart } from '../text/place.ts'
import { type DraftFile, entriesFolder } from './draft.ts'

/** A paper of the list, as much as tells it from others. Each author is given by the last word of the name. */
export type KnownPaper = Pick<
  EntryFacts,
  'title' | 'alsoTitled' | 'formerIds' | 'paper' | 'doi' | 'authors' | 'added'
> & { id: string }

/** What the list holds and allows; the page of suggestions fetches it. */
export interface KnownList {
  papers: readonly KnownPaper[]
  topics: readonly Topic[]
  vocabulary: Pick<Vocabulary, 'kinds' | 'tags' | 'venues'>
}

/** What a rule says of a draft's file. */
export interface JudgedFinding extends Finding {
  /** The fact that it is about, or `abstract`; absent where it is about the whole file. */
  fact?: string | undefined
  /** The id of the entry that has the paper already. */
  twin?: string | undefined
}

/** What the rules say of a draft's file. */
export interface Judgement {
  file: EntryFile
  findings: JudgedFinding[]
}

/**
 * A function that holds a draft's file against the same rules as the check: every rule of one entry, that nothing is
 * missing, and that no paper has two entries. Whether the paper's identity is recorded only the check can tell.
 */
export function judgeOf({
  papers,
  topics,
  vocabulary,
}: KnownList): (draft: DraftFile, today: string) => Judgement {
  const alike = alikeIn(papers)
  return ({ path, source }, today) => {
    const file = parseEntryFile(path, source)
    const around: RuleContext = { topics, vocabulary: { ...vocabulary, acronyms: {} }, today }
    const entries = file.excess ? [file] : [...alike(file), file]
    const list = checkList({ entries, pages: [], data: [] }, around)
    // Each missing fact has a finding of its own, which the form shows beside the field.
    const missing = missingFrom(file, {}, around.vocabulary).map((fact) => ({
      ...{ ...fileStart, path, rule: gaps.name, fact },
      message: messageForMissing([fact]),
    }))
    const ofList = list.filter((finding) => finding.path === path || finding.other === path)
    const placed = [...checkEntry(file, around), ...ofList].map((finding) => ({
      ...finding,
      fact: finding.line === 1 ? undefined : factAt(source, finding.line),
      twin: twinOf(finding, path),
    }))
    return { file, findings: [...missing, ...placed].sort(comparePlaces) }
  }
}

/**
 * A function that names those papers of the list that the rules may take for the same as a new one, so that a long list
 * need not be compared as a whole with every key that is pressed.
 */
function alikeIn(papers: readonly KnownPaper[]): (file: EntryFile) => EntryFile[] {
  const known = papers.map((paper) => ({
    file: standIn(paper),
    marks: new Set([...identifiersOf(paper), paper.id, ...(paper.formerIds ?? [])]),
  }))
  const titled = papers.flatMap(({ title, alsoTitled = [] }, place) =>
    [title, ...alsoTitled].map((text) => ({ text, place })),
  )
  const near = nearTitles(titled.map(({ text }) => text))
  return (file) => {
    const { title = '', alsoTitled = [], formerIds = [], ...facts } = validFacts(file)
    const marks = [...identifiersOf(facts), file.id, ...formerIds]
    const places = new Set([title, ...alsoTitled].flatMap(near).map((at) => titled[at]?.place))
    return known
      .filter((one, place) => places.has(place) || marks.some((mark) => one.marks.has(mark)))
      .map((one) => one.file)
  }
}

/** A paper of the list as the rules see one: its facts, without text and places. */
function standIn({ id, ...values }: KnownPaper): EntryFile {
  const nothing = () => ({ type: 'root' as const, children: [] })
  const placeOf = () => ({ line: 1, column: 1 })
  return {
    path: `${entriesFolder}/${id}.mdx`,
    id,
    source: '',
    frontMatter: { values, faults: [], placeOf, bodyStart: 0 },
    bodyFaults: [],
    body: nothing(),
    abstract: nothing(),
  }
}

/** The id of the entry that has the paper already, when a finding says so. */
function twinOf({ rule, path, other }: Finding, own: string): string | undefined {
  if (rule !== 'one-paper-one-entry') return undefined
  const twin = path === own ? other : path
  return twin?.replace(/^.*\//, '').replace(/\.mdx$/, '')
}
