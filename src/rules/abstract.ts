import { shown } from '../text/messages.ts'
import { linesOf, type Place, placeOfWords, startOf } from '../text/place.ts'
import { titleParts } from '../text/title.ts'
import {
  abstractText,
  type EntryRule,
  isTruncated,
  nodesIn,
  type Problem,
  validFacts,
} from './engine/rule.ts'

/** The fewest words of an abstract; the shortest of some two thousand published abstracts has 39. */
const fewestWords = 25

/** Leftover markup and page text in copied abstracts, each with what to expect and write instead. */
const residue: readonly (readonly [found: RegExp, expected: string])[] = [
  [
    /\\(?:text(?:bf|it|tt|sc|rm|sf|sl)?|emph|underline|mathbf|mathrm)\s*\{[^{}]*\}/g,
    'plain words. In an abstract, write `**words**` or `_words_` for emphasis',
  ],
  [/\\(?:url|href)\s*\{/g, 'a link. Write `[words](https://…)`'],
  [
    /\\(?:cite[a-z]*|ref|eqref|label|footnote|begin|end|item|section)\s*\{?/g,
    'the words that readers see. Write those words, or take it out',
  ],
  [/\\[%&$#_]/g, 'the character itself. Write it without the backslash'],
  [/``|''/g, 'quotation marks. Write `“` and `”`'],
  [/&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[\da-f]+);/gi, 'the character itself. Write it'],
  [
    /\$\s*\^|(?<=[\p{Letter}\p{Number})\]])\^(?:\d+|\{[+-]?\d+\})/gu,
    'a superscript character. Write `²`, for example',
  ],
  [
    /<\/?(?:b|i|u|em|strong|sub|sup|p|br|span|div|a|tt|jats:\w+)\b[^<>]*>/gi,
    'prose. Write the words without it',
  ],
  [
    /^(?:Abstract|ABSTRACT|Summary|SUMMARY)\s*[:.—–]|[△▽]\s*(?:Less|More)\b|\[\^\w+\]/g,
    'the words of the abstract. Take it out',
  ],
  [
    /\b(?:Keywords|Key words|Index Terms|CCS Concepts)\s*[:—–].*$|©\s*(?:\d{4}|The Author).*$/g,
    'only the abstract. Take it out',
  ],
  [
    /\]\s+\(https?:[^)]*\)|\]\(\s*https?:[^()]*\)/g,
    'a link. Write `[words](https://…)` without spaces after the bracket or in the address',
  ],
]

/** In a title, all TeX commands and character references as well; an abstract may mention `\\method`. */
const titleResidue: typeof residue = [
  ...residue,
  [
    /\\[a-z]+(?![a-z]|\s*\{)|&(?!(?:amp|lt|gt|quot|apos|nbsp);)[a-z]+;/gi,
    'the character itself. Write it',
  ],
]

/** A word or punctuation mark that cannot end a sentence. */
const unfinishedEnd =
  /(?:^|\s)(?:an?|and|are|as|at|but|by|for|from|in|into|is|of|on|or|our|than|that|the|their|these|this|to|we|which|with)$|[,;:-]$/i

/** Checks that the abstract is complete, and that it and the title have no leftover markup. */
export const abstract: EntryRule = {
  name: 'abstract',
  sentence:
    "The abstract is complete, in the authors' words, and has no markup left from the page that it was copied from.",
  *check(file, { gaps }) {
    // Without front matter, or when MDX cannot parse the body at all, the abstract cannot be located.
    if (Object.keys(file.frontMatter.values).length === 0) return
    if (file.bodyFaults.length > 0 && file.body.children.length === 0) return
    const text = abstractText(file)
    const blocks = file.abstract.children
    const wordCount = text.split(' ').filter((word) => /[\p{Letter}\d]/u.test(word)).length
    const start = blocks[0] ? startOf(blocks[0]) : { line: linesOf(file.source).length, column: 1 }
    if (wordCount < fewestWords) {
      const found = text ? `short abstract ${shown(text, 60)}` : 'end of the entry'
      const message = `Unexpected ${found}, expected the whole abstract below the facts. Copy all of it.`
      yield { ...start, message }
    }
    // Without a list of known gaps, a truncated abstract is not an error.
    const lacksEnd = gaps && isTruncated(text) && !gaps[file.id]?.includes('abstract')
    const end = lacksEnd
      ? /(?:\.{3,}|…)\W*$/.exec(text)?.[0]
      : wordCount >= fewestWords && unfinishedEnd.exec(text)?.[0].trim()
    if (end) {
      const { line, column } = blocks.at(-1)?.position?.end ?? start
      const message = `Unexpected ${shown(end)} at the end of the abstract, expected a complete sentence. Write the rest.`
      yield { line, column: Math.max(1, column - end.length), message }
    }
    const place = file.frontMatter.placeOf(['title'])
    for (const part of titleParts(validFacts(file).title ?? ''))
      if ('text' in part) yield* residueOf(part.text, titleResidue, file.source, place, place.line)
    for (const node of nodesIn(file.abstract)) {
      if (node.type !== 'text') continue
      const from = startOf(node)
      const lastLine = node.position?.end.line ?? from.line
      yield* residueOf(node.value, residue, file.source, from, lastLine)
    }
  },
}

/** Yields a problem for each leftover in a text that begins at a place and ends in a line of the source. */
function* residueOf(
  text: string,
  kinds: typeof residue,
  source: string,
  from: Place,
  lastLine: number,
): Iterable<Problem> {
  for (const [pattern, expected] of kinds) {
    const counts = new Map<string, number>()
    for (const [found] of text.matchAll(pattern)) {
      const nth = counts.get(found) ?? 0
      counts.set(found, nth + 1)
      const message = `Unexpected ${shown(found, 60)}, expected ${expected}.`
      yield { ...placeOfWords(source, found, nth, from, lastLine), message }
    }
  }
}
