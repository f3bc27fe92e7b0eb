import { type FrontMatter, parseData } from './front-matter.ts'
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
  return { path, source, data: parseData(withoutMark(source), 0, 'map or list') }
}
