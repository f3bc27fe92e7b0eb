import { lowerWords } from '../similarity/terms.ts'
import { quoted } from '../text/messages.ts'
import { abstractText, type EntryRule, validFacts } from './engine/rule.ts'

const longest = 160
const longestCopy = 7
const fewestWords = 4

/** Checks that the claim is one short sentence in our own words. */
export const claim: EntryRule = {
  name: 'claim',
  sentence:
    'The claim is one sentence in your own words that says what the paper shows, with a full stop, in at most 160 characters.',
  *check(file) {
    const { claim: text } = validFacts(file)
    if (!text) return
    const place = file.frontMatter.placeOf(['claim'])
    for (const message of messagesFor(text, abstractText(file))) yield { ...place, message }
  },
}

function* messagesFor(text: string, abstract: string): Iterable<string> {
  if (lowerWords(text).length < fewestWords) {
    yield `Unexpected claim ${quoted(text)}, expected a sentence. Write what the paper shows, in four words or more.`
    return
  }
  const length = [...text].length
  if (length > longest) {
    yield `Unexpected ${length} characters in \`claim\`, expected at most ${longest}. Shorten it by ${length - longest}.`
  }
  if (!/[^.]\.$/.test(text)) {
    const bare = text.replace(/[.!?…\s]+$/, '')
    yield `Unexpected ${quoted(text.slice(text.lastIndexOf(' ') + 1))} at the end of \`claim\`, expected one full stop. Write ${quoted(`${bare.slice(bare.lastIndexOf(' ') + 1)}.`)} at the end.`
  }
  const sentences = text.replace(/\b(?:e\.g|i\.e|vs|cf|et al|approx|No|Fig)\./g, (found) =>
    found.replaceAll('.', ''),
  )
  const second = /[.!?]["')\]”’]*\s+(\S+)/.exec(sentences)
  if (second) {
    yield `Unexpected second sentence ${quoted(`${second[1]} …`)} in \`claim\`, expected one sentence. Keep the one that says what the paper shows.`
  }
  const start =
    /^(?:(?:in )?this (?:paper|work|study|article|survey)|the (?:paper|authors?)|we|our)\b/i.exec(
      text,
    )?.[0]
  if (start) {
    yield `Unexpected ${quoted(start)} at the start of \`claim\`, expected the finding itself. Write the finding, as "Short notes are read more often than long ones."`
  }
  const copy = longestRun(text, abstract)
  if (copy.length > longestCopy) {
    yield `Unexpected ${copy.length} words in a row from the abstract in \`claim\` (${quoted(copy.join(' '), 100)}), expected our own words. Rephrase it, and leave the quotation to \`evidence\`.`
  }
}

/** The longest run of consecutive words that two texts have in common, if it is longer than a copy may be. */
function longestRun(text: string, other: string): string[] {
  const words = lowerWords(text)
  const otherWords = ` ${lowerWords(other).join(' ')} `
  let best: string[] = []
  for (let start = 0; start + best.length < words.length; start++) {
    let end = start + Math.max(best.length, longestCopy) + 1
    while (end <= words.length && otherWords.includes(` ${words.slice(start, end).join(' ')} `)) {
      best = words.slice(start, end)
      end += 1
    }
  }
  return best
}
