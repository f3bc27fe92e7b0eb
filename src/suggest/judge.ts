import { factAt } from '../intake/entry.ts'
import { existingPapersIn } from '../intake/existing.ts'
import type { EntryFacts } from '../model/entry.ts'
import { comparePlaces, type Finding } from '../model/finding.ts'
import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { checkEntry, checkList } from '../rules/engine/all.ts'
import { type RuleContext, validFacts } from '../rules/engine/rule.ts'
import { gaps, messageForGaps, unreportedGaps } from '../rules/gaps.ts'
import { onePaperOneEntry } from '../rules/one-paper-one-entry.ts'
import { type EntryFile, parseEntryFile } from '../text/entry-file.ts'
import { fileStart } from '../text/place.ts'
import { titleText } from '../text/title.ts'
import { emptyDraft, entriesFolder, linkFields } from './draft.ts'
import type { DraftFile } from './draft-file.ts'

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
  /** The field of the form in which it is to be fixed; `file` where no field holds it. */
  field: string
  /** The entry that has the paper already. */
  twin?: { id: string; title: string } | undefined
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
  const present = existingPapersIn(papers.map(standIn))
  return ({ path, source }, today) => {
    const file = parseEntryFile(path, source)
    const around: RuleContext = { topics, vocabulary: { ...vocabulary, acronyms: {} }, today }
    // The rule compares every two papers; of a long list only the one that may be the same is compared.
    const facts = validFacts(file)
    const owner = present.ownerOf(facts) ?? present.nearOwnerOf(facts)
    const entries = owner ? [owner.file, file] : [file]
    const ofList = checkList({ entries, pages: [], data: [] }, around).filter((finding) =>
      [finding.path, finding.other].includes(path),
    )
    const twin = owner && { id: owner.file.id, title: titleText(owner.titles[0] ?? '') }
    // Each missing fact has a finding of its own, which the form shows beside the field.
    const missing = unreportedGaps(file, {}, around.vocabulary).map((fact) => ({
      ...{ ...fileStart, path, rule: gaps.name, field: fact },
      message: messageForGaps([fact]),
    }))
    const placed = [...checkEntry(file, around), ...ofList].map((finding) => ({
      ...finding,
      field: fieldAt(source, finding.line),
      twin: finding.rule === onePaperOneEntry.name ? twin : undefined,
    }))
    return { file, findings: [...missing, ...placed].sort(comparePlaces) }
  }
}

/** The name of the field that holds a line of the file; the file's own where none does. */
function fieldAt(source: string, line: number): string {
  const fact = factAt(source, line)
  const link = /^\s+(\w+):/.exec(source.split('\n')[line - 1] ?? '')?.[1] ?? linkFields[0]
  const name = fact === 'links' ? link : fact
  return line > 1 && name in emptyDraft ? name : 'file'
}

/** A paper of the list as the rules see one: its facts, without text and places. */
function standIn({ id, ...values }: KnownPaper): EntryFile {
  return {
    path: `${entriesFolder}/${id}.mdx`,
    id,
    source: '',
    frontMatter: { values, faults: [], placeOf: () => ({ line: 1, column: 1 }), bodyStart: 0 },
    bodyFaults: [],
    body: { type: 'root', children: [] },
    abstract: { type: 'root', children: [] },
  }
}
