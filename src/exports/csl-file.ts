import { type Pieces, piecesOf } from './pieces.ts'
import type { Reference } from './reference.ts'

/** One item of CSL-JSON, on one line. */
export function cslOf({ item }: Reference): string {
  return JSON.stringify(item)
}

/**
 * Items as CSL-JSON: always an array, as reference managers and citeproc read it, each item on a line of its own; each
 * is written by `record`.
 */
export function cslFile(references: readonly Reference[], record = cslOf): Pieces {
  return piecesOf(references, record, { opening: '[\n', between: ',\n', closing: '\n]\n' })
}
