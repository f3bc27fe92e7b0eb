import type { PaperText, SuggestionCorpus } from './corpus.ts'
import { reasons, type Suggestion } from './suggestion.ts'
import { similarity } from './weights.ts'

// A topic is likely when it fits nearly as well as the one that fits best, and the paper is not foreign to the whole list:
// every entry, judged without itself, reaches more.
const likelyShare = 0.75
const leastLikely = 0.065

/** The topics that a paper most resembles, likeliest first, each with its reasons. None is likely when the paper is foreign to the list. */
export function suggestTopics(paper: PaperText, corpus: SuggestionCorpus, most = 3): Suggestion[] {
  const weights = corpus.read(paper)
  const ranked = [...corpus.topics]
    .map(([id, profile]) => ({ id, profile, score: similarity(weights, profile) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, most)
  const best = ranked[0]?.score ?? 0
  return ranked.map(({ id, profile, score }) => ({
    id,
    score,
    likely: score >= Math.max(best * likelyShare, leastLikely),
    ...reasons(weights, profile, corpus, ({ topics }) => topics.includes(id)),
  }))
}
