import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { readPlainBytes } from '../../src/content/plain-file.ts'
import { type PaperFormat, paperFormatOf, readPapers } from '../../src/intake/formats.ts'
import { mergeFacts } from '../../src/intake/merge.ts'
import { skippedLines } from '../../src/intake/report.ts'
import { arxivFault, arxivIdOf, doiOf } from '../../src/model/identifier.ts'
import type { Vocabulary } from '../../src/model/vocabulary.ts'
import { sameTitle } from '../../src/similarity/near-titles.ts'
import { NoAnswer } from '../network/polite-fetch.ts'
import { CommandFailed } from '../terminal/command.ts'
import { askArxiv } from './arxiv.ts'
import { anthologyIdOf, askAnthology, askDoi, type FoundPaper, type Services } from './doi.ts'

/** A paper to add, with the service to ask: arXiv first, then the ACL Anthology, then doi.org. */
export interface RequestedPaper {
  /** The contributor's argument, or a file and line. */
  name: string
  arxiv?: string | undefined
  doi?: string | undefined
  /** The ACL Anthology's id. */
  anthology?: string | undefined
  /** The paper as a file has it. A service is still asked about its identifier. */
  inFile?: FoundPaper
}

/** The papers of one argument, and lines on what was lost in reading a file. */
interface ParsedArgument {
  papers: RequestedPaper[]
  skipped: string[]
}

/** Finds the papers of an argument: one paper, or those of a file. Throws `CommandFailed` if there are none. */
export function parseArgument(argument: string, venues: Vocabulary['venues']): ParsedArgument {
  const text = argument.trim()
  const format = paperFormatOf(text)
  if (format && existsSync(text)) return parsePaperFile(text, format, venues)
  const ids = idsOf(arxivIdOf(text), doiOf(text), text)
  if (ids.arxiv ?? ids.doi ?? ids.anthology)
    return { papers: [{ name: text, ...ids }], skipped: [] }
  const fault = arxivFault(text)
  const expected = fault
    ? `an id that exists on arXiv: ${fault}`
    : 'an arXiv id or address, a DOI, an ACL Anthology address, or a .bib, .ris, .json, .csv or .md file that exists'
  throw new CommandFailed(
    `Unexpected \`${text}\`, expected ${expected}. Write the paper's arXiv id or DOI, such as \`2410.03227\`, or save its BibTeX and write that file's name.`,
  )
}

const idsOf = (arxiv?: string, doi?: string, address = '') =>
  arxiv ? { arxiv } : { arxiv, doi, anthology: anthologyIdOf(doi ?? address) }

/** The papers of a file, and lines on what was lost in reading it. */
function parsePaperFile(
  path: string,
  format: PaperFormat,
  venues: Vocabulary['venues'],
): ParsedArgument {
  const { papers, skipped } = readPapers(format, readPlainBytes(path), venues)
  const lines = skippedLines(skipped)
  if (papers.length === 0) {
    const none = `Unexpected file \`${path}\` without a paper, expected ${format} with at least one. Write the path of a file that has papers.`
    throw new CommandFailed([none, ...lines].join('\n'))
  }
  const source = basename(path)
  return {
    papers: papers.map((paper) => ({
      name: `${source}, line ${paper.line}`,
      inFile: { ...paper, source, notes: [], isFromService: false },
      ...idsOf(paper.arxiv, paper.doi, paper.paper),
    })),
    skipped: lines.length > 0 ? [`What could not be taken from ${path}:`, ...lines] : [],
  }
}

const otherWays =
  'Or save the paper’s BibTeX and add that file, use the site’s Suggest page, or copy the template in CONTRIBUTING.'

/**
 * Makes a function that looks up papers. Papers on arXiv share one request; each other paper has its own. If a
 * service fails, what the file says is used. Throws `CommandFailed` if nothing is found.
 */
export function createLookup(
  requested: readonly RequestedPaper[],
  services: Services,
): (paper: RequestedPaper) => Promise<FoundPaper | undefined> {
  const ids = [...new Set(requested.flatMap((one) => one.arxiv ?? []))]
  const onArxiv = askArxiv(ids, services)
  // A failure is reported for each paper when it is looked up.
  onArxiv.catch(() => {})
  const answer = async ({ arxiv, doi, anthology, inFile }: RequestedPaper) => {
    if (arxiv) return (await onArxiv).get(arxiv)
    if (!anthology) return doi === undefined ? inFile : askDoi(doi, services)
    const found = await askAnthology(anthology, services)
    // Older records of the Anthology lack the DOI.
    return { ...found, doi: found.doi ?? doi }
  }
  return async (one) => {
    const { name, inFile, arxiv, doi, anthology } = one
    const id = arxiv ?? doi ?? anthology
    const found = await answer(one).catch((error: unknown) => {
      if (!(error instanceof NoAnswer)) throw error
      if (!inFile || inFile.abstract.length === 0)
        throw new CommandFailed(`${error.message} ${otherWays}`)
      const note = `\`${id}\` could not be looked up (${error.why}): title, authors and abstract are the file’s own words. Run \`npm run add -- ${id}\` later to record its identity.`
      return { ...inFile, notes: [note] }
    })
    if (found instanceof CommandFailed) throw found
    if (!found || !inFile || !found.isFromService) return found
    if (!sameTitle(inFile.title, found.title)) {
      throw new CommandFailed(
        `Unexpected id \`${id}\` for \`${inFile.title}\` (${name}), expected that paper's own: ${found.source} has \`${found.title}\` under it. Write the right id there, or add \`${id}\` by itself.`,
      )
    }
    const { merged, conflicts } = mergeFacts(found, inFile)
    const other = conflicts.length > 0 ? [`The file says otherwise: ${conflicts.join(', ')}.`] : []
    return { ...merged, notes: [...found.notes, ...other] }
  }
}
