import { basename, join } from 'node:path'
import { NotPlainFile } from '../../src/content/plain-file.ts'
import { papersFolder } from '../../src/content/read.ts'
import { entryError, entryFrom } from '../../src/intake/entry.ts'
import type { ExistingEntry } from '../../src/intake/existing.ts'
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
import { writeNewFile } from '../check/atomic-write.ts'
import { recordGaps } from '../convert/gaps.ts'
import type { PoliteFetch } from '../network/polite-fetch.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { FoundPaper } from './doi.ts'
import { identityOf, openList, recordIdentity } from './list.ts'
import { createLookup, parseArgument, type RequestedPaper } from './requested-papers.ts'

/** The facts that a person has to write. */
export type Choices = Partial<
  Pick<EntryFacts, 'topics' | 'kind' | 'tags' | 'names' | 'claim' | 'evidence'>
>

/** An entry that is ready to be written, with suggested topics and tags. */
export interface NewEntry extends Suggestions {
  paper: FoundPaper
  path: string
  content: EntryContent
  /** The whole file. */
  text: string
  /** The findings of the check, except missing facts, which the contributor writes next. */
  findings: Finding[]
  /** Whether the paper comes from a file. Its missing facts are then added to the known gaps. */
  isFromFile: boolean
}

/** The options of add. */
export interface AddOptions {
  /** The arguments of the command: identifiers, addresses and files. */
  args: readonly string[]
  ask: PoliteFetch
  /** Facts from the command line; allowed for a single paper only. */
  choices?: Choices
  content?: string
  /** Where to write the entries; by default the list's own folder. */
  folder?: string | undefined
  /** Looks everything up, but writes nothing. */
  dryRun?: boolean
  /** Today, `2026-03-13`. */
  today: string
}

/** The result of add. */
export interface AddReport {
  added: NewEntry[]
  /** A message for each paper that was not added. */
  failures: string[]
  /** The lines of the report about skipped parts of files. */
  skipped: string[]
  /** How many papers of a file were on the list already. */
  present: number
  /** Existing entries whose identity was recorded. */
  recorded: { path: string; identity: Identity }[]
  /** The ids of the vocabulary's kinds. */
  kinds: string[]
  dryRun: boolean
}

/**
 * Adds papers to the list: looks for duplicates, queries the services, and writes a new entry for each paper. Existing
 * entries are never changed, but their identities are recorded if that has not been done yet.
 */
export async function addPapers(options: AddOptions): Promise<AddReport> {
  const { args, ask, choices = {}, content = 'content', dryRun = false, today } = options
  const folder = options.folder ?? join(content, papersFolder)
  const { context, index, suggest, isRecorded } = openList(content, options.folder, today)
  const { kinds, venues } = context.vocabulary
  const report: AddReport = {
    added: [],
    failures: [],
    skipped: [],
    present: 0,
    recorded: [],
    kinds: Object.keys(kinds),
    dryRun,
  }
  const { added, failures, recorded } = report
  // With --out, the list stays unchanged, so no identities are recorded.
  const recordsIdentities = options.folder === undefined
  const findEntry = (arxiv?: string, doi?: string, title?: string) => {
    const paper = { paper: arxiv, doi, title: title && titleText(title) }
    return index.findEntry(paper) ?? index.findNearEntry(paper)
  }
  /** Runs a function for one paper and reports its failure, so that the other papers go on. */
  const attempt = async (name: string, work: () => void | Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (error instanceof NotPlainFile) failures.push(`${name}: ${error.message}`)
      else if (error instanceof CommandFailed) failures.push(error.message)
      else throw error
    }
  }

  const allRequested: RequestedPaper[] = []
  for (const arg of args)
    await attempt(arg, () => {
      const { papers, skipped } = parseArgument(arg, venues)
      allRequested.push(...papers)
      report.skipped.push(...skipped)
    })
  // Papers that are on the list already are not looked up.
  const requested = allRequested.filter((paper) => {
    const { name, arxiv, doi, anthology, inFile } = paper
    const existing = findEntry(arxiv, doi, arxiv || doi || anthology ? undefined : inFile?.title)
    if (!existing || (existing.by === 'id' && recordsIdentities && !isRecorded(paper))) return true
    const isSame =
      existing.by !== 'near title' &&
      inFile &&
      existing.titles.some((title) => sameTitle(title, inFile.title))
    if (isSame) report.present += 1
    else failures.push(duplicateMessage(name, existing))
    return false
  })
  const [firstChoice] = Object.keys(choices)
  if (firstChoice && requested.length > 1)
    throw new CommandFailed(
      `Unexpected --${firstChoice} with ${requested.length} papers, expected one paper. Add each by itself.`,
    )

  /** Makes the entry of a paper that was found, in the same way as convert. */
  const newEntry = (paper: FoundPaper, isFromFile: boolean): NewEntry => {
    const made = entryFrom(paper, today)
    const entry = { ...made, facts: { ...made.facts, ...choices } }
    const { title = paper.title } = entry.facts
    const path = join(folder, `${index.reserveId(title)}.mdx`).replaceAll('\\', '/')
    const error = entryError(path, entry)
    if (error) throw new CommandFailed(error.why)
    const text = writeEntryFile(entry)
    const findings = checkEntry(parseEntryFile(path, text), context)
    // The rule `facts` checks the form of these facts, such as the number of topics.
    const chosen = firstChoice ? ['facts', ...Object.keys(choices)] : []
    const fault = findings.find(({ rule }) => chosen.includes(rule))
    if (fault) throw new CommandFailed(`${fault.message} (${fault.rule}; nothing was written)`)
    const suggestions = suggest({ title: titleText(title), abstract: plainText(entry.abstract) })
    return { paper, path, content: entry, text, findings, isFromFile, ...suggestions }
  }
  const add = ({ name, inFile }: RequestedPaper, found: FoundPaper | undefined) => {
    if (!found) return
    const { arxiv, doi, title, abstract } = found
    if (inFile && abstract.length === 0 && allRequested.length > 1)
      throw new CommandFailed(
        `Unexpected paper \`${title}\` (${name}) without an abstract, expected one: ${found.source} has none. Write the abstract into the file.`,
      )
    const existing = findEntry(arxiv, doi, title)
    if (!existing) {
      const entry = newEntry(found, inFile !== undefined)
      added.push(entry)
      index.add(parseEntryFile(entry.path, entry.text))
      return
    }
    const identity = identityOf(found)
    const isNew = added.some(({ path }) => path === existing.path)
    if (existing.by !== 'id' || !identity || isNew || !recordsIdentities || isRecorded(identity))
      throw new CommandFailed(duplicateMessage(name, existing, title))
    recorded.push({ path: existing.path, identity })
  }
  const lookUp = createLookup(requested, { ask, venues })
  for (const paper of requested)
    await attempt(paper.name, async () => add(paper, await lookUp(paper)))

  if (dryRun) return report
  for (const { path, text } of added) writeNewFile(path, text)
  if (recordsIdentities) {
    const identities = added.flatMap(({ paper }) => identityOf(paper) ?? [])
    for (const identity of [...identities, ...recorded.map((one) => one.identity)])
      if (!isRecorded(identity)) recordIdentity(content, identity)
    const listed = added.filter(({ isFromFile }) => isFromFile)
    recordGaps(
      folder,
      listed.map(({ path, text }) => ({ id: basename(path, '.mdx'), text })),
    )
  }
  return report
}

const duplicates = {
  id: ['has it', 'Correct that entry if something is wrong with it.'],
  title: ['has the same title', 'Correct that entry if something is wrong with it.'],
  'near title': [
    'has nearly the same title',
    'Correct that entry if it is the same paper; write the entry by hand if it is another.',
  ],
} as const

function duplicateMessage(name: string, { path, by }: ExistingEntry, title?: string): string {
  const called = title === undefined ? '' : ` (\`${titleText(title)}\`)`
  const [why, cure] = duplicates[by]
  return `Unexpected paper \`${name}\`${called}, expected one that is not on the list: \`${path}\` ${why}. ${cure}`
}
