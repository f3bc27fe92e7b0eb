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

/** A paper to add. The service to query is the first that applies: arXiv, the ACL Anthology, doi.org. */
export interface RequestedPaper {
  /** How messages call it: by the argument, or by file and line. */
  name: string
  arxiv?: string | undefined
  doi?: string | undefined
  /** The ACL Anthology's id. */
  anthology?: string | undefined
  /** The paper as a file describes it. Its identifier is still looked up. */
  inFile?: FoundPaper
}

/** The papers of one argument, and the lines of the report about skipped parts of its file. */
interface ParsedArgument {
  papers: RequestedPaper[]
  skipped: string[]
}

/** Parses an argument: an identifier or address of a paper, or a file of papers. Throws `CommandFailed` for any other. */
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

function parsePaperFile(
  path: string,
  format: PaperFormat,
  venues: Vocabulary['venues'],
): ParsedArgument {
  const { papers, skipped } = readPapers(format, readPlainBytes(path), venues)
  const lines = skippedLines(skipped)
  if (papers.length === 0) {
    const none = `Unexpected file \`${path}\` without papers, expected ${format} with at least one paper. Write the path of a file that has papers.`
    throw new CommandFailed([none, ...lines].join('\n'))
  }
  const source = basename(path)
  return {
    papers: papers.map((paper) => ({
      name: `${source}, line ${paper.line}`,
      inFile: { ...paper, source, notes: [], isFromService: false },
      ...idsOf(paper.arxiv, paper.doi, paper.paper),
    })),
    skipped: lines.length > 0 ? [`Not everything in ${path} was used:`, ...lines] : [],
  }
}

const otherWays =
  'Or save the paper’s BibTeX and add that file, use the site’s Suggest page, or copy the template in CONTRIBUTING.'

/**
 * Creates a function that looks up papers. All papers on arXiv share one request. If a service does not answer, the facts of
 * the file are used. The function throws `CommandFailed` if a paper is not found.
 */
export function createLookup(
  requested: readonly RequestedPaper[],
  services: Services,
): (paper: RequestedPaper) => Promise<FoundPaper | undefined> {
  const ids = [...new Set(requested.flatMap((one) => one.arxiv ?? []))]
  const onArxiv = askArxiv(ids, services)
  // The failure is thrown later, when a paper is looked up.
  onArxiv.catch(() => {})
  const answer = async ({ arxiv, doi, anthology, inFile }: RequestedPaper) => {
    if (arxiv) return (await onArxiv).get(arxiv)
    if (!anthology) return doi === undefined ? inFile : askDoi(doi, services)
    const found = await askAnthology(anthology, services)
    // Older records in the Anthology have no DOI.
    return { ...found, doi: found.doi ?? doi }
  }
  return async (one) => {
    const { name, inFile, arxiv, doi, anthology } = one
    const id = arxiv ?? doi ?? anthology
    const found = await answer(one).catch((error: unknown) => {
      if (!(error instanceof NoAnswer)) throw error
      if (!inFile || inFile.abstract.length === 0)
        throw new CommandFailed(`${error.message} ${otherWays}`)
      const note = `\`${id}\` could not be looked up (${error.why}): title, authors and abstract come from the file. Run \`npm run add -- ${id}\` later to record its identity.`
      return { ...inFile, notes: [note] }
    })
    if (found instanceof CommandFailed) throw found
    if (!found || !inFile || !found.isFromService) return found
    if (!sameTitle(inFile.title, found.title)) {
      throw new CommandFailed(
        `Unexpected id \`${id}\` for \`${inFile.title}\` (${name}), expected that paper's own id: at ${found.source}, it belongs to \`${found.title}\`. Correct the id in the file, or add \`${id}\` by itself.`,
      )
    }
    const { merged, conflicts } = mergeFacts(found, inFile)
    const other = conflicts.length > 0 ? [`The file disagrees: ${conflicts.join(', ')}.`] : []
    return { ...merged, notes: [...found.notes, ...other] }
  }
}
