import type { ReadRecord } from '../../src/intake/reading.ts'
import { foldSpace } from '../../src/text/plain-letters.ts'

/** A paper as its source describes it. */
export interface FoundPaper extends Omit<ReadRecord, 'line'> {
  /** "arXiv", "doi.org", "the ACL Anthology", or a file's name. */
  source: string
  /** Sentences for the person who adds the paper. */
  notes: string[]
}

/** The paragraphs of an abstract as arXiv sends it: lines are wrapped, and two spaces begin a paragraph. */
export function paragraphsOf(summary: string): string[] {
  return summary.split(/\n[ \t]*\n|\n {2,}(?=\S)/).flatMap((part) => foldSpace(part) || [])
}
