import { basename, join } from 'node:path'
import { statsAt } from '../../src/content/plain-file.ts'
import { papersFolder } from '../../src/content/read.ts'
import { entryFrom, newId, refusalsOf } from '../../src/intake/entry.ts'
import type { EntryFacts } from '../../src/model/entry.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Identity } from '../../src/model/identity.ts'
import { checkEntry } from '../../src/rules/engine/all.ts'
import { sameTitle } from '../../src/similarity/near-titles.ts'
import type { Suggestions } from '../../src/suggest/suggestions.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import { type EntryContent, writeEntryFile } from '../../src/text/entry-writer.ts'
import { plainText } from '../../src/text/plain.ts'
import { titleText } from '../../src/text/title.ts'
import { checkContent } from '../check/check-content.ts'
import { writeNewFile } from '../check/whole-file.ts'
import { recordGaps } from '../convert/gaps.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { AskText, FoundPaper } from './ask.ts'
import {
  type Duplicate,
  duplicateOf,
  identityOf,
  type OpenList,
  openList,
  recordIdentities,
} from './list.ts'
import { type Lookup, lookUp, wantedOf } from './wanted.ts'

/** What only a person can say of a paper. */
export type Choices = Partial<
  Pick<EntryFacts, 'topics' | 'kind' | 'tags' | 'names' | 'claim' | 'evidence'>
>

/** An entry that is ready to be written, with the topics and tags that it may belong to. */
export interface NewEntry extends Suggestions {
  paper: FoundPaper
  path: string
  content: EntryContent
  /** The whole file. */
  text: string
  /** Whether a file of papers names it. What it lacks is then a known gap of the list. */
  isListed: boolean
}

/** What is to be added, and how. */
export interface AddOptions {
  /** What the contributor wrote: identifiers, addresses and files. */
  words: readonly string[]
  ask: AskText
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

/** What was added, and what was not. */
export interface AddReport {
  added: NewEntry[]
  /** Why something was not added: messages. */
  refused: string[]
  /** How many papers of a file the list has under the same title; there is nothing to say of them. */
  present: number
  /** Entries that existed already, whose identity is recorded now. */
  recorded: { path: string; identity: Identity }[]
  /** The ids of the kinds that an entry may name. */
  kinds: string[]
  /** What the check finds in the new entries. */
  findings: Finding[]
  dryRun: boolean
}

/**
 * Adds papers to the list: looks for duplicates first, asks the services, and writes one new entry each. Entries that
 * exist are never touched. Where nobody has recorded the identity of one of these, it is recorded.
 */
export async function addPapers(options: AddOptions): Promise<AddReport> {
  const { words, ask, choices = {}, content = 'content', dryRun = false, today } = options
  const folder = options.folder ?? join(content, papersFolder).replaceAll('\\', '/')
  const list = openList(content, folder, today)
  const { kinds, venues } = list.vocabulary
  const report: AddReport = {
    added: [],
    refused: [],
    present: 0,
    recorded: [],
    kinds: Object.keys(kinds),
    findings: [],
    dryRun,
  }
  // A folder that is elsewhere is for a look: the list's own record of identities is not for it.
  const keepsRecord = options.folder === undefined
  const isUnrecorded = (marks: Partial<Identity>) => keepsRecord && !list.isRecorded(marks)
  /** What some work gives; nothing where it fails, which is reported. */
  const orRefused = <T>(work: () => T[]): T[] => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error
      report.refused.push(error.message)
      return []
    }
  }
  const named = words.flatMap((word) => orRefused(() => wantedOf(word, venues)))
  const wanted = named.filter((one) => {
    const { name, arxiv, doi, anthology, inFile } = one
    const title = arxiv || doi || anthology ? undefined : inFile?.title
    const duplicate = duplicateOf({ arxiv, doi, title }, list.entries)
    if (!duplicate || (duplicate.by === 'id' && isUnrecorded(one))) return true
    if (duplicate.by !== 'near title' && inFile && sameTitle(inFile.title, duplicate.title))
      report.present += 1
    else report.refused.push(sayDuplicate(name, duplicate))
    return false
  })
  if (wanted.length > 1 && Object.keys(choices).length > 0) {
    throw new CommandFailed(
      `Unexpected --${Object.keys(choices)[0]} with ${wanted.length} papers, expected one paper. Add each by itself.`,
    )
  }
  const newEntry = ({ name, found }: Lookup): NewEntry[] => {
    if (!found) return []
    if (found instanceof CommandFailed) throw found
    const isListed = named.some((one) => one.name === name && one.inFile)
    if (isListed && found.abstract.length === 0 && named.length > 1)
      throw sayNoAbstract(name, found)
    const { arxiv, doi, title } = found.item
    const duplicate = duplicateOf({ arxiv, doi, title: titleText(title) }, list.entries)
    if (!duplicate) return [{ ...draftOf(found, list, choices, folder, today), isListed }]
    const identity = identityOf(found)
    const isOurs = report.added.some(({ path }) => path === duplicate.path)
    if (duplicate.by !== 'id' || !identity || isOurs || !isUnrecorded(identity))
      throw new CommandFailed(sayDuplicate(name, duplicate, found))
    report.recorded.push({ path: duplicate.path, identity })
    return []
  }
  for (const lookup of await lookUp(wanted, ask, venues)) {
    for (const entry of orRefused(() => newEntry(lookup))) {
      report.added.push(entry)
      list.entries.push(parseEntryFile(entry.path, entry.text))
    }
  }
  if (dryRun) return report
  const taken = report.added.filter(({ path }) => statsAt(path))
  for (const { path } of taken)
    report.refused.push(
      `Unexpected \`${path}\`, expected no such file, folder or link. Take it out.`,
    )
  report.added = report.added.filter((draft) => !taken.includes(draft))
  for (const { path, text } of report.added) writeNewFile(path, text)
  if (keepsRecord) {
    const added = report.added.flatMap(({ paper }) => identityOf(paper) ?? [])
    const recorded = report.recorded.map(({ identity }) => identity)
    const fresh = [...added, ...recorded].filter((identity) => !list.isRecorded(identity))
    recordIdentities(content, fresh)
    const listed = report.added.filter(({ isListed }) => isListed)
    recordGaps(
      folder,
      listed.map(({ path, text }) => ({ id: basename(path, '.mdx'), text })),
    )
  }
  const targets = [...report.added, ...report.recorded].map(({ path }) => path)
  if (targets.length > 0) report.findings = checkContent({ content, targets }).findings
  return report
}

/**
 * Makes the entry of a found paper, in the same way as convert. A fact that nobody knows is absent. Throws where the guard or
 * a rule of the choices refuses it.
 */
function draftOf(
  paper: FoundPaper,
  list: OpenList,
  choices: Choices,
  folder: string,
  today: string,
): Omit<NewEntry, 'isListed'> {
  const made = entryFrom({ ...paper, line: 1 }, paper.item, today)
  const ownAddress = paper.paper && { paper: paper.paper }
  const content = { ...made, facts: { ...made.facts, ...ownAddress, ...choices } }
  const title = content.facts.title ?? paper.title
  const id = newId(title, list.taken)
  const path = join(folder, `${id}.mdx`).replaceAll('\\', '/')
  const words = { title: titleText(title), abstract: plainText(content.abstract) }
  const text = writeEntryFile(content)
  const draft = { paper, path, content, text, ...list.suggest(words) }
  const [refusal] = refusalsOf(path, text, content)
  if (refusal) throw new CommandFailed(refusal)
  const [fault] = faultsOfChoices(draft, list)
  if (fault) throw new CommandFailed(`${fault.message} (${fault.rule}; nothing was written)`)
  list.taken.add(id)
  return draft
}

/** What the rules have against a person's choices, before anything is written. */
function faultsOfChoices(
  { path, text, content: { facts } }: Omit<NewEntry, 'isListed'>,
  { around }: OpenList,
) {
  // The schema says how many topics there may be, for instance.
  const rules = ['topics', 'tags', 'names', 'claim', 'evidence'] as const
  const chosen = new Set<string>(rules.filter((rule) => facts[rule] !== undefined))
  if (chosen.size > 0 || facts.kind) chosen.add('facts')
  return checkEntry(parseEntryFile(path, text), around).filter(({ rule }) => chosen.has(rule))
}

/** A file may have hundreds of papers without an abstract, and each would be an entry that the check refuses. */
function sayNoAbstract(name: string, { title, source }: FoundPaper): CommandFailed {
  return new CommandFailed(
    `Unexpected paper \`${title}\` (${name}) without an abstract, which ${source} does not have, expected one with it. Write the abstract into the file.`,
  )
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
