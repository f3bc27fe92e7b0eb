import type { Reference } from './reference.ts'

/** A text in the pieces in which it is written to disk: a whole list at once would fill the memory. */
export type Pieces = Iterable<string>

/** What stands around and between the records of a file. */
export interface Frame {
  opening?: string
  between: string
  closing?: string
}

/** How many characters a piece has at least, but for the last one: enough that a disk is not asked for every record. */
const leastPiece = 50_000

/** The pieces of a file of records, each written by `record`. */
export function* piecesOf(
  references: readonly Reference[],
  record: (reference: Reference) => string,
  { opening = '', between, closing = '' }: Frame,
): Generator<string> {
  let piece = opening
  for (const [place, reference] of references.entries()) {
    piece += (place > 0 ? between : '') + record(reference)
    if (piece.length < leastPiece) continue
    yield piece
    piece = ''
  }
  yield piece + closing
}

/** A text of its pieces. */
export function textOf(pieces: Pieces): string {
  return [...pieces].join('')
}
