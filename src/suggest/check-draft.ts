import { factAt } from '../intake/entry.ts'
import { indexEntries } from '../intake/existing.ts'
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

/** The facts that identify a paper of the list. Of each author only the last word of the name is given. */
export type KnownPaper = Pick<
  EntryFacts,
  'title' | 'alsoTitled' | 'formerIds' | 'paper' | 'doi' | 'authors' | 'added'
> & { id: string }

/** The papers, topics and vocabulary of the list, which the Suggest page fetches. */
export interface KnownList {
  papers: readonly KnownPaper[]
  topics: readonly Topic[]
  vocabulary: Pick<Vocabulary, 'kinds' | 'tags' | 'venues'>
}

/** A finding in the file of a draft. */
export interface DraftFinding extends Finding {
  /** The field of the form in which it can be fixed; `file` if there is none. */
  field: string
  /** The entry of the list that is the same paper. */
  duplicate?: { id: string; title: string } | undefined
}

/** The file of a draft with its findings. */
export interface CheckedDraft {
  file: EntryFile
  findings: DraftFinding[]
}

/**
 * Gives a function that checks the file of a draft by the rules of the check: all rules for one entry, that no fact is missing,
 * and that no paper has two entries. Only the check itself knows whether the paper's identity is recorded.
 */
export function draftChecker({
  papers,
  topics,
  vocabulary,
}: KnownList): (draft: DraftFile, today: string) => CheckedDraft {
  const present = indexEntries(papers.map(entryFileOf))
  return ({ path, source }, today) => {
    const file = parseEntryFile(path, source)
    const context: RuleContext = { topics, vocabulary: { ...vocabulary, acronyms: {} }, today }
    // The rule compares every pair of papers, which is slow for a long list. So only the likely duplicate is compared.
    const facts = validFacts(file)
    const match = present.findEntry(facts) ?? present.findNearEntry(facts)
    const entries = match ? [match.file, file] : [file]
    const ofList = checkList({ entries, pages: [], data: [] }, context).filter((finding) =>
      [finding.path, finding.other].includes(path),
    )
    const duplicate = match && { id: match.file.id, title: titleText(match.titles[0] ?? '') }
    // Each missing fact has its own finding, which the form shows beside the field.
    const missing = unreportedGaps(file, {}, context.vocabulary).map((fact) => ({
      ...{ ...fileStart, path, rule: gaps.name, field: fact },
      message: messageForGaps([fact]),
    }))
    const placed = [...checkEntry(file, context), ...ofList].map((finding) => ({
      ...finding,
      field: fieldAt(source, finding.line),
      duplicate: finding.rule === onePaperOneEntry.name ? duplicate : undefined,
    }))
    return { file, findings: [...missing, ...placed].sort(comparePlaces) }
  }
}

/** The name of the field from which a line of the file is written; `file` if there is none. */
function fieldAt(source: string, line: number): string {
  const fact = factAt(source, line)
  const link = /^\s+(\w+):/.exec(source.split('\n')[line - 1] ?? '')?.[1] ?? linkFields[0]
  const name = fact === 'links' ? link : fact
  return line > 1 && name in emptyDraft ? name : 'file'
}

/** A paper of the list as the entry file that the rules expect, without text and places. */
function entryFileOf({ id, ...values }: KnownPaper): EntryFile {
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
