import { type FrontMatter, parseData } from './front-matter.ts'
import { excessOf } from './limits.ts'
import { withoutMark } from './place.ts'

/** A YAML file of the list, as read: plain strings, lists and maps, and where each of them stands. */
export interface DataFile {
  /** The file, relative to the project's root, with forward slashes. */
  path: string
  source: string
  data: Omit<FrontMatter, 'bodyStart'>
}

/** Reads a YAML file by the same schema as front matter. Never throws: faults are recorded in the result. */
export function parseDataFile(path: string, source: string): DataFile {
  const text = withoutMark(source)
  const excess = excessOf(text, 'data')
  const data = parseData(excess ? '' : text, 0, 'map or list')
  const reason = excess?.of === 'bytes' ? 'file of more than 1 MB' : 'nesting that is too deep'
  return {
    path,
    source,
    data: excess ? { ...data, faults: [{ ...excess, code: 'EXCESS', reason }] } : data,
  }
}
