import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { readPlainBytes } from '../../src/content/plain-file.ts'
import { filledFrom } from '../../src/intake/distinct.ts'
import { type PaperForm, paperFormOf, readPapers } from '../../src/intake/read-papers.ts'
import { lostLines } from '../../src/intake/report.ts'
import { arxivFault, arxivIdOf, doiOf } from '../../src/model/identifier.ts'
import type { Vocabulary } from '../../src/model/vocabulary.ts'
import { sameTitle } from '../../src/similarity/near-titles.ts'
import { NoAnswer } from '../network/polite-fetch.ts'
import { CommandFailed } from '../terminal/command.ts'
import { askArxiv } from './arxiv.ts'
import { anthologyIdOf, askAnthology, askDoi, type FoundPaper, type Services } from './doi.ts'

/** A paper to add, with the service to ask. */
export interface Wanted {
  /** The contributor's argument, or a file and line. */
  name: string
  arxiv?: string
  doi?: string
  /** The ACL Anthology's id. */
  anthology?: string
  /** The record from a file. A service is still asked about its identifier. */
  inFile?: FoundPaper
}

/** The papers of one argument, and lines on what was lost in reading a file. */
interface WantedPapers {
  papers: Wanted[]
  lost: string[]
}

/** Finds the papers of an argument: one paper, or those of a file. Throws `CommandFailed` if there are none. */
export function wantedOf(word: string, venues: Vocabulary['venues']): WantedPapers {
  const text = word.trim()
  const form = paperFormOf(text)
  if (form && existsSync(text)) return papersIn(text, form, venues)
  const arxiv = arxivIdOf(text)
  if (arxiv) return { papers: [{ name: text, arxiv }], lost: [] }
  const doi = doiOf(text)
  const anthology = anthologyIdOf(doi ?? text)
  if (anthology || doi) {
    const ids = { ...(doi && { doi }), ...(anthology && { anthology }) }
    return { papers: [{ name: text, ...ids }], lost: [] }
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

/** The papers of a file, and lines on what was lost in reading it. */
function papersIn(path: string, form: PaperForm, venues: Vocabulary['venues']): WantedPapers {
  const { records, ...rest } = readPapers(form, readPlainBytes(path), venues)
  const lines = lostLines(rest)
  const lost = lines.length > 0 ? [`What could not be taken from ${path}:`, ...lines] : []
  if (records.length === 0) {
    const none = `Unexpected file \`${path}\` without a paper, expected ${form} with at least one. Write the path of a file that has papers.`
    throw new CommandFailed([none, ...lines].join('\n'))
  }
  const papers = records.map((record) => {
    const { arxiv, doi } = record.item
    const anthology = anthologyIdOf((!arxiv && doi) || record.paper || '')
    return {
      name: `${basename(path)}, line ${record.line}`,
      inFile: { ...record, source: basename(path), notes: [], isRecord: false },
      ...(arxiv && { arxiv }),
      ...(doi && !arxiv && { doi }),
      ...(anthology && !arxiv && { anthology }),
    }
  })
  return { papers, lost }
}

const otherWays =
  'Or save the paper’s BibTeX and add that file, use the site’s Suggest page, or copy the template in CONTRIBUTING.'

/**
 * Makes a function that looks up papers. Papers on arXiv share one request; each other paper has its own. If a
 * service fails, the file's record is used. Throws `CommandFailed` if nothing is found.
 */
export function lookUp(
  wanted: readonly Wanted[],
  services: Services,
): (one: Wanted) => Promise<FoundPaper | undefined> {
  const ids = [...new Set(wanted.flatMap((one) => one.arxiv ?? []))]
  const onArxiv = askArxiv(ids, services)
  // A failure is reported for each paper when it is looked up.
  onArxiv.catch(() => {})
  const answer = async ({ arxiv, doi, anthology, inFile }: Wanted) => {
    if (arxiv) {
      const found = (await onArxiv)(arxiv)
      if (found instanceof CommandFailed) throw found
      return found
    }
    if (anthology) {
      const found = await askAnthology(anthology, services)
      // Older records of the Anthology lack the DOI.
      return { ...found, item: { ...found.item, doi: found.item.doi ?? doi } }
    }
    return doi === undefined ? inFile : askDoi(doi, services)
  }
  return async (one) => {
    const { name, inFile } = one
    const id = one.arxiv ?? one.doi ?? one.anthology
    let found: FoundPaper | undefined
    try {
      found = await answer(one)
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      if (!inFile || inFile.abstract.length === 0)
        throw new CommandFailed(`${error.message} ${otherWays}`)
      const note = `\`${id}\` could not be looked up (${error.why}): title, authors and abstract are the file’s own words. Run \`npm run add -- ${id}\` later to record its identity.`
      return { ...inFile, notes: [note] }
    }
    if (!found || !inFile) return found
    if (!sameTitle(inFile.title, found.title)) {
      throw new CommandFailed(
        `Unexpected id \`${id}\` for \`${inFile.title}\` (${name}), expected that paper's own: ${found.source} has \`${found.title}\` under it. Write the right id there, or add \`${id}\` by itself.`,
      )
    }
    const { filled, differing } = filledFrom(found, inFile)
    const other = differing.length > 0 ? [`The file says otherwise: ${differing.join(', ')}.`] : []
    return { ...filled, notes: [...found.notes, ...other] }
  }
}
