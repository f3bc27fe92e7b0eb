import { type EntryFile, parseEntryFile } from '../../text/entry-file.ts'
import type { Place } from '../../text/front-matter.ts'
import { cureBody, escapesBefore } from './body-cures.ts'
import { cureFrontMatter } from './front-matter-cures.ts'
import { gluedFact } from './front-matter-lines.ts'
import type { Remark } from './rule.ts'

/** A file with its faults of syntax mended, so that everything else in it can be checked in the same run. */
export interface Mended {
  /** The file as it was most likely meant; the file itself when it has no such fault. */
  file: EntryFile
  /** What was wrong with the front matter's syntax. */
  frontMatter: readonly Remark[]
  /** What MDX could not read in the body. */
  body: readonly Remark[]
  /** The place in the written file of a place in the mended one. */
  placeInSource(place: Place): Place
  /** The lines, as written, whose meaning nobody can tell; what other rules say of them is not worth saying. */
  uncertain: ReadonlySet<number>
}

const known = new WeakMap<EntryFile, Mended>()

/** Mends what can be mended in a file's syntax; never throws. */
export function mended(file: EntryFile): Mended {
  const before = known.get(file)
  if (before) return before
  const result = mend(file)
  known.set(file, result)
  return result
}

function mend(written: EntryFile): Mended {
  const { faults, bodyStart } = written.frontMatter
  const glued = gluedFact.test(written.source.slice(0, bodyStart))
  if (written.excess || (!written.bodyFault && faults.length === 0 && !glued)) {
    return {
      file: written,
      frontMatter: [],
      body: [],
      placeInSource: (place) => place,
      uncertain: new Set(),
    }
  }
  const front = cureFrontMatter(written.source)
  const { file, remarks, escapes } = cureBody(parseEntryFile(written.path, front.source))
  const inSource = ({ line, column }: Place): Place => ({
    line: Math.max(1, line - front.linesAdded - (line > (front.fenceAdded ?? line) ? 1 : 0)),
    column,
  })
  return {
    file,
    frontMatter: front.remarks,
    uncertain: front.uncertain,
    body: remarks.map((remark) => ({ ...remark, ...inSource(remark) })),
    placeInSource: (place) =>
      inSource({ line: place.line, column: place.column - escapesBefore(escapes, place) }),
  }
}
