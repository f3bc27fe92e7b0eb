import { join } from 'node:path'
import { papersFolder } from '../../src/content/read.ts'
import { refusalsOf } from '../../src/intake/entry.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Identity } from '../../src/model/identity.ts'
import type { Suggestion } from '../../src/suggest/suggestions.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import { plainText } from '../../src/text/plain.ts'
import { titleText } from '../../src/text/title.ts'
import { checkContent } from '../check/check-content.ts'
import { writeNewFile } from '../check/whole-file.ts'
import { CommandFailed } from '../terminal/command.ts'
import { type Choices, type Draft, draftOf, faultsOfChoices } from './draft.ts'
import { type Duplicate, duplicateOf } from './duplicates.ts'
import type { FoundPaper } from './found-paper.ts'
import { identityOf, isRecorded, loadIdentities, recordIdentities } from './identities.ts'
import { type OpenList, openList } from './list.ts'
import { type Lookup, lookUp, type Services } from './upstream.ts'
import { type Wanted, wantedOf } from './wanted.ts'

/** What is to be added, and how. */
export interface AddOptions {
  /** What the contributor wrote: identifiers, addresses and files. */
  words: readonly string[]
  services: Services
  /** What the contributor has said of the paper; for one paper only. */
  choices?: Choices
  content?: string
  /** Where the entries go; the list's own folder when absent. */
  folder?: string | undefined
  /** Look everything up, write nothing. */
  dryRun?: boolean
  /** Today, `2026-03-13`. */
  today: string
}

/** A draft with the topics and tags that it may belong to. */
export interface SuggestedDraft extends Draft {
  topics: Suggestion[]
  tags: Suggestion[]
}

/** What was added, and what was not. */
export interface AddReport {
  added: SuggestedDraft[]
  /** Why something was not added: messages. */
  refused: string[]
  /** Entries that existed already, whose identity is recorded now. */
  recorded: { path: string; identity: Identity }[]
  /** What the check finds in the new entries. */
  findings: Finding[]
  dryRun: boolean
}

/**
 * Adds papers to the list: looks for duplicates first, asks the services, and writes one new entry each. Entries that
 * exist are never touched. Where nobody has recorded the identity of one of these, it is recorded.
 */
export async function addPapers(options: AddOptions): Promise<AddReport> {
  const { words, services, choices = {}, content = 'content', dryRun = false, today } = options
  const folder = options.folder ?? join(content, papersFolder).replaceAll('\\', '/')
  const list = openList(content, folder, today)
  const report: AddReport = { added: [], refused: [], recorded: [], findings: [], dryRun }
  // A folder that is elsewhere is for a look: the list's own record of identities is not for it.
  const keepsRecord = options.folder === undefined
  const identities = loadIdentities(content)
  const isUnrecorded = (marks: Partial<Identity>) => keepsRecord && !isRecorded(identities, marks)
  const wanted = wantedBy(words, list, report).filter((one) => {
    const duplicate = duplicateOf({ ...one, ...titleIn(one) }, list.entries)
    const isNamed = duplicate?.by === 'id' && isUnrecorded(one)
    if (!duplicate || isNamed) return true
    report.refused.push(sayDuplicate(one.name, duplicate))
    return false
  })
  if (wanted.length > 1 && Object.keys(choices).length > 0) {
    throw new CommandFailed(
      `Unexpected --${Object.keys(choices)[0]} with ${wanted.length} papers, expected one paper. Add each by itself.`,
    )
  }
  for (const lookup of await lookUp(wanted, services, list.vocabulary.venues)) {
    try {
      const draft = draftFor(lookup, list, { ...options, folder, isUnrecorded }, report)
      if (!draft) continue
      report.added.push(draft)
      list.entries.push(parseEntryFile(draft.path, draft.text))
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error
      report.refused.push(error.message)
    }
  }
  if (dryRun) return report
  for (const { path, text } of report.added) writeNewFile(path, text)
  if (keepsRecord) {
    const added = report.added.flatMap(({ paper }) => identityOf(paper) ?? [])
    recordIdentities(content, [...added, ...report.recorded.map(({ identity }) => identity)])
  }
  const targets = [...report.added, ...report.recorded].map(({ path }) => path)
  if (targets.length > 0) report.findings = checkContent({ content, targets }).findings
  return report
}

function wantedBy(words: readonly string[], list: OpenList, report: AddReport): Wanted[] {
  return words.flatMap((word) => {
    try {
      return wantedOf(word, list.vocabulary.venues)
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error
      report.refused.push(error.message)
      return []
    }
  })
}

function titleIn({ inFile, arxiv, doi, anthology }: Wanted): { title?: string } {
  return inFile && !arxiv && !doi && !anthology ? { title: inFile.title } : {}
}

function draftFor(
  { wanted, paper, failure }: Lookup,
  list: OpenList,
  options: AddOptions & { folder: string; isUnrecorded: (identity: Identity) => boolean },
  report: AddReport,
): SuggestedDraft | undefined {
  if (failure) throw failure
  if (!paper) return undefined
  const { arxiv, doi } = paper.item
  const duplicate = duplicateOf({ arxiv, doi, title: titleText(paper.item.title) }, list.entries)
  const identity = identityOf(paper)
  const isOurs = report.added.some(({ path }) => path === duplicate?.path)
  if (duplicate?.by === 'id' && identity && !isOurs && options.isUnrecorded(identity)) {
    report.recorded.push({ path: duplicate.path, identity })
    return undefined
  }
  if (duplicate) throw new CommandFailed(sayDuplicate(wanted.name, duplicate, paper))
  const place = { folder: options.folder, taken: list.taken, today: options.today }
  const draft = suggested(draftOf(paper, options.choices ?? {}, place), list)
  const [refusal] = refusalsOf(draft.path, draft.text, draft.content)
  if (refusal) throw new CommandFailed(refusal)
  const [fault] = faultsOfChoices(draft, list.around)
  if (fault) throw new CommandFailed(`${fault.message} (${fault.rule}; nothing was written)`)
  return draft
}

function suggested(draft: Draft, { suggest }: OpenList): SuggestedDraft {
  const text = {
    title: titleText(draft.content.facts.title ?? ''),
    abstract: plainText(draft.content.abstract),
  }
  return { ...draft, ...suggest(text) }
}

function sayDuplicate(name: string, { path, by }: Duplicate, paper?: FoundPaper): string {
  const title = paper ? ` (\`${titleText(paper.item.title)}\`)` : ''
  const why = by === 'id' ? 'has it' : by === 'title' ? 'has its title' : 'has nearly its title'
  const cure =
    by === 'near title'
      ? 'Correct that entry if it is the same paper; write the entry by hand if it is another.'
      : 'Correct that entry if something is wrong with it.'
  return `Unexpected paper \`${name}\`${title}, expected one that is not on the list: \`${path}\` ${why}. ${cure}`
}
