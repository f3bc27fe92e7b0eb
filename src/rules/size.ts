import { deepestNesting, type Excess, largestFile, mostMarks } from '../text/limits.ts'
import { abstractText } from './engine/abstract-text.ts'
import type { EntryRule } from './engine/rule.ts'
import { soundFacts } from './engine/sound-facts.ts'

/** The longest abstract, in characters; arXiv takes 1,920, and those of medicine have twice as many. */
const longestAbstract = 10_000

/** The longest text that a fact may hold, in characters. */
const longest = {
  title: 400,
  paper: 500,
  venue: 200,
  doi: 200,
  claim: 500,
  evidence: 1000,
} as const

/** The most items that a list may hold, and the longest that one of them may be, in characters. */
const most = {
  authors: { items: 3000, characters: 150 },
  names: { items: 50, characters: 150 },
  alsoTitled: { items: 20, characters: 400 },
  tags: { items: 20, characters: 80 },
  asks: { items: 20, characters: 120 },
  formerIds: { items: 20, characters: 100 },
} as const

const reasons: Record<Excess['of'], string> = {
  bytes: `Unexpected file of more than ${largestFile / 1024} KB, expected one abstract and its facts. Write less.`,
  nesting: `Unexpected nesting of more than ${deepestNesting} levels, expected plain text and simple lists. Write it flat.`,
  marks: `Unexpected mass of more than ${mostMarks} \`*\` and \`_\`, expected prose. Write \`\\*\` for a star and \`\\_\` for a line.`,
}

/** A file, its lists and its values stay within what a paper can need. */
export const size: EntryRule = {
  name: 'size',
  asWritten: true,
  *check(file) {
    if (file.excess) {
      const { line, column, of } = file.excess
      yield { line, column, message: reasons[of] }
      return
    }
    const facts = soundFacts(file)
    const { placeOf } = file.frontMatter
    for (const [name, limit] of Object.entries(longest) as [keyof typeof longest, number][]) {
      const length = facts[name]?.length ?? 0
      if (length <= limit) continue
      yield {
        ...placeOf([name]),
        message: `Unexpected ${length} characters in \`${name}\`, expected at most ${limit}. Write less.`,
      }
    }
    const { length } = abstractText(file)
    if (length > longestAbstract) {
      const { line = 1, column = 1 } = file.abstract.children[0]?.position?.start ?? {}
      yield {
        line,
        column,
        message: `Unexpected abstract of ${length} characters, expected at most ${longestAbstract}. Write the abstract alone, without the paper below it.`,
      }
    }
    for (const [name, limit] of Object.entries(most) as [
      keyof typeof most,
      (typeof most)[keyof typeof most],
    ][]) {
      const items = facts[name] ?? []
      if (items.length > limit.items) {
        yield {
          ...placeOf([name, limit.items]),
          message: `Unexpected ${items.length} items in \`${name}\`, expected at most ${limit.items}. Write the first ones only.`,
        }
      }
      for (const [index, { length }] of items.entries()) {
        if (length <= limit.characters) continue
        yield {
          ...placeOf([name, index]),
          message: `Unexpected ${length} characters in one item of \`${name}\`, expected at most ${limit.characters}. Write less.`,
        }
      }
    }
  },
}
