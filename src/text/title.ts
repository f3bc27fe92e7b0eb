import { escapeMarkup } from './escapes.ts'
import { mathmlOf } from './math.ts'
import { mathText } from './math-text.ts'

// There is no space after the opening dollar sign and none before the closing one, so that prices are not mathematics.
const mathematics = /\$(?!\s)([^$]+?)(?<!\s)\$(?!\d)/g

/** A part of a title: text, or the TeX of mathematics. */
export type TitlePart = { text: string } | { tex: string; whole: string }

/** Splits a title into text and mathematics. */
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

/** A title as HTML, with its mathematics as MathML. */
export function titleHtml(title: string): string {
  return titleParts(title)
    .map((part) =>
      'tex' in part ? (mathmlOf(part.tex) ?? escapeMarkup(part.whole)) : escapeMarkup(part.text),
    )
    .join('')
}

/** A title as plain text, for places that cannot show mathematics. */
export function titleText(title: string): string {
  return title.replace(mathematics, (_whole, tex: string) => mathText(tex))
}

/** The part of a title before its colon, or the whole title: how a paper is mentioned. */
export function shortTitle(title: string): string {
  return titleText(title).split(/:\s/, 1)[0] ?? title
}
