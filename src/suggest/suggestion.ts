import type { JudgedPaper, SuggestionCorpus } from './corpus.ts'
import { sharedTerms, similarity, type Weights } from './weights.ts'

/** An entry that speaks for a suggestion. */
export interface Neighbour {
  id: string
  title: string
  /** From 0, nothing in common, to 1. */
  similarity: number
}

/** A topic or tag that a paper may belong to, and why. */
export interface Suggestion {
  /** The id of the topic or tag. */
  id: string
  /** From 0 to 1; only to be compared within one answer. */
  score: number
  /** Whether it is likely enough to be chosen unless somebody objects. */
  likely: boolean
  /** The nearest entries that carry it, nearest first; at most three. */
  nearest: Neighbour[]
  /** The terms that the paper shares with them, the weightiest first; at most five. */
  terms: string[]
  /** The words of the paper that name a tag outright; absent for topics and where there are none. */
  named?: string
}

/** The entries nearest to a paper, nearest first; those that share nothing are left out. */
export function nearestEntries(
  paper: Weights,
  corpus: SuggestionCorpus,
  most: number,
  carries: (entry: JudgedPaper) => boolean = () => true,
): Neighbour[] {
  return corpus.entries
    .filter(carries)
    .map(({ id, title, weights }) => ({ id, title, similarity: similarity(paper, weights) }))
    .filter((entry) => entry.similarity > 0)
    .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}

/** Why a paper may carry a topic or tag: the nearest entries that do, and what the paper shares with all of them. */
export function reasons(
  paper: Weights,
  profile: Weights,
  corpus: SuggestionCorpus,
  carries: (entry: JudgedPaper) => boolean,
): Pick<Suggestion, 'nearest' | 'terms'> {
  return {
    nearest: nearestEntries(paper, corpus, 3, carries),
    terms: sharedTerms(paper, profile, 5),
  }
}
