import { entryPaths, loadEntryFile, loadTopics, loadVocabulary } from '../../src/content/read.ts'
import { createSuggester, labelledPaper } from '../../src/suggest/suggestions.ts'

/**
 * Evaluates suggestions by leave-one-out: topics and tags are suggested for each entry from the other entries, and compared
 * with those that curators chose. Each result is a share from 0 to 1.
 */
export function suggestionQuality() {
  const paths = entryPaths('content/papers')
  const entries = paths.flatMap((path) => labelledPaper(loadEntryFile(path)) ?? [])
  const context = { topics: loadTopics(), tags: loadVocabulary().tags }
  const suggestions = entries.map((entry) => {
    const others = entries.filter((other) => other !== entry)
    return { entry, suggested: createSuggester({ ...context, entries: others })(entry) }
  })
  const accuracy = (kind: 'topics' | 'tags') => {
    const count = {
      papers: suggestions.length,
      first: 0,
      chosen: 0,
      found: 0,
      likely: 0,
      likelyFound: 0,
    }
    for (const { entry, suggested } of suggestions) {
      const all = suggested[kind]
      const right = all.filter(({ id }) => entry[kind].includes(id))
      count.first += Number(right.length > 0 && right[0] === all[0])
      count.chosen += entry[kind].length
      count.found += right.length
      count.likely += all.filter(({ likely }) => likely).length
      count.likelyFound += right.filter(({ likely }) => likely).length
    }
    return {
      /** The share of papers with a right first suggestion. */
      first: count.first / count.papers,
      /** The share of chosen ones that were suggested. */
      found: count.found / count.chosen,
      /** The share of likely suggestions that were chosen. */
      likelyRight: count.likelyFound / count.likely,
      /** The share of chosen ones that were likely suggestions. */
      likelyFound: count.likelyFound / count.chosen,
    }
  }
  return { topics: accuracy('topics'), tags: accuracy('tags') }
}
