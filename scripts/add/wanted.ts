import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { paperFormOf, readPapers } from '../../src/intake/read-papers.ts'
import { arxivIdOf, doiOf } from '../../src/model/identifier.ts'
import type { Vocabulary } from '../../src/model/vocabulary.ts'
import { CommandFailed } from '../terminal/command.ts'
import { anthologyIdOf, foundOf } from './doi.ts'
import type { FoundPaper } from './found-paper.ts'

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
  if (/openreview\.net/i.test(text)) {
    throw new CommandFailed(
      `Unexpected OpenReview address \`${text}\`, expected a place that answers programs. Write the paper's arXiv id or DOI, or save its BibTeX and write that file's name.`,
    )
  }
  const missing = form
    ? 'a file that exists'
    : 'an arXiv id or address, a DOI, an ACL Anthology address, or a .bib, .json, .csv or .md file'
  throw new CommandFailed(
    `Unexpected \`${text}\`, expected ${missing}. Write it as \`2410.03227\`, \`10.18653/v1/2024.acl-long.1\` or \`papers.bib\`.`,
  )
}

function wantedInFile(path: string, venues: Vocabulary['venues']): Wanted[] {
  const form = paperFormOf(path)
  if (!form) return []
  const { records, leftOut } = readPapers(form, readFileSync(path), venues)
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
      inFile: foundOf(basename(path), record, own),
      ...(arxiv && { arxiv }),
      ...(doi && !arxiv && { doi }),
      ...(anthology && !arxiv && { anthology }),
    }
  })
}
