/** A stretch of text, matching or not. */
export interface Piece {
  text: string
  marked: boolean
}

type Stretch = Readonly<{ start: number; end: number }>

/** A whole text in pieces, its matches marked. Matches are given by where they begin; one may lie within another. */
export function marked(
  text: string,
  matches: readonly Stretch[],
  from = 0,
  to = text.length,
): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const { start, end } of matches) {
    const [begin, stop] = [Math.max(start, at), Math.min(end, to)]
    if (begin >= stop) continue
    if (begin > at) pieces.push({ text: text.slice(at, begin), marked: false })
    const last = pieces.at(-1)
    if (last?.marked && begin === at) last.text += text.slice(begin, stop)
    else pieces.push({ text: text.slice(begin, stop), marked: true })
    at = stop
  }
  if (at < to) pieces.push({ text: text.slice(at, to), marked: false })
  return pieces
}

/** How many characters of the text stand before the first match. */
const lead = 40

/**
 * The part of a text that shows best why it matches, about `length` characters long, with an ellipsis where the text
 * goes on. Empty when nothing matches.
 */
export function excerpt(
  text: string,
  matches: readonly (Stretch & { means?: unknown })[],
  length = 220,
): Piece[] {
  if (matches.length === 0) return []
  let best = { start: 0, kinds: -1, count: 0 }
  for (const { start } of matches) {
    const within = matches.filter(
      (match) => match.start >= start && match.end <= start + length - lead,
    )
    const kinds = new Set(within.map(({ means }) => means)).size
    if (kinds > best.kinds || (kinds === best.kinds && within.length > best.count))
      best = { start, kinds, count: within.length }
  }
  const latest = Math.max(0, text.length - length)
  const from = atWord(text, Math.min(Math.max(0, best.start - lead), latest))
  const to = from + length >= text.length ? text.length : wordEnd(text, from + length)
  return [
    ...(from > 0 ? [{ text: '… ', marked: false }] : []),
    ...marked(text, matches, from, to),
    ...(to < text.length ? [{ text: ' …', marked: false }] : []),
  ]
}

/** The beginning of the next word, unless one begins here. */
function atWord(text: string, at: number): number {
  if (at === 0 || /\s/.test(text[at - 1] ?? '')) return at
  const next = text.slice(at).search(/\s\S/)
  return next < 0 ? at : at + next + 1
}

/** The end of the word that stands here. */
function wordEnd(text: string, at: number): number {
  const next = text.slice(at).search(/\s/)
  return next < 0 ? text.length : at + next
}
