import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { NotPlain, readPlainBytes } from '../../src/content/plain-file.ts'
import { filledFrom } from '../../src/intake/distinct.ts'
import { paperFormOf, readPapers } from '../../src/intake/read-papers.ts'
import { arxivFault, arxivIdOf, doiOf } from '../../src/model/identifier.ts'
import type { Vocabulary } from '../../src/model/vocabulary.ts'
import { sameTitle } from '../../src/similarity/near-titles.ts'
import { NoAnswer } from '../network/polite-fetch.ts'
import { CommandFailed } from '../terminal/command.ts'
import { askArxiv } from './arxiv.ts'
import type { AskText, FoundPaper } from './ask.ts'
import { anthologyIdOf, askAnthology, askDoi, foundOf } from './doi.ts'

/** A paper that is to be added, and who is asked about it. */
export interface Wanted {
  /** As the contributor wrote it, or a file's line. */
  name: string
  arxiv?: string
  doi?: string
  /** The ACL Anthology's id. */
  anthology?: string
  /** What a file says of it. A service is asked about its identifier all the same. */
  inFile?: FoundPaper
}

/** Finds what a contributor's word names: a paper, or the papers of a file. Throws `CommandFailed` when it names none. */
export function wantedOf(word: string, venues: Vocabulary['venues']): Wanted[] {
  const text = word.trim()
  const form = paperFormOf(text)
  if (form && existsSync(text)) return wantedInFile(text, venues)
  const arxiv = arxivIdOf(text)
  if (arxiv) return [{ name: text, arxiv }]
  const anthology = anthologyIdOf(text)
  if (anthology) return [{ name: text, anthology }]
  const doi = doiOf(text)
  if (doi) {
    const inAnthology = anthologyIdOf(doi)
    return [{ name: text, doi, ...(inAnthology && { anthology: inAnthology }) }]
  }
  const why = arxivFault(text)
  if (why) {
    throw new CommandFailed(
      `Unexpected arXiv id \`${text}\`, expected one that arXiv has given: ${why}. Write the paper's own.`,
    )
  }
  if (/openreview\.net/i.test(text)) {
    throw new CommandFailed(
      `Unexpected OpenReview address \`${text}\`, expected a place that answers programs. Write the paper's arXiv id or DOI, or save its BibTeX and write that file's name.`,
    )
  }
  const missing = form
    ? 'a file that exists'
    : 'an arXiv id or address, a DOI, an ACL Anthology address, or a .bib, .ris, .json, .csv or .md file'
  throw new CommandFailed(
    `Unexpected \`${text}\`, expected ${missing}. Write it as \`2410.03227\`, \`10.18653/v1/2024.acl-long.1\` or \`papers.bib\`.`,
  )
}

function wantedInFile(path: string, venues: Vocabulary['venues']): Wanted[] {
  const form = paperFormOf(path)
  if (!form) return []
  const { records, leftOut, unused } = readPapers(form, bytesOf(path), venues)
  if (records.length === 0) {
    const [first] = leftOut
    const why = first ? ` (line ${first.line}: ${first.what}: ${first.why})` : ''
    throw new CommandFailed(
      `Unexpected end of \`${path}\`, expected ${form} with at least one paper${why}. Run \`npm run convert -- ${path}\` to see all that does not come through.`,
    )
  }
  const lines = records.map(({ line }) => line).sort((a, b) => a - b)
  return records.map((record) => {
    const { arxiv, doi } = record.item
    // What stands between two papers is said with the first of them.
    const from = record.line === lines[0] ? 0 : record.line
    const to = lines.find((line) => line > record.line) ?? Number.POSITIVE_INFINITY
    const isOwn = ({ line }: { line: number }) => line >= from && line < to
    const names = [...new Set(unused.filter(isOwn).map(({ name }) => name))]
    const found = foundOf(basename(path), record, leftOut.filter(isOwn))
    const notes =
      names.length > 0 ? [...found.notes, `Not used: ${names.join(', ')}.`] : found.notes
    const anthology = anthologyIdOf((!arxiv && doi) || record.paper || '')
    return {
      name: `${basename(path)}, line ${record.line}`,
      inFile: { ...found, notes, isRecord: false },
      ...(arxiv && { arxiv }),
      ...(doi && !arxiv && { doi }),
      ...(anthology && !arxiv && { anthology }),
    }
  })
}

function bytesOf(path: string): Uint8Array {
  try {
    return readPlainBytes(path)
  } catch (error) {
    throw error instanceof NotPlain ? new CommandFailed(`${path}: ${error.message}`) : error
  }
}

/** What was found of one wanted paper, or why nothing was. */
export interface Lookup {
  name: string
  found: FoundPaper | CommandFailed | undefined
}

/**
 * Looks papers up, in the order in which they are wanted. Papers on arXiv share one request; each other paper has its own.
 * Where a service gives no answer, what a file says of the paper has to do.
 */
export async function lookUp(
  wanted: readonly Wanted[],
  ask: AskText,
  venues: Vocabulary['venues'],
): Promise<Lookup[]> {
  const ids = [...new Set(wanted.flatMap((one) => one.arxiv ?? []))]
  const onArxiv = await orFailure(askArxiv(ids, ask, venues))
  const answer = async ({ arxiv, doi, anthology, inFile }: Wanted) => {
    if (arxiv) return typeof onArxiv === 'function' ? onArxiv(arxiv) : onArxiv
    if (!anthology) return doi ? askDoi(doi, ask, venues) : inFile
    const found = await askAnthology(anthology, ask, venues)
    // The Anthology's older records leave out the DOI under which a paper was asked for.
    return { ...found, item: { ...found.item, doi: found.item.doi ?? doi } }
  }
  const lookups: Lookup[] = []
  for (const one of wanted)
    lookups.push({ name: one.name, found: settled(one, await orFailure(answer(one))) })
  return lookups
}

/** What a question brings, or why it brings nothing. */
function orFailure<T>(question: Promise<T>): Promise<T | CommandFailed> {
  return question.catch((error) => {
    if (error instanceof CommandFailed) return error
    throw error
  })
}

const otherWays =
  'Or save the paper’s BibTeX and add that file, use the site’s Suggest page, or copy the template in CONTRIBUTING.'

/** What the service says, or the file where the service is silent; a failure where the two are of different papers. */
function settled({ name, inFile, arxiv, doi, anthology }: Wanted, found: Lookup['found']) {
  const id = arxiv ?? doi ?? anthology
  if (found instanceof NoAnswer) {
    if (!inFile || inFile.abstract.length === 0)
      return new CommandFailed(`${found.message} ${otherWays}`)
    const note = `\`${id}\` could not be asked for (${found.why}): title, authors and abstract are the file’s own words. Run \`npm run add -- ${id}\` later, which records whose id it is.`
    return { ...inFile, notes: [...inFile.notes, note] }
  }
  if (!found || found instanceof CommandFailed || !inFile) return found
  if (sameTitle(inFile.title, found.title)) {
    const { filled, differing } = filledFrom(found, inFile)
    const other = differing.length > 0 ? [`The file says otherwise: ${differing.join(', ')}.`] : []
    return { ...filled, notes: [...found.notes, ...inFile.notes, ...other] }
  }
  return new CommandFailed(
    `Unexpected id \`${id}\` for \`${inFile.title}\` (${name}), expected that paper's own: ${found.source} has \`${found.title}\` under it. Write the right id there, or add \`${id}\` by itself.`,
  )
}
