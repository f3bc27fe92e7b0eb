import { authorName } from '../model/person.ts'
import { startOf } from '../text/place.ts'
import { abstractText, type EntryRule, validFacts } from './engine/rule.ts'

/** The longest abstract, in characters. arXiv allows 1,920; abstracts in medicine have up to twice as many. */
export const longestAbstract = 10_000
/** The most items of a list other than `authors`. */
const mostItems = 20
/** The longest value of a fact, or of one item of it, in characters. */
const longest = {
  title: 400,
  authors: 150,
  paper: 500,
  venue: 200,
  doi: 200,
  names: 150,
  alsoTitled: 400,
  tags: 80,
  asks: 120,
  claim: 500,
  evidence: 1000,
  formerIds: 100,
} as const

/** Checks that a file, its lists, its values and its abstract are not too large. */
export const size: EntryRule = {
  name: 'size',
  sentence:
    'A file has at most 64 KB, its lists are not deeply nested, and no value is longer than any paper needs; an abstract has at most 10,000 characters.',
  checksSource: true,
  *check(file) {
    if (file.excess) {
      yield file.excess
      return
    }
    const { placeOf } = file.frontMatter
    const facts = validFacts(file)
    for (const [name, limit] of Object.entries(longest) as [keyof typeof longest, number][]) {
      const value = name === 'authors' ? facts.authors?.map(authorName) : facts[name]
      const [texts, what] =
        typeof value === 'string' ? [[value], 'in'] : [value ?? [], 'in one item of']
      for (const [index, { length }] of texts.entries()) {
        const message = `Unexpected ${length} characters ${what} \`${name}\`, expected at most ${limit}. Shorten it.`
        if (length > limit) yield { ...placeOf([name, index]), message }
      }
      if (texts.length > mostItems && name !== 'authors') {
        const message = `Unexpected ${texts.length} items in \`${name}\`, expected at most ${mostItems}. Keep only the first ones.`
        yield { ...placeOf([name, mostItems]), message }
      }
    }
    const { length } = abstractText(file)
    if (length > longestAbstract) {
      const message = `Unexpected abstract of ${length} characters, expected at most ${longestAbstract}. Keep only the abstract, without the paper below it.`
      yield { ...startOf(file.abstract.children[0]), message }
    }
  },
}
