import { basename, join } from 'node:path'
import { NotPlain, statsAt } from '../../src/content/plain-file.ts'
import { papersFolder } from '../../src/content/read.ts'
import { entryFrom, refusalsOf } from '../../src/intake/entry.ts'
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
import { writeNewFile } from '../check/whole-file.ts'
import { recordGaps } from '../convert/gaps.ts'
import type { ClaimingEntry } from '../convert/present.ts'
import type { PoliteFetch } from '../network/polite-fetch.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { FoundPaper } from './doi.ts'
import { identityOf, openList, recordIdentity } from './list.ts'
import { lookUp, type Wanted, wantedOf } from './wanted.ts'

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
  /** What the rules find in it. Missing facts are not among them: the contributor writes them next. */
  findings: Finding[]
  /** Whether a file of papers names it: what it lacks is then added to the list's known gaps. */
  isListed: boolean
}

/** What is to be added, and how. */
export interface AddOptions {
  /** What the contributor wrote: identifiers, addresses and files. */
  words: readonly string[]
  ask: PoliteFetch
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
  /** What could not be taken from the files, in lines. */
  lost: string[]
  /** How many papers of a file are on the list under the same title. Nothing else is said of them. */
  present: number
  /** Entries that existed already, whose identity is recorded now. */
  recorded: { path: string; identity: Identity }[]
  /** The ids of the kinds that an entry may name. */
  kinds: string[]
  dryRun: boolean
}

/**
 * Adds papers to the list: looks for duplicates first, asks the services, and writes one new entry each. Entries that
 * exist are never touched. Where nobody has recorded the identity of one of these, it is recorded.
 */
export async function addPapers(options: AddOptions): Promise<AddReport> {
  const { words, ask, choices = {}, content = 'content', dryRun = false, today } = options
  const folder = options.folder ?? join(content, papersFolder)
  const { around, present, suggest, isRecorded } = openList(content, options.folder, today)
  const { kinds, venues } = around.vocabulary
  const report: AddReport = {
    added: [],
    refused: [],
    lost: [],
    present: 0,
    recorded: [],
    kinds: Object.keys(kinds),
    dryRun,
  }
  // With --out the entries are only to be looked at: nothing is recorded in the list.
  const keepsRecord = options.folder === undefined
  const isUnrecorded = (marks: Partial<Identity>) => keepsRecord && !isRecorded(marks)
  const ownerOf = (arxiv?: string, doi?: string, title?: string) => {
    const text = title && titleText(title)
    return present.ownerOf({ paper: arxiv, doi, title: text }) ?? present.nearOwnerOf(text)
  }
  /** Does a piece of work. A failure is reported, and the other papers go on. */
  const attempt = async (name: string, work: () => void | Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (error instanceof NotPlain) report.refused.push(`${name}: ${error.message}`)
      else if (error instanceof CommandFailed) report.refused.push(error.message)
      else throw error
    }
  }

  const named: Wanted[] = []
  for (const word of words) {
    await attempt(word, () => {
      const { papers, lost } = wantedOf(word, venues)
      named.push(...papers)
      report.lost.push(...lost)
    })
  }
  // Papers that are known to be on the list need no question.
  const wanted = named.filter((one) => {
    const { name, arxiv, doi, anthology, inFile } = one
    const title = arxiv || doi || anthology ? undefined : inFile?.item.title
    const owner = ownerOf(arxiv, doi, title)
    if (!owner || (owner.by === 'id' && isUnrecorded(one))) return true
    const isSame = owner.by !== 'near title' && inFile && hasTitle(owner, inFile.title)
    if (isSame) report.present += 1
    else report.refused.push(sayDuplicate(name, owner))
    return false
  })
  const [choice] = Object.keys(choices)
  if (choice && wanted.length > 1)
    throw new CommandFailed(
      `Unexpected --${choice} with ${wanted.length} papers, expected one paper. Add each by itself.`,
    )

  /** Makes the entry of a found paper, in the same way as convert does. Unknown facts are absent. */
  const newEntry = (paper: FoundPaper, isListed: boolean): NewEntry => {
    const made = entryFrom({ ...paper, line: 1 }, paper.item, today)
    const ownAddress = paper.paper && { paper: paper.paper }
    const entry = { ...made, facts: { ...made.facts, ...ownAddress, ...choices } }
    const { title = paper.title } = entry.facts
    const path = join(folder, `${present.takeId(title)}.mdx`).replaceAll('\\', '/')
    if (statsAt(path))
      throw new CommandFailed(
        `Unexpected \`${path}\`, expected no such file, folder or link. Take it out.`,
      )
    const text = writeEntryFile(entry)
    const [refusal] = refusalsOf(path, text, entry)
    if (refusal) throw new CommandFailed(refusal)
    const findings = checkEntry(parseEntryFile(path, text), around)
    // The rule `facts` says how many topics there may be, for instance.
    const chosen = choice ? ['facts', ...Object.keys(choices)] : []
    const fault = findings.find(({ rule }) => chosen.includes(rule))
    if (fault) throw new CommandFailed(`${fault.message} (${fault.rule}; nothing was written)`)
    const suggestions = suggest({
      title: titleText(title),
      abstract: plainText(entry.abstract),
    })
    return { paper, path, content: entry, text, findings, isListed, ...suggestions }
  }
  const add = ({ name, inFile }: Wanted, found: FoundPaper | undefined) => {
    if (!found) return
    if (inFile && found.abstract.length === 0 && named.length > 1) throw sayNoAbstract(name, found)
    const { arxiv, doi, title } = found.item
    const owner = ownerOf(arxiv, doi, title)
    if (!owner) {
      const entry = newEntry(found, inFile !== undefined)
      report.added.push(entry)
      present.add(parseEntryFile(entry.path, entry.text))
      return
    }
    const identity = identityOf(found)
    const isOurs = report.added.some(({ path }) => path === owner.path)
    if (owner.by !== 'id' || !identity || isOurs || !isUnrecorded(identity))
      throw new CommandFailed(sayDuplicate(name, owner, title))
    report.recorded.push({ path: owner.path, identity })
  }
  const find = lookUp(wanted, { ask, venues })
  for (const one of wanted) await attempt(one.name, async () => add(one, await find(one)))

  if (dryRun) return report
  for (const { path, text } of report.added) writeNewFile(path, text)
  if (keepsRecord) {
    const identities = report.added.flatMap(({ paper }) => identityOf(paper) ?? [])
    for (const identity of [...identities, ...report.recorded.map((one) => one.identity)])
      if (!isRecorded(identity)) recordIdentity(content, identity)
    const listed = report.added.filter(({ isListed }) => isListed)
    recordGaps(
      folder,
      listed.map(({ path, text }) => ({ id: basename(path, '.mdx'), text })),
    )
  }
  return report
}

const hasTitle = ({ titles }: ClaimingEntry, title: string) =>
  titles.some((other) => sameTitle(other, title))

/** A file may name hundreds of papers without an abstract. The check would refuse each of their entries. */
function sayNoAbstract(name: string, { title, source }: FoundPaper): CommandFailed {
  return new CommandFailed(
    `Unexpected paper \`${title}\` (${name}) without an abstract, expected one: ${source} has none. Write the abstract into the file.`,
  )
}

function sayDuplicate(name: string, { path, by }: ClaimingEntry, title?: string): string {
  const called = title === undefined ? '' : ` (\`${titleText(title)}\`)`
  const why = by === 'id' ? 'has it' : by === 'title' ? 'has its title' : 'has nearly its title'
  const cure =
    by === 'near title'
      ? 'Correct that entry if it is the same paper; write the entry by hand if it is another.'
      : 'Correct that entry if something is wrong with it.'
  return `Unexpected paper \`${name}\`${called}, expected one that is not on the list: \`${path}\` ${why}. ${cure}`
}
