import { escapeMarkup } from './escapes.ts'
import { mathmlOf } from './math.ts'
import { mathText } from './math-text.ts'

// A dollar sign opens mathematics only before, and closes it only behind, something that is not a space, so that
// prices stay prices.
const mathematics = /\$(?!\s)([^$]+?)(?<!\s)\$(?!\d)/g

/** A piece of a title: words, or the TeX of its mathematics. */
export type TitlePart = { text: string } | { tex: string; whole: string }

/** A title in its pieces: words as they are, mathematics as the TeX between dollar signs. */
export function titleParts(title: string): TitlePart[] {
  const parts: TitlePart[] = []
  let end = 0
  for (const { 0: whole, 1: tex = '', index } of title.matchAll(mathematics)) {
    if (index > end) parts.push({ text: title.slice(end, index) })
    parts.push({ tex, whole })
    end = index + whole.length
  }
  if (end < title.length) parts.push({ text: title.slice(end) })
  return parts
}

/** A title as HTML: its text escaped, the mathematics between dollar signs as MathML. */
export function titleHtml(title: string): string {
  return titleParts(title)
    .map((part) =>
      'tex' in part ? (mathmlOf(part.tex) ?? escapeMarkup(part.whole)) : escapeMarkup(part.text),
    )
    .join('')
}

/** A title in one line of plain characters, for places that cannot show mathematics. */
export function titleText(title: string): string {
  return title.replace(mathematics, (_whole, tex: string) => mathText(tex))
}

/** A title's part before its colon, when it has one: what a paper is called in passing. */
export function shortTitle(title: string): string {
  return titleText(title).split(/:\s/, 1)[0] ?? title
}
