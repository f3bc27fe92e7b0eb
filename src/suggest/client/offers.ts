import { soundFacts } from '../../rules/engine/sound-facts.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import { plainText } from '../../text/plain.ts'
import { titleText } from '../../text/title.ts'
import type { KnownList } from '../known.ts'
import {
  type JudgedPaper,
  type Suggestion,
  type Suggestions,
  suggestionsFrom,
} from '../suggestions.ts'

/** A function that finds offers for a file; the papers to compare with are fetched when they are first needed. */
export function offersFrom(
  address: string,
  { topics, vocabulary }: KnownList,
): (file: EntryFile) => Promise<Suggestions> {
  let suggest: Promise<ReturnType<typeof suggestionsFrom>> | undefined
  const load = async () => {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${answer.status} ${address}`)
    const entries = (await answer.json()) as JudgedPaper[]
    return suggestionsFrom({ entries, topics, tags: vocabulary.tags })
  }
  return async (file) => {
    const paper = {
      title: titleText(soundFacts(file).title ?? ''),
      abstract: plainText(file.abstract),
    }
    if (file.excess || paper.abstract.length < 100) return { topics: [], tags: [] }
    suggest ??= load()
    try {
      const { topics, tags } = (await suggest)(paper)
      return { topics: topics.filter(({ likely }) => likely), tags: tags.slice(0, 6) }
    } catch {
      suggest = undefined
      return { topics: [], tags: [] }
    }
  }
}

/** Why something is suggested, in one phrase: what the paper names, what it shares, and with which entries. */
export function sayWhy({ named, terms, nearest }: Suggestion): string {
  const like = nearest.slice(0, 2).map(({ title }) => `“${shortOf(title)}”`)
  return [
    ...(named ? [`the paper says “${named}”`] : []),
    ...(terms.length > 0 ? [`shares ${terms.slice(0, 3).join(', ')}`] : []),
    ...(like.length > 0 ? [`near ${like.join(' and ')}`] : []),
  ].join('; ')
}

function shortOf(title: string): string {
  const [head = title] = title.split(/:\s/, 1)
  return head.length > 50 ? `${head.slice(0, 50).replace(/\s+\S*$/, '')} …` : head
}
