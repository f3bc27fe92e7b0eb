import { titleKey } from '../model/identifier.ts'
import { stem } from '../text/stem.ts'
import { type Word, wordsIn } from '../text/words.ts'
import { conditionFilter } from './conditions.ts'
import type { SearchTerms } from './excerpt.ts'
import type { SearchIndex } from './pagefind.ts'
import type { Query } from './query.ts'
import { mergeSpellings, type Ranked, type RankedPhrase, type RankedWord, rank } from './rank.ts'
import { pathsFor, type SearchedPath } from './reading-paths.ts'
import {
  type Repair,
  repaired,
  type Span,
  type Spelling,
  segmented,
  spellingsOf,
} from './spelling.ts'
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

/** Papers with a lower coverage of the query are only near misses. */
const leastCoverage = 0.35
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
  loadRepair: () => Promise<Repair>,
): (query: Query, exact: boolean) => Promise<Found> {
  const { list } = index
  const meaningsOf = (key: string) => list.phrases.get(key)?.meanings ?? []

  const askForWord = async ({ at, stems }: Spelling): Promise<RankedWord> => {
    const asked = [...stems].map(async ([one, weight]) => {
      const matches = await index.ask(tokenOf('word', one), true)
      return { weight, matches }
    })
    return { at, found: mergeSpellings(await Promise.all(asked), index.papers) }
  }
  const askForPhrase = async ({ from, to, key }: KnownPhrase): Promise<RankedPhrase> => {
    const asked = meaningsOf(key).map((one) => index.ask(meaningToken(one), true))
    const found = new Map<number, number>()
    for (const { place, score } of (await Promise.all(asked)).flat())
      found.set(place, (found.get(place) ?? 0) + score)
    return { from, to, found }
  }

  /** The place of the paper whose title equals the query. */
  const placeByTitle = async (text: string): Promise<number | undefined> => {
    const key = titleKey(text)
    const mark = titleHash(key)
    for (const [place, marks] of list.titles.entries()) {
      if (!marks.includes(mark)) continue
      const { title, also } = (await index.load(place)).paper
      if ([title, ...also].some((one) => titleKey(one) === key)) return place
    }
    return undefined
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
    const known = within([...missing, ...phrasesIn(typed, list.phrases)])
    const plans = spellingsOf(typed, list, known)
    const spellings =
      !exact && plans.some(({ unknown }) => unknown)
        ? repaired(plans, typed, list, await loadRepair())
        : plans
    const words = typed.map((word, at) => {
      const { repaired, isPrefix } = spellings.find((one) => one.at === at) ?? {}
      if (repaired) return { ...word, plain: repaired, stem: stem(repaired) }
      // The stem of an unfinished word may be that of another word.
      return isPrefix ? { ...word, stem: word.plain } : word
    })
    const typedAt = ({ from, to }: Span) => text.slice(typed[from]?.start, typed[to - 1]?.end)
    const instead = missing.flatMap((phrase) =>
      (list.absent.get(phrase.key)?.like ?? []).map((typed) => {
        return { ...phrase, key: phraseKey(wordsIn(typed)), typed }
      }),
    )
    const own = phrasesIn(words, list.phrases)
    const phrases = [...own.map((one) => ({ ...one, typed: typedAt(one) })), ...instead]
    const asked = rarestWords(spellings)
    const rare = ({ key }: KnownPhrase) => (list.phrases.get(key)?.papers ?? 0) <= commonWord
    const [found, meant, title] = await Promise.all([
      Promise.all(asked.map(askForWord)),
      Promise.all(phrases.filter((one) => asked.length < 2 || rare(one)).map(askForPhrase)),
      placeByTitle(text),
    ])
    const ranked = rank(found, meant, index.papers, list.similar, allowed)
    const first = title === undefined ? [] : [title]
    const fits = Math.max(0, ...ranked.map(({ coverage }) => coverage)) >= leastCoverage
    const onlyMissing = missing.length > 0 && spellings.every(({ at }) => within(missing)(at))
    // A paper with `model specific` is not about the model spec.
    const unsure = onlyMissing && spellings.some(({ isPrefix }) => isPrefix)
    const full = !fits || unsure ? [] : fullOf(ranked, spellings)
    const searched = repairedText(text, typed, spellings)
    return {
      places: [...new Set([...first, ...ranked.map(({ place }) => place)])],
      full: new Set([...first, ...full]),
      near: title === undefined && (!fits || (onlyMissing && full.length === 0)),
      ...(searched !== text && { repaired: searched }),
      ...(absent && { absent }),
      paths: pathsFor(words, list.paths),
      terms: {
        stems: new Set([
          ...asked.flatMap(({ stems }) => [...stems.keys()]),
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
function rarestWords(spellings: readonly Spelling[]): Spelling[] {
  const rare = spellings.filter(({ papers }) => papers <= commonWord)
  const some = rare.filter(({ stems }) => stems.size > 0).length >= 2 ? rare : spellings
  return some.toSorted((a, b) => a.papers - b.papers || a.at - b.at).slice(0, mostWords)
}

/** The papers that match the whole query; none if the query is short and its words are far apart in all of them. */
function fullOf(ranked: readonly Ranked[], spellings: readonly Spelling[]): number[] {
  const full = ranked.filter(({ coverage }) => coverage > fullCoverage)
  const phrase = spellings.length > 1 && spellings.length <= longestPhrase
  const apart = phrase && full.every(({ proximity }) => proximity < leastProximity)
  return apart ? [] : full.map(({ place }) => place)
}

/** A query with its misspelt words corrected. */
function repairedText(
  text: string,
  words: readonly Word[],
  spellings: readonly Spelling[],
): string {
  return spellings.reduceRight((all, { at, repaired }) => {
    const word = words[at]
    return word && repaired ? all.slice(0, word.start) + repaired + all.slice(word.end) : all
  }, text)
}
