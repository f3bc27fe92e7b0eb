import type { PaperText, SuggestionCorpus } from './corpus.ts'
import { reasons, type Suggestion } from './suggestion.ts'
import { wordsOf } from './terms.ts'
import { similarity } from './weights.ts'

const namedInTitle = 0.15
const namedInAbstract = 0.08
const likelyShare = 0.5
const leastLikely = 0.1

/**
 * The tags that a paper most resembles or names outright, likeliest first, each with its reasons. A tag whose name
 * or alias stands in the paper, above all in the title, counts for more than one that it only resembles.
 */
export function suggestTags(paper: PaperText, corpus: SuggestionCorpus, most = 8): Suggestion[] {
  const weights = corpus.read(paper)
  const title = phrase(paper.title)
  const text = title + phrase(paper.abstract)
  const ranked = [...corpus.tags]
    .map(([id, profile]) => {
      const { name = id, aliases = [] } = corpus.vocabulary[id] ?? {}
      const named = [name, ...aliases].filter((word) => text.includes(phrase(word)))
      const inTitle = named.some((word) => title.includes(phrase(word)))
      const bonus = named.length === 0 ? 0 : inTitle ? namedInTitle : namedInAbstract
      return { id, profile, named: named[0], score: similarity(weights, profile) + bonus }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, most)
  const best = ranked[0]?.score ?? 0
  return ranked.map(({ id, profile, named, score }) => ({
    id,
    score,
    likely: score >= Math.max(best * likelyShare, leastLikely),
    ...reasons(weights, profile, corpus, ({ tags }) => tags.includes(id)),
    ...(named !== undefined && { named }),
  }))
}

/** A text's words with a space before and behind each, so that whole words are found. */
function phrase(text: string): string {
  return ` ${wordsOf(text).join(' ')} `
}
