import { factAt } from '../intake/entry.ts'
import { existingPapersIn } from '../intake/existing.ts'
import type { EntryFacts } from '../model/entry.ts'
import { comparePlaces, type Finding } from '../model/finding.ts'
import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { checkEntry, checkList } from '../rules/engine/all.ts'
import { type RuleContext, validFacts } from '../rules/engine/rule.ts'
import { gaps, messageForMissing, missingFrom } from '../rules/gaps.ts'
import { type EntryFile, parseEntryFile } from '../text/entry-file.ts'
import { fileStart } from '../text/place.ts'
import { entriesFolder } from './draft.ts'
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
    // Each missing fact has a finding of its own, which the form shows beside the field.
    const missing = missingFrom(file, {}, around.vocabulary).map((fact) => ({
      ...{ ...fileStart, path, rule: gaps.name, fact },
      message: messageForMissing([fact]),
    }))
    const placed = [...checkEntry(file, around), ...ofList].map((finding) => ({
      ...finding,
      fact: finding.line === 1 ? undefined : factAt(source, finding.line),
      twin: finding.rule === 'one-paper-one-entry' ? owner?.file.id : undefined,
    }))
    return { file, findings: [...missing, ...placed].sort(comparePlaces) }
  }
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
