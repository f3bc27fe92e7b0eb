import { titleKey } from '../model/identifier.ts'
import type { AbsentWork } from '../model/vocabulary.ts'
import { stem } from '../text/stem.ts'
import { type Word, wordsIn } from '../text/words.ts'
import { meeting } from './conditions.ts'
import type { LookedFor } from './excerpt.ts'
import type { SearchIndex } from './pagefind.ts'
import type { Query } from './query.ts'
import { gather, type Ranked, type RankedPhrase, type RankedWord, rank } from './rank.ts'
import { partWords, type Spelling, spellerOf } from './spelling.ts'
import { meaningToken, phraseKey, tokenOf } from './tokens.ts'
import { titleMark } from './word-list.ts'

/**
 * How well papers answer a query: with all of it; with words that begin as its last one does; with all its words, but never
 * together; with a part of it; with so little that they are only near.
 */
export type Fit = 'all' | 'begun' | 'apart' | 'part' | 'near'

/** What was found for a query. */
export interface Found {
  /** The papers, the best first. */
  ranked: readonly Ranked[]
  fit: Fit
  /** The query that was searched for instead, where words were taken for misspelt. */
  repaired?: string
  /** Work that the query names and that the list doesn't have. */
  absent?: AbsentWork & { name: string }
  lookedFor: LookedFor
}

/** Below this share of what is asked papers are only near. */
const leastCoverage = 0.35
/** A query of at most so many words is a phrase; it isn't found as one where less than this share of it stands together. */
const longestPhrase = 4
const leastTogether = 0.5
/** The most words that are asked for, rare ones first. Pagefind's time for a word grows with the square of its papers. */
const mostWords = 8
const commonWord = 3000

/** A phrase of a query that the vocabulary knows. */
interface KnownPhrase {
  from: number
  to: number
  key: string
}

/** Finds what answers a query, whose words may be looked for just as they are spelt. */
export type Finder = (query: Query, exact: boolean) => Promise<Found>

/** Makes the finder of an open index. `commonWords` loads the words that are spelt right whether the list has them or not. */
export function finderOf(
  index: SearchIndex,
  commonWords: () => Promise<ReadonlySet<string>>,
): Finder {
  const { list } = index
  const spell = spellerOf(list)

  /** Reads the words of a query; the common words are loaded only when a word may be misspelt. */
  const read = async (words: readonly Word[], exact: boolean, meant: (at: number) => boolean) => {
    const hasty = spell(words, { meant, exact, spelledRight: () => false })
    if (!hasty.some(({ repaired }) => repaired)) return hasty
    const common = await commonWords()
    return spell(words, { meant, exact, spelledRight: (word) => common.has(stem(word)) })
  }

  const askFor = async ({ at, stems }: Spelling): Promise<RankedWord> => ({
    at,
    found: gather(
      await Promise.all(
        [...stems].map(async ([one, weight]) => ({
          weight,
          matches: await index.ask(tokenOf('word', one), true),
        })),
      ),
      index.papers,
    ),
  })
  const askForPhrase = async ({ from, to, key }: KnownPhrase): Promise<RankedPhrase> => {
    const meanings = list.phrases.get(key)?.meanings ?? []
    const found = new Map<number, number>()
    for (const matches of await Promise.all(
      meanings.map((meaning) => index.ask(meaningToken(meaning), true)),
    ))
      for (const { place, score } of matches)
        found.set(place, Math.max(found.get(place) ?? 0, score))
    return { from, to, found }
  }

  /** Puts a paper first whose title the query is, whatever its words. */
  const titleFirst = async (text: string, ranked: Ranked[]): Promise<Ranked[]> => {
    const key = titleKey(text)
    const mark = titleMark(key)
    for (const [place, marks] of list.titles.entries()) {
      if (!marks.includes(mark)) continue
      const { title, also } = (await index.load(place)).paper
      if ([title, ...also].some((one) => titleKey(one) === key))
        return [
          { place, score: Number.POSITIVE_INFINITY, coverage: 1, together: 1 },
          ...ranked.filter((one) => one.place !== place),
        ]
    }
    return ranked
  }

  const find = async (query: Query, exact: boolean): Promise<Found> => {
    const allowed = query.conditions.length > 0 ? await meeting(query.conditions, index) : undefined
    const { text, identifier } = query
    const certain = (place: number): Ranked => ({ place, score: 0, coverage: 1, together: 1 })
    const everything = () => Array.from({ length: index.papers }, (_, place) => certain(place))
    const nothing: LookedFor = { stems: new Set(), phrases: [] }
    if (identifier) {
      const named = await index.ask(tokenOf('id', identifier), false)
      return { ranked: named.map(({ place }) => certain(place)), fit: 'all', lookedFor: nothing }
    }
    if (query.words.length === 0)
      return {
        ranked:
          allowed || query.blank
            ? everything().filter(({ place }) => allowed?.(place) ?? true)
            : [],
        fit: 'all',
        lookedFor: nothing,
      }

    const within = (phrases: readonly KnownPhrase[]) => (at: number) =>
      phrases.some(({ from, to }) => from <= at && at < to)
    const named = phrasesIn(query.words, list.absent)
    const absent = named[0] && list.absent.get(named[0].key)
    // What papers mention is found by its own name.
    const missing = (words: readonly Word[]) =>
      phrasesIn(words, list.absent).filter(({ key }) => !list.words.has(key))
    const whole = wholeNames(query.words, missing(query.words))
    const typed = partWords(whole, list, within(missing(whole)))
    const unknown = missing(typed)
    const meant = within([...unknown, ...phrasesIn(typed, list.phrases)])
    const spellings = await read(typed, exact, meant)
    const words = typed.map((word, at) => {
      const { repaired, begun } = spellings.find((one) => one.at === at) ?? {}
      if (repaired) return { ...word, plain: repaired, stem: stem(repaired) }
      // The stem of what is still typed may be another word.
      return begun ? { ...word, stem: word.plain } : word
    })
    const instead = unknown.flatMap(({ from, to, key }) =>
      (list.absent.get(key)?.like ?? []).flatMap((name) => {
        const like = phraseKey(wordsIn(name))
        return list.phrases.has(like) ? [{ from, to, key: like, typed: name }] : []
      }),
    )
    const typedAt = (from: number, to: number) => text.slice(typed[from]?.start, typed[to - 1]?.end)
    const phrases = [
      ...phrasesIn(words, list.phrases).map((one) => ({
        ...one,
        typed: typedAt(one.from, one.to),
      })),
      ...instead,
    ]
    const asked = rarest(spellings)
    const [found, said] = await Promise.all([
      Promise.all(asked.map(askFor)),
      Promise.all(
        phrases
          .filter(
            ({ key }) => asked.length < 2 || (list.phrases.get(key)?.papers ?? 0) <= commonWord,
          )
          .map(askForPhrase),
      ),
    ])
    const ranked = await titleFirst(
      text,
      rank(found, said, { papers: index.papers, near: list.near, allowed }),
    )
    const fit = fitOf(ranked, spellings)
    const onlyMissing = unknown.length > 0 && spellings.every(({ at }) => within(unknown)(at))
    const repaired = repairedText(text, typed, spellings)
    return {
      ranked,
      fit: onlyMissing && fit !== 'all' ? 'near' : fit,
      ...(repaired !== text && { repaired }),
      ...(absent && { absent }),
      lookedFor: {
        stems: new Set([
          ...asked.flatMap(({ stems }) => [...stems.keys()]),
          ...instead.map(({ key }) => key),
        ]),
        phrases: phrases.map(({ typed, key }) => ({
          typed,
          key,
          meanings: list.phrases.get(key)?.meanings ?? [],
        })),
      },
    }
  }

  return find
}

/** The longest phrases of words that a book has, none of which overlap. */
function phrasesIn(words: readonly Word[], book: ReadonlyMap<string, unknown>): KnownPhrase[] {
  const found: KnownPhrase[] = []
  for (let size = Math.min(6, words.length); size > 0; size--)
    for (let from = 0; from + size <= words.length; from++) {
      const to = from + size
      const key = phraseKey(words.slice(from, to))
      const free = found.every((other) => other.to <= from || other.from >= to)
      if (free && book.has(key)) found.push({ from, to, key })
    }
  return found
}

/** Words of which the parts of a missing work's name are one: `SimPO` is neither `sim` nor `po`. */
function wholeNames(words: readonly Word[], missing: readonly KnownPhrase[]): Word[] {
  return words.flatMap((word, at) => {
    const { whole } = word
    const named = missing.find(({ from, to }) => from <= at && at < to)
    if (!whole || !named || words.slice(named.from, named.to).some((one) => one.whole !== whole))
      return [word]
    return at > named.from ? [] : [{ ...whole, stem: stem(whole.plain), stop: false }]
  })
}

/** The words of a query that are asked for: all that the list has, but for common ones beside two rarer, and those past the eighth. */
function rarest(asked: readonly Spelling[]): Spelling[] {
  const rare = asked.filter(({ papers, stems }) => stems.size > 0 && papers <= commonWord)
  const some = rare.length >= 2 ? asked.filter(({ papers }) => papers <= commonWord) : [...asked]
  if (some.length <= mostWords) return some
  const kept = new Set([...some].sort((a, b) => a.papers - b.papers).slice(0, mostWords))
  return some.filter((one) => kept.has(one))
}

function fitOf(ranked: readonly Ranked[], spellings: readonly Spelling[]): Fit {
  const coverage = Math.max(0, ...ranked.map((one) => one.coverage))
  if (coverage < leastCoverage) return 'near'
  if (coverage < 0.999) return 'part'
  const together = Math.max(...ranked.map((one) => (one.coverage < 0.999 ? 0 : one.together)))
  const phrase = spellings.length > 1 && spellings.length <= longestPhrase
  if (phrase && together < leastTogether) return 'apart'
  return spellings.some(({ begun }) => begun) ? 'begun' : 'all'
}

/** A query with its misspelt words as they were taken. */
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
