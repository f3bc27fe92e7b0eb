import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { readPlainBytes } from '../../src/content/plain-file.ts'
import { paperFormOf, readPapers } from '../../src/intake/read-papers.ts'
import { arxivFault, arxivIdOf, doiOf } from '../../src/model/identifier.ts'
import type { Vocabulary } from '../../src/model/vocabulary.ts'
import { sameTitle } from '../../src/similarity/near-titles.ts'
import { NoAnswer } from '../network/polite-fetch.ts'
import { CommandFailed } from '../terminal/command.ts'
import { arxivApi, askArxiv } from './arxiv.ts'
import type { AskText, FoundPaper } from './ask.ts'
import { anthologyIdOf, anthologySite, askAnthology, askDoi, doiResolver, foundOf } from './doi.ts'

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

const anthologyAddress =
  /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/([A-Za-z]?[\w.-]*\d)(?:\.pdf|\.bib)?\/?$/

/** Finds what a contributor's word names: a paper, or the papers of a file. Throws `CommandFailed` when it names none. */
export function wantedOf(word: string, venues: Vocabulary['venues']): Wanted[] {
  const text = word.trim()
  const form = paperFormOf(text)
  if (form && existsSync(text)) return wantedInFile(text, venues)
  const arxiv = arxivIdOf(text)
  if (arxiv) return [{ name: text, arxiv }]
  const anthology = anthologyAddress.exec(text)?.[1]
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
  const { records, leftOut } = readPapers(form, readPlainBytes(path), venues)
  if (records.length === 0) {
    const [first] = leftOut
    const why = first ? ` (line ${first.line}: ${first.what}: ${first.why})` : ''
    throw new CommandFailed(
      `Unexpected ${form} without a paper in \`${path}\`${why}, expected at least one. Run \`npm run convert -- ${path}\` to see all that does not come through.`,
    )
  }
  return records.map((record) => {
    const { arxiv, doi } = record.item
    const own = leftOut.filter(({ line }) => line === record.line)
    const anthology =
      doi && !arxiv ? anthologyIdOf(doi) : anthologyAddress.exec(record.paper ?? '')?.[1]
    return {
      name: `${basename(path)}, line ${record.line}`,
      inFile: { ...foundOf(basename(path), record, own), isRecord: false },
      ...(arxiv && { arxiv }),
      ...(doi && !arxiv && { doi }),
      ...(anthology && !arxiv && { anthology }),
    }
  })
}

/** Where papers are asked for. */
export interface Services {
  ask: AskText
  /** Base addresses; those of the real services when absent. */
  arxiv?: string
  doi?: string
  anthology?: string
}

/** What was found of one wanted paper, or why nothing was. */
export interface Lookup {
  wanted: Wanted
  paper?: FoundPaper
  failure?: CommandFailed
}

/**
 * Looks papers up, in the order in which they are wanted. Papers on arXiv share one request; each other paper has its own.
 * Where a service gives no answer, what a file says of the paper has to do.
 */
export async function lookUp(
  wanted: readonly Wanted[],
  services: Services,
  venues: Vocabulary['venues'],
): Promise<Lookup[]> {
  const { ask, arxiv = arxivApi, doi = doiResolver, anthology = anthologySite } = services
  const ids = [...new Set(wanted.flatMap((one) => one.arxiv ?? []))]
  const onArxiv = await failure(async () =>
    ids.length > 0 ? askArxiv(ids, ask, venues, arxiv) : new Map<string, never>(),
  )
  const lookups: Lookup[] = []
  for (const one of wanted) {
    const found = await failure(async () => {
      if (one.arxiv) return onArxiv instanceof CommandFailed ? onArxiv : onArxiv.get(one.arxiv)
      if (one.anthology)
        return withDoi(await askAnthology(one.anthology, ask, venues, anthology), one.doi)
      return one.doi ? askDoi(one.doi, ask, venues, doi) : one.inFile
    })
    lookups.push({ wanted: one, ...answered(one, found) })
  }
  return lookups
}

/** What a question brings, or why it brings nothing. */
async function failure<T>(question: () => Promise<T>): Promise<T | CommandFailed> {
  try {
    return await question()
  } catch (error) {
    if (error instanceof CommandFailed) return error
    throw error
  }
}

const otherWays =
  'Or save the paper’s BibTeX and add that file, use the site’s Suggest page, or copy the template in CONTRIBUTING.'

function answered(
  one: Wanted,
  found: FoundPaper | CommandFailed | undefined,
): Omit<Lookup, 'wanted'> {
  if (found instanceof NoAnswer) {
    const { inFile, arxiv, doi, anthology } = one
    if (!inFile) return { failure: new CommandFailed(`${found.message} ${otherWays}`) }
    const id = arxiv ?? doi ?? anthology
    const note = `\`${id}\` could not be asked for (${found.why}): title, authors and abstract are the file’s own words. Run \`npm run add -- ${id}\` later, which records whose id it is.`
    return { paper: { ...inFile, notes: [...inFile.notes, note] } }
  }
  if (found instanceof CommandFailed) return { failure: found }
  return found ? agreeing(one, found) : {}
}

/** What was found, unless the file that names the paper means another one. */
function agreeing(
  { inFile, name, arxiv, doi, anthology }: Wanted,
  found: FoundPaper,
): Omit<Lookup, 'wanted'> {
  if (!inFile || inFile === found || sameTitle(inFile.title, found.title)) return { paper: found }
  const id = arxiv ?? doi ?? anthology ?? ''
  const failure = new CommandFailed(
    `Unexpected id \`${id}\` for \`${inFile.title}\` (${name}), expected that paper's own: ${found.source} has \`${found.title}\` under it. Write the right id there, or add \`${id}\` by itself.`,
  )
  return { failure }
}

/** The Anthology's older records leave out the DOI under which a paper was asked for. */
function withDoi(found: FoundPaper, doi: string | undefined): FoundPaper {
  return { ...found, item: { ...found.item, doi: found.item.doi ?? doi } }
}
