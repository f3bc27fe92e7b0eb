import type { BibliographyItem } from '../../src/intake/bibliography.ts'
import { foldSpace } from '../../src/text/plain-letters.ts'

/** A paper as its source describes it. */
export interface FoundPaper {
  /** "arXiv", "doi.org", "the ACL Anthology", or a file's name. */
  source: string
  title: string
  /** The paragraphs of the abstract; empty when the source has none. */
  abstract: string[]
  /** Everything else that the source knows; facts that it lacks are absent. */
  item: BibliographyItem
  /** The paper's address where it is on neither arXiv nor under a DOI. */
  paper?: string
  /** Sentences for the person who adds the paper. */
  notes: string[]
}

/** The paragraphs of an abstract as arXiv sends it: lines are wrapped, and two spaces begin a paragraph. */
export function paragraphsOf(summary: string): string[] {
  return summary.split(/\n[ \t]*\n|\n {2,}(?=\S)/).flatMap((part) => foldSpace(part) || [])
}
