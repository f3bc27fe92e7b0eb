import type { Lexicon } from './lexicon.ts'
import { stem } from './stem.ts'
import type { Word } from './words.ts'

/** Terms that count alike, and how much they count beside the word itself. */
export interface Alternative {
  /** Places in the lexicon. */
  places: number[]
  weight: number
}

/** One word of a query with all that it may stand for in the list. */
export interface Unit {
  /** The word's place in the query. */
  at: number
  alternatives: Alternative[]
  /** The word of the list that was taken for a misspelt one. */
  repaired?: string
  /** Whether the word counts only as the beginning of others. */
  begun: boolean
}

/** What a match counts that is not the word itself. */
const weights = { joined: 0.8, begun: 0.7, begunBeside: 0.35, split: 0.9, repaired: 0.8 }

/** How many unknown words of one query are held against the list's words. */
const mostRepairs = 6
/** Among more words than these an unknown short one is rather a plain word than a slip. */
const fewWords = 4
const longWord = 9

/**
 * Finds what each word of a query stands for: its stem; compounds, joined or apart; while it is being typed, the words that it
 * begins; and for a word that the list doesn't have, two words run together, or the word that it was
 * meant to be by `repairOf`.
 */
export function unitsOf(
  words: readonly Word[],
  lexicon: Lexicon,
  repairOf: (word: Word) => string | undefined,
): Unit[] {
  let repairs = 0
  const few = words.filter(({ stop }) => !stop).length <= fewWords
  return words.flatMap((word, at): Unit[] => {
    if (word.stop && words.some(({ stop }) => !stop)) return []
    const unit: Unit = { at, alternatives: [], begun: false }
    const add = (term: string, weight: number) => {
      const place = lexicon.placeOf(term)
      if (place !== undefined) unit.alternatives.push({ places: [place], weight })
    }
    const addBegun = (beginning: string, weight: number) => {
      const { from, to } = lexicon.range(beginning)
      if (from < to)
        unit.alternatives.push({
          places: Array.from({ length: to - from }, (_, offset) => from + offset),
          weight,
        })
    }
    add(word.term, 1)
    if (word.whole) add(word.whole.term, 1)
    for (const pair of [words.slice(at - 1, at + 1), words.slice(at, at + 2)])
      if (pair.length === 2) add(stem(pair.map(({ plain }) => plain).join('')), weights.joined)
    const last = at === words.length - 1
    const complete = unit.alternatives.length > 0
    if (last && word.plain.length > 1)
      addBegun(word.plain, complete ? weights.begunBeside : weights.begun)
    if (last && word.whole) addBegun(word.whole.plain, weights.begun)
    if (unit.alternatives.length === 0 && word.plain.length > 2) addBegun(word.plain, weights.begun)
    unit.begun = !complete && unit.alternatives.length > 0
    // A word whose stem is no beginning of any other: `summariz` of `summarization`.
    if (unit.alternatives.length === 0 && last)
      for (const begun of beginsForm(word.plain, lexicon)) add(begun, weights.begun)
    if (unit.alternatives.length === 0)
      for (const term of splitWord(word.plain, lexicon)) add(term, weights.split)
    if (
      unit.alternatives.length === 0 &&
      repairs < mostRepairs &&
      (few || word.plain.length >= longWord)
    ) {
      repairs += 1
      const form = repairOf(word)
      if (form !== undefined) {
        unit.repaired = form
        add(lexicon.terms[lexicon.forms.get(form) ?? -1] ?? '', weights.repaired)
      }
    }
    return [unit]
  })
}

function* beginsForm(beginning: string, { forms, terms }: Lexicon): Iterable<string> {
  if (beginning.length < 4) return
  const found = new Set<number>()
  for (const [form, place] of forms) if (form.startsWith(beginning)) found.add(place)
  for (const place of found) yield terms[place] ?? ''
}

/** The terms of the words of the list that were run together into one, at most four; empty when it isn't made of such. */
function splitWord(word: string, lexicon: Lexicon, most = 4): string[] {
  const known = lexicon.forms.get(word)
  if (known !== undefined) return [lexicon.terms[known] ?? '']
  for (let at = word.length - 2; at >= 3 && most > 1; at--) {
    const first = lexicon.forms.get(word.slice(0, at))
    const rest = first === undefined ? [] : splitWord(word.slice(at), lexicon, most - 1)
    if (first !== undefined && rest.length > 0) return [lexicon.terms[first] ?? '', ...rest]
  }
  return []
}
