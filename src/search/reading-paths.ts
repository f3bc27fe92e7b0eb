import type { ReadingPath } from '../model/path.ts'
import { type Word, wordsIn } from '../text/words.ts'

/** A reading path as search knows it. */
export interface SearchedPath {
  id: string
  name: string
  /** The stems of the words that find it. */
  stems: readonly string[]
}

/** Words that newcomers search with; they find the first path. */
const newcomer = 'start begin beginner newcomer new paper introduction basics'
const mostPaths = 2

const stemsOf = (words: readonly Word[]) => words.flatMap(({ stem, stop }) => (stop ? [] : [stem]))

/** The paths with the words of their names and audiences; the first one also matches queries such as “where to start”. */
export function readingPaths(paths: readonly ReadingPath[]): SearchedPath[] {
  return paths.map(({ id, name, for: audience }, place) => {
    const text = `${name} reading path ${audience} ${place === 0 ? newcomer : ''}`
    return { id, name, stems: [...new Set(stemsOf(wordsIn(text)))] }
  })
}

/** The paths that have every content word of a query, those with more of them in the name first; two at most. */
export function pathsFor(query: readonly Word[], paths: readonly SearchedPath[]): SearchedPath[] {
  const asked = stemsOf(query)
  const inName = ({ name }: SearchedPath) =>
    stemsOf(wordsIn(name)).filter((stem) => asked.includes(stem)).length
  return paths
    .filter(({ stems }) => asked.length > 0 && asked.every((stem) => stems.includes(stem)))
    .sort((a, b) => inName(b) - inName(a))
    .slice(0, mostPaths)
}
