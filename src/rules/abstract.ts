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

/** Words in a style of TeX. */
const styled = /\\(?:text(?:bf|it|tt|sc|rm|sf|sl)?|emph|underline|mathbf|mathrm)\s*\{([^{}]*)\}/g

/** What stands in a text that was copied, and no author wrote into it; and what to expect and to write instead. */
const residue: readonly (readonly [found: RegExp, expected: string])[] = [
  [styled, 'plain words, or `**words**` and `_words_` for emphasis. Write it that way'],
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
      const what = `abstract of ${count} ${count === 1 ? 'word' : 'words'}, expected the whole abstract`
      const message =
        count === 0
          ? 'Unexpected end of the entry, expected the abstract below the facts. Write it after a blank line.'
          : `Unexpected ${what}. Write all that the authors wrote.`
      yield { ...start, message }
    }
    const { line, column } = blocks.at(-1)?.position?.end ?? start
    const end = openEnd.exec(text)?.[0].trim()
    if (end && count >= fewestWords) {
      const message = `Unexpected ${shown(end)} at the abstract's end, expected the end of a sentence. Write the rest.`
      yield { line, column: Math.max(1, column - end.length), message }
    }
    // Without a register of gaps, a cut abstract is not an error.
    if (gaps && isCut(text) && !gaps[file.id]?.includes('abstract')) {
      const dots = /(?:\.{3,}|…)\W*$/.exec(text)?.[0] ?? '…'
      const message = `Unexpected ${shown(dots)} at the abstract's end, expected the whole abstract. Write the rest.`
      yield { line, column: Math.max(1, column - 1), message }
    }
    const place = file.frontMatter.placeOf(['title'])
    const { title = '' } = validFacts(file)
    for (const part of titleParts(title)) {
      if ('text' in part) yield* residueOf(part.text, file.source, place)
      // An abstract may speak of `\\method`; a title is set in characters.
      const found = 'text' in part && /\\[a-z]+(?![a-z]|\s*\{)|&[a-z]+;/i.exec(part.text)?.[0]
      if (!found || /^&(?:amp|lt|gt|quot|apos|nbsp);$/i.test(found)) continue
      const message = `Unexpected markup ${shown(found)} in \`title\`, expected the character itself. Write it.`
      yield { ...placeOfWords(file.source, found, 0, place, place.line), message }
    }
    for (const node of nodesIn(file.abstract)) {
      const from = startOf(node)
      if (node.type === 'text')
        yield* residueOf(node.value, file.source, from, node.position?.end.line ?? from.line)
    }
  },
}

/** What is left of markup in a text that ends at a line; in the title, which has no emphasis, where no line is named. */
function* residueOf(
  text: string,
  source: string,
  from: Place,
  lastLine?: number,
): Iterable<Remark> {
  for (const [what, expected] of residue) {
    const counts = new Map<string, number>()
    for (const [found, words = ''] of text.matchAll(what)) {
      const nth = counts.get(found) ?? 0
      counts.set(found, nth + 1)
      const isPlain = what === styled && lastLine === undefined
      const cure = isPlain ? `plain words. Write ${shown(words)}` : expected
      const message = `Unexpected ${shown(found, 60)}, expected ${cure}.`
      yield { ...placeOfWords(source, found, nth, from, lastLine ?? from.line), message }
    }
  }
}
