import type { Nodes, Text } from 'mdast'
import type { Math as DisplayMath, InlineMath } from 'mdast-util-math'
import type { EntryFile } from '../text/entry-file.ts'
import type { Place } from '../text/front-matter.ts'
import { mathmlOf } from '../text/math.ts'
import { abstractText, isCut } from './engine/abstract-text.ts'
import type { EntryRule, Remark } from './engine/rule.ts'
import { soundFacts } from './engine/sound-facts.ts'
import { shown } from './engine/words.ts'

/** The fewest words that an abstract has; the shortest of some two thousand published ones has 39. */
const fewestWords = 25

const residue: readonly { what: RegExp; say: (found: string) => string }[] = [
  {
    what: /\\(?:text(?:bf|it|tt|sc|rm|sf|sl)?|emph|underline|mathbf|mathrm)\s*\{[^{}]*\}/g,
    say: () => 'its words, or `**words**` and `_words_` where they stand out. Write it so',
  },
  { what: /\\(?:url|href)\s*\{/g, say: () => 'a link. Write `[words](https://…)`' },
  {
    what: /\\(?:cite[a-z]*|ref|eqref|label|footnote|begin|end|item|section)\s*\{?/g,
    say: () => 'the words that readers see. Write them, or take it out',
  },
  { what: /\\[%&$#_]/g, say: (found) => `the character itself. Write \`${found.slice(1)}\`` },
  { what: /``|''/g, say: () => 'quotation marks. Write `“` and `”`' },
  {
    what: /&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[\da-f]+);/gi,
    say: () => 'the character itself. Write it',
  },
  {
    what: /\$\s*\^|(?<=[\p{Letter}\p{Number})\]])\^(?:\d+|\{[+-]?\d+\})/gu,
    say: () => 'the raised character itself. Write `²`, for instance',
  },
  {
    what: /<\/?(?:b|i|u|em|strong|sub|sup|p|br|span|div|a|tt|jats:\w+)\b[^<>]*>/gi,
    say: () => 'prose. Write the words without it',
  },
]

/** What pages and papers put around an abstract, and no author wrote into it. */
const furniture: readonly { what: RegExp; say: string }[] = [
  {
    what: /^(?:Abstract|ABSTRACT|Summary|SUMMARY)\s*[:.—–]\s*/,
    say: 'the words of the abstract. Take it out',
  },
  { what: /[△▽]\s*(?:Less|More)\b/, say: 'the words of the abstract. Take it out' },
  {
    what: /\b(?:Keywords|Key words|Index Terms|CCS Concepts)\s*[:—–].*$/,
    say: 'the abstract alone. Take it out',
  },
  { what: /©\s*(?:\d{4}|The Author).*$/, say: 'the abstract alone. Take it out' },
  {
    what: /\]\s+\(https?:[^)]*\)/,
    say: 'a link. Write `[words](https://…)`, without a space between',
  },
  {
    what: /\]\(\s*https?:[^()]*\)/,
    say: 'a link. Write `[words](https://…)`, without spaces in the address',
  },
  { what: /\[\^\w+\]/, say: 'the words of the abstract. Take it out' },
]

/** Words with which no sentence ends. */
const openEnd =
  /(?:^|\s)(?:an?|and|are|as|at|but|by|for|from|in|into|is|of|on|or|our|than|that|the|their|these|this|to|we|which|with)$|[,;:-]$/i

/** The whole abstract is there, in the authors' words, and none of the markup that it once stood in. */
export const abstract: EntryRule = {
  name: 'abstract',
  sentence:
    "The whole abstract, in the authors' words, without the markup of the place that it comes from.",
  *check(file, { gaps }) {
    // Where the file has no facts, or MDX no reading for its body, nobody can tell where the abstract is.
    const noFacts = file.frontMatter.faults.some(({ code }) => code === 'MISSING')
    const unread = noFacts || file.bodyFaults.length > 0
    if (unread && file.body.children.length === 0) return
    const text = abstractText(file)
    const count = text.split(' ').filter((word) => /[\p{Letter}\d]/u.test(word)).length
    const first = file.abstract.children[0]?.position?.start
    const { line, column } = first ?? { line: file.source.split('\n').length, column: 1 }
    if (count === 0) {
      yield {
        line,
        column,
        message:
          'Unexpected end of the entry, expected the abstract below the facts. Write it after a blank line.',
      }
    } else if (count < fewestWords) {
      const words = count === 1 ? 'word' : 'words'
      yield {
        line,
        column,
        message: `Unexpected abstract of ${count} ${words}, expected the whole of it. Write all that the authors wrote.`,
      }
    }
    const end = openEnd.exec(text)?.[0].trim()
    if (end && count >= fewestWords) {
      const last = file.abstract.children.at(-1)?.position?.end ?? { line, column }
      yield {
        line: last.line,
        column: Math.max(1, last.column - end.length),
        message: `Unexpected ${shown(end)} at the abstract's end, expected the end of a sentence. Write the rest.`,
      }
    }
    // Where gaps are no fault, a cut abstract is one of them.
    if (gaps && isCut(text) && !gaps[file.id]?.includes('abstract')) {
      const last = file.abstract.children.at(-1)?.position?.end ?? { line, column }
      yield {
        line: last.line,
        column: Math.max(1, last.column - 1),
        message: `Unexpected ${shown(/(?:\.{3,}|…)\W*$/.exec(text)?.[0] ?? '…')} at the abstract's end, expected the whole of it. Write the rest.`,
      }
    }
    const { title } = soundFacts(file)
    const inTitle = (found: string, nth: number) => placeInValue(file, 'title', found, nth)
    if (title) yield* residueOf(title, inTitle)
    yield* markup(file.abstract, file.source)
  },
}

function* markup(node: Nodes, source: string): Iterable<Remark> {
  if (node.type === 'text') {
    yield* residueOf(node.value, (found, nth) => placeInText(source, node, found, nth))
  }
  if (node.type === 'inlineMath' || node.type === 'math') yield* mathematics(node)
  if ('children' in node) for (const child of node.children) yield* markup(child, source)
}

function* residueOf(
  text: Text['value'],
  place: (found: string, nth: number) => { line: number; column: number },
): Iterable<Remark> {
  for (const { what, say } of furniture) {
    const found = what.exec(text)?.[0].trim()
    if (found) {
      yield {
        ...place(found, 0),
        message: `Unexpected ${shown(found, 60)}, expected ${say}.`,
      }
    }
  }
  for (const { what, say } of residue) {
    const counts = new Map<string, number>()
    for (const [found] of text.matchAll(what)) {
      const nth = counts.get(found) ?? 0
      counts.set(found, nth + 1)
      yield {
        ...place(found, nth),
        message: `Unexpected markup ${shown(found)}, expected ${say(found)}.`,
      }
    }
  }
}

function* mathematics(node: InlineMath | DisplayMath): Iterable<Remark> {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  const prose = /\p{Letter}{2,}\s+\p{Letter}{2,}/u.test(node.value) && !/[\\^_{}=]/.test(node.value)
  if (prose || mathmlOf(node.value) === undefined) {
    yield {
      line,
      column,
      message: `Unexpected mathematics ${shown(node.value, 40)}, expected TeX that can be shown. Write \`\\$\` for a dollar sign.`,
    }
  }
}

/**
 * Where the nth of certain words of a node stands in its file; the node's start when they are written otherwise there,
 * as with character references.
 */
function placeInText(source: string, node: Nodes, words: string, nth = 0): Place {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  const end = node.position?.end.line ?? line
  const lines = source.replace(/^\uFEFF/, '').split('\n')
  // In Markdown a backslash may stand before any sign.
  const pattern = new RegExp(
    [...words].map((sign) => `\\\\?${sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).join(''),
    'g',
  )
  let left = nth
  for (let at = line; at <= end; at++) {
    const text = lines[at - 1] ?? ''
    const from = at === line ? column - 1 : 0
    for (const { index } of text.slice(from).matchAll(pattern)) {
      if (left === 0) return { line: at, column: from + index + 1 }
      left -= 1
    }
  }
  return { line, column }
}

/** Where the nth of certain words of a fact stands in its file; the value's start when it is written otherwise there. */
function placeInValue(
  { source, frontMatter }: EntryFile,
  name: string,
  words: string,
  nth = 0,
): Place {
  const start = frontMatter.placeOf([name])
  const line = source.replace(/^\uFEFF/, '').split('\n')[start.line - 1] ?? ''
  let at = line.indexOf(words, start.column - 1)
  for (let left = nth; left > 0 && at >= 0; left -= 1) at = line.indexOf(words, at + 1)
  return at < 0 ? start : { line: start.line, column: at + 1 }
}
