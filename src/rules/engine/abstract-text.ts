import type { EntryFile } from '../../text/entry-file.ts'
import { plainText } from '../../text/plain.ts'
import { folded } from './words.ts'

const known = new WeakMap<EntryFile, string>()

/** The abstract as a reader sees it, on one line: the text in which evidence, names and copies are looked up. */
export function abstractText(file: EntryFile): string {
  const text = known.get(file) ?? folded(plainText(file.abstract))
  known.set(file, text)
  return text
}

/** Whether an abstract was cut: it ends with dots. */
export function isCut(text: string): boolean {
  return /(?:\.{3,}|…)["')\]”’]*$/.test(text)
}
