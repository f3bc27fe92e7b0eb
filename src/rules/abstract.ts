import { shown } from '../text/messages.ts'
import { linesOf, type Place, placeOfWords, startOf } from '../text/place.ts'
import { titleParts } from '../text/title.ts'
import {
  abstractText,
  type EntryRule,
  isCut,
  nodesIn,
  type Remark,
  validFacts,
} from './engine/rule.ts'

/** The fewest words that an abstract has; the shortest of some two thousand published ones has 39. */
const fewestWords = 25

/** What stands in a text that was copied, and no author wrote into it; and what to expect and to write instead. */
const residue: readonly (readonly [found: RegExp, expected: string])[] = [
  [
    /\\(?:text(?:bf|it|tt|sc|rm|sf|sl)?|emph|underline|mathbf|mathrm)\s*\{[^{}]*\}/g,
    'plain words. In an abstract, write `**words**` or `_words_` for emphasis',
  ],
  [/\\(?:url|href)\s*\{/g, 'a link. Write `[words](https://…)`'],
  [
    /\\(?:cite[a-z]*|ref|eqref|label|footnote|begin|end|item|section)\s*\{?/g,
    'the words that readers see. Write them, or take it out',
  ],
  [/\\[%&$#_]/g, 'the character itself. Write it without the backslash'],
  [/``|''/g, 'quotation marks. Write `“` and `”`'],
  [/&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[\da-f]+);/gi, 'the character itself. Write it'],
  [
    /\$\s*\^|(?<=[\p{Letter}\p{Number})\]])\^(?:\d+|\{[+-]?\d+\})/gu,
    'the raised character itself. Write `²`, for instance',
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
    'the abstract alone. Take it out',
  ],
  [
    /\]\s+\(https?:[^)]*\)|\]\(\s*https?:[^()]*\)/g,
    'a link. Write `[words](https://…)`, without a space between or in the address',
  ],
]

/** In a title, commands and references to characters too; an abstract may speak of `\\method`. */
const inTitles: typeof residue = [
  ...residue,
  [
    /\\[a-z]+(?![a-z]|\s*\{)|&(?!(?:amp|lt|gt|quot|apos|nbsp);)[a-z]+;/gi,
    'the character itself. Write it',
  ],
]

/** Words and signs that end no sentence. */
const openEnd =
  /(?:^|\s)(?:an?|and|are|as|at|but|by|for|from|in|into|is|of|on|or|our|than|that|the|their|these|this|to|we|which|with)$|[,;:-]$/i

/** The whole abstract is there, in the authors' words, and none of the markup that it once stood in. */
export const abstract: EntryRule = {
  name: 'abstract',
  sentence:
    "The whole abstract, in the authors' words, without the markup of the page from which it was copied.",
  *check(file, { gaps }) {
    // Without facts, or when MDX cannot read the body at all, nobody can tell where the abstract is.
    if (Object.keys(file.frontMatter.values).length === 0) return
    if (file.bodyFaults.length > 0 && file.body.children.length === 0) return
    const text = abstractText(file)
    const blocks = file.abstract.children
    const count = text.split(' ').filter((word) => /[\p{Letter}\d]/u.test(word)).length
    const start = blocks[0] ? startOf(blocks[0]) : { line: linesOf(file.source).length, column: 1 }
    if (count < fewestWords) {
      const what = text ? `abstract ${shown(text, 60)}` : 'end of the entry'
      const message = `Unexpected ${what}, expected the whole abstract below the facts. Write all that the authors wrote.`
      yield { ...start, message }
    }
    // Without a register of gaps, a cut abstract is not an error.
    const isCutHere = gaps && isCut(text) && !gaps[file.id]?.includes('abstract')
    const end = isCutHere
      ? /(?:\.{3,}|…)\W*$/.exec(text)?.[0]
      : count >= fewestWords && openEnd.exec(text)?.[0].trim()
    if (end) {
      const { line, column } = blocks.at(-1)?.position?.end ?? start
      const message = `Unexpected ${shown(end)} at the abstract's end, expected the end of a sentence. Write the rest.`
      yield { line, column: Math.max(1, column - end.length), message }
    }
    const place = file.frontMatter.placeOf(['title'])
    for (const part of titleParts(validFacts(file).title ?? ''))
      if ('text' in part) yield* residueOf(part.text, inTitles, file.source, place, place.line)
    for (const node of nodesIn(file.abstract)) {
      if (node.type !== 'text') continue
      const from = startOf(node)
      const lastLine = node.position?.end.line ?? from.line
      yield* residueOf(node.value, residue, file.source, from, lastLine)
    }
  },
}

/** What is left of markup in a text that stands between a place and the end of a line. */
function* residueOf(
  text: string,
  kinds: typeof residue,
  source: string,
  from: Place,
  lastLine: number,
): Iterable<Remark> {
  for (const [what, expected] of kinds) {
    const counts = new Map<string, number>()
    for (const [found] of text.matchAll(what)) {
      const nth = counts.get(found) ?? 0
      counts.set(found, nth + 1)
      const message = `Unexpected ${shown(found, 60)}, expected ${expected}.`
      yield { ...placeOfWords(source, found, nth, from, lastLine), message }
    }
  }
}
