import { titleKey } from '../model/identifier.ts'
import { type Word, wordsIn } from '../text/words.ts'
import { conditionFilter } from './conditions.ts'
import type { SearchTerms } from './excerpt.ts'
import type { SearchIndex } from './pagefind.ts'
import type { Query } from './query.ts'
import { mergeSpellings, type Ranked, type RankedTerm, rank } from './rank.ts'
import { pathsFor, type SearchedPath } from './reading-paths.ts'
import { isAsked, type QueryWord, repaired, type Span, segmented, spelled } from './spelling.ts'
import { meaningToken, phraseKey, tokenOf } from './tokens.ts'
import { type AbsentPaper, titleHash } from './word-list.ts'

/** What was found for a query. */
export interface Found {
  /** The places of the papers in the list, best first. */
  places: readonly number[]
  /** The places of the papers that match the whole query. */
  full: ReadonlySet<number>
  /** Whether even the best papers match so little that they are only near misses. */
  near: boolean
  /** The query that was searched for instead, if spelling was corrected. */
  repaired?: string
  /** Well-known work that the query names and the list doesn't have. */
  absent?: AbsentPaper
  /** Reading paths that match the query. */
  paths: readonly SearchedPath[]
  terms: SearchTerms
}

/** Papers that have less than this many words of a longer query are only near misses: rare words count more. */
const leastWords = 1.1
const fullCoverage = 0.999
/** A query of at most this many words is treated as a phrase: unless some paper reaches this proximity, no paper counts as a full match. */
const longestPhrase = 4
const leastProximity = 0.5
/** The most words that Pagefind is asked for, rarest first. Its time for a word grows with the square of the number of papers that have it. */
const mostWords = 8
const commonWord = 3000
/** How many words a phrase of the vocabulary may have, longest first. */
const phraseSizes = [6, 5, 4, 3, 2, 1]

/** A phrase of a query that is in the vocabulary. */
interface KnownPhrase extends Span {
  key: string
}

/** Makes the function that finds the papers for a query in an open index. With `exact`, spelling is not corrected. */
export function finderOf(
  index: SearchIndex,
  commonWords: () => Promise<ReadonlySet<string>>,
): (query: Query, exact: boolean) => Promise<Found> {
  const { list } = index
  const meaningsOf = (key: string) => list.phrases.get(key)?.meanings ?? []

  /** Asks for a term's tokens, each with its weight. */
  const ask = async (
    { from, to }: Span,
    tokens: readonly (readonly [token: string, weight: number])[],
  ): Promise<RankedTerm> => {
    const asked = tokens.map(async ([token, weight]) => {
      return { weight, matches: await index.ask(token, true) }
    })
    return { from, to, found: mergeSpellings(await Promise.all(asked), index.papers) }
  }

  return async ({ text, words: written, identifier, conditions, blank }, exact) => {
    const allowed = conditions.length > 0 ? await conditionFilter(conditions, index) : undefined
    if (identifier)
      return unranked((await index.ask(tokenOf('id', identifier), false)).map(({ place }) => place))
    if (written.length === 0) {
      const all = Array.from({ length: index.papers }, (_, place) => place)
      return unranked(all.filter((place) => allowed?.(place) ?? blank))
    }

    const [named] = phrasesIn(written, list.absent)
    const absent = named && list.absent.get(named.key)
    // A name that occurs in papers is searched for like any word.
    const missingIn = (words: readonly Word[]) =>
      phrasesIn(words, list.absent).filter(({ key }) => !list.words.has(key))
    const typed = segmented(written, list.words, missingIn(written))
    const missing = missingIn(typed)
    const read = spelled(typed, list, within([...missing, ...phrasesIn(typed, list.phrases)]))
    const isDoubtful = !exact && read.some(({ unknown }) => unknown)
    const words = isDoubtful ? repaired(read, list, await commonWords()) : read
    const asked = words.flatMap((word, from) =>
      isAsked(word, words) ? { ...word, from, to: from + 1 } : [],
    )

    const typedAt = ({ from, to }: Span) => text.slice(words[from]?.start, words[to - 1]?.end)
    const instead = missing.flatMap((phrase) =>
      (list.absent.get(phrase.key)?.like ?? []).map((typed) => {
        return { ...phrase, key: phraseKey(wordsIn(typed)), typed }
      }),
    )
    const own = phrasesIn(words, list.phrases).map((one) => ({ ...one, typed: typedAt(one) }))
    const phrases = [...own, ...instead]
    const some = rarest(asked)
    const rare = ({ key }: KnownPhrase) => (list.phrases.get(key)?.papers ?? 0) <= commonWord
    const [found, meant] = await Promise.all([
      Promise.all(
        some.map((word) => {
          const tokens = [...word.spellings].map(
            ([stem, weight]) => [tokenOf('word', stem), weight] as const,
          )
          return ask(word, tokens)
        }),
      ),
      Promise.all(
        phrases
          .filter((one) => some.length < 2 || rare(one))
          .flatMap((one) => meaningsOf(one.key).map((each) => ask(one, [[meaningToken(each), 1]]))),
      ),
    ])
    const ranked = rank(found, meant, index.papers, list.similar, allowed)

    const hash = titleHash(titleKey(text))
    const title = list.titles.findIndex((hashes) => hashes.includes(hash))
    const first = title < 0 ? [] : [title]
    const known = asked.filter(
      ({ from, spellings }) => spellings.size > 0 || within(own)(from),
    ).length
    const coverage = Math.max(0, ...ranked.map((paper) => paper.coverage))
    const fits = asked.length === 1 || coverage * known >= leastWords
    const onlyMissing = missing.length > 0 && asked.every(({ from }) => within(missing)(from))
    // A paper with `model specific` is not about the model spec.
    const unsure = onlyMissing && asked.some(({ isPrefix }) => isPrefix)
    const full = !fits || unsure ? [] : fullOf(ranked, asked)
    const searched = repairedText(text, words)
    return {
      places: [...new Set([...first, ...ranked.map(({ place }) => place)])],
      full: new Set([...first, ...full]),
      near: title < 0 && (!fits || (onlyMissing && full.length === 0)),
      ...(searched !== text && { repaired: searched }),
      ...(absent && { absent }),
      paths: pathsFor(words, list.paths),
      terms: {
        stems: new Set([
          ...some.flatMap(({ spellings }) => [...spellings.keys()]),
          ...instead.map(({ key }) => key),
        ]),
        phrases: phrases.map(({ typed, key }) => ({ typed, key, meanings: meaningsOf(key) })),
      },
    }
  }
}

/** The result of a query without words to rank: an identifier, or conditions alone. */
function unranked(places: readonly number[]): Found {
  return {
    places,
    full: new Set(places),
    near: false,
    paths: [],
    terms: { stems: new Set(), phrases: [] },
  }
}

/** A predicate over places of words: whether the word is part of one of the phrases. */
function within(phrases: readonly Span[]): (at: number) => boolean {
  return (at) => phrases.some(({ from, to }) => from <= at && at < to)
}

/** The longest phrases that are keys of `book`, without overlaps; only the whole query may be longer than the limit. */
function phrasesIn(words: readonly Word[], book: ReadonlyMap<string, unknown>): KnownPhrase[] {
  const found: KnownPhrase[] = []
  for (const size of [words.length, ...phraseSizes])
    for (let from = 0; from + size <= words.length; from++) {
      const to = from + size
      const key = phraseKey(words.slice(from, to))
      const free = found.every((other) => other.to <= from || other.from >= to)
      if (free && book.has(key)) found.push({ from, to, key })
    }
  return found
}

/** The words to search for, rarest first: at most eight, and no very common ones if there are two rarer ones. */
function rarest<T extends QueryWord>(words: readonly T[]): T[] {
  const rare = words.filter(({ papers }) => papers <= commonWord)
  const some = rare.filter(({ spellings }) => spellings.size > 0).length >= 2 ? rare : words
  // Words as rare as each other stay in their order.
  return some.toSorted((a, b) => a.papers - b.papers).slice(0, mostWords)
}

/** The papers that match the whole query; none if the query is short and its words are far apart in all of them. */
function fullOf(ranked: readonly Ranked[], words: readonly unknown[]): number[] {
  const full = ranked.filter(({ coverage }) => coverage > fullCoverage)
  const phrase = words.length > 1 && words.length <= longestPhrase
  const apart = phrase && full.every(({ proximity }) => proximity < leastProximity)
  return apart ? [] : full.map(({ place }) => place)
}

/** A query with its misspelt words corrected. */
function repairedText(text: string, words: readonly QueryWord[]): string {
  return words.reduceRight(
    (all, { repaired, start, end, plain }) =>
      repaired ? all.slice(0, start) + plain + all.slice(end) : all,
    text,
  )
}
