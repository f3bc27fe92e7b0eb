import type { PhrasingContent } from 'mdast'
import { decodeEntities } from './escapes.ts'
import { normaliseText } from './normalise.ts'
import { subscript, superscript } from './tex-characters.ts'
import { matchAt, type Parser, parsedText } from './tex-context.ts'

/** Parses a character reference: `&amp;`. */
export const parseEntity: Parser = ({ source }, at) => {
  const [whole] = /^&#?\w+;/.exec(source.slice(at, at + 34)) ?? []
  const character = whole && decodeEntities(whole)
  if (!character || character === whole) return undefined
  return parsedText(/\s/.test(character) ? ' ' : normaliseText(character), at + whole.length)
}

const element = /<(b|strong|i|em|sup|sub)>((?:(?!<\/?\1>).)*)<\/\1>/iy
const lineBreak = /<(?:br\s*\/?|\/?p)>/iy

/** Parses HTML that a web page left in a text: emphasis, superscripts, subscripts and breaks. Other tags stay as they are. */
export const parseHtmlElement: Parser = (context, at) => {
  const [gap] = matchAt(lineBreak, context, at)
  if (gap) return parsedText(' ', at + gap.length)
  const [whole, tag = '', inner = ''] = matchAt(element, context, at)
  if (!whole || inner.trim() === '') return undefined
  const name = tag.toLowerCase()
  const end = at + whole.length
  if (name === 'sup' || name === 'sub') return parsedText(scripted(name, inner), end)
  const from = at + tag.length + 2
  const children: PhrasingContent[] = context.parseRange(from, from + inner.length)
  const type = name === 'b' || name === 'strong' ? 'strong' : 'emphasis'
  return { nodes: [{ type, children }], end }
}

/** Superscripts and subscripts as plain text: `10⁻³`, `4th`, `x_ij`. */
function scripted(tag: string, html: string): string {
  const inner = html.replace(/<[^>]*>/g, '').trim()
  const shown = tag === 'sup' ? superscript(inner) : subscript(inner)
  return shown ?? (/^(?:st|nd|rd|th|)$/.test(inner) ? inner : (tag === 'sup' ? '^' : '_') + inner)
}

const markup =
  /<\/?(?:(?:jats|mml):[\w-]+|p|i|b|u|em|strong|sub|sup|sc|scp|tt|br|span|div|ul|ol|li|a|h[1-6]|title|sec|italic|bold|inline-formula|disp-formula|alternatives|tex-math)(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))*\s*\/?>/gi

/**
 * Removes the markup of CSL-JSON or JATS from a text. Paragraphs are separated by blank lines, the heading "Abstract" is
 * dropped, and formulas become TeX. Text that only looks like markup stays.
 * @see https://jats.nlm.nih.gov/publishing/tag-library/1.3/element/abstract.html
 */
export function withoutMarkup(text: string): string {
  const plain = text
    .replace(/<(?:jats:)?title>\s*(?:Abstract|Summary)\s*<\/(?:jats:)?title>/gi, '')
    .replace(
      /<(?:jats:)?alternatives>.*?<(?:jats:)?tex-math>(.*?)<\/(?:jats:)?tex-math>.*?<\/(?:jats:)?alternatives>/gis,
      (_whole, tex: string) => `$${tex.replace(/^\$+|\$+$/g, '')}$`,
    )
    .replace(/<(?:jats:)?(su[bp])>(.*?)<\/(?:jats:)?\1>/gis, (_whole, tag: string, inner: string) =>
      scripted(tag.toLowerCase(), inner),
    )
    .replace(/<\/(?:jats:)?(?:p|title|sec|div|li|h[1-6])>|<br\s*\/?>/gi, '\n\n')
    .replace(markup, '')
  return decodeEntities(plain).trim()
}
