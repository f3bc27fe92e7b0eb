import { foldLetters } from '../model/letters.ts'

const stopWords = new Set(
  `a about above after again against al all also although among an and any are as at be because been before being below
  beside besides between both but by can could did do does doing done down during each either et etc few for from further
  given had has have having he her here his how however i if in into is it its itself just like may might more most much
  must new no non nor not of off on once one only or other others our out over own per same she should since so some such
  than that the their them then there these they this those through thus to too two under until up upon us use used using
  usually very via was we were what when where whether which while who whom whose why will with within without would you
  your yet approach large language llm llms method methods model models paper propose proposes show shows work works`.split(
    /\s+/,
  ),
)

/** The words of a text in lower case, without diacritics. */
export function lowerWords(text: string): string[] {
  return foldLetters(text).match(/[\p{Letter}\p{Number}]+/gu) ?? []
}

function singular(word: string): string {
  if (/(?:ss|x|ch|sh|ias)es$/.test(word)) return word.slice(0, -2)
  if (/ias$|^(?:series|species)$/.test(word)) return word
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  return word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word
}

/** The words of a text in lower case, without diacritics, in the singular. */
export function wordsOf(text: string): string[] {
  return lowerWords(text).map(singular)
}

const isContentWord = (word: string) =>
  word.length > 1 && !stopWords.has(word) && !/^\p{Number}+$/u.test(word)

/** The words of a text without stop words and numbers, in the singular. */
export function contentWords(text: string): string[] {
  return lowerWords(text).filter(isContentWord).map(singular)
}

/** The content words of a text and their bigrams. */
export function termsOf(text: string): string[] {
  const words = lowerWords(text).map((word) => (isContentWord(word) ? singular(word) : undefined))
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    return word === undefined ? [] : next === undefined ? [word] : [word, `${word} ${next}`]
  })
}
