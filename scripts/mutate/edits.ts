import { isNode, isSeq, parseDocument } from 'yaml'
import { factNames } from '../../src/model/entry.ts'
import { abstractText } from '../../src/rules/abstract-text.ts'
import { inQuotes } from '../../src/rules/words.ts'
import { type EntryFile, parseEntryFile } from '../../src/text/entry-file.ts'

/** A file's text with one thing changed, and the line in which it was. */
export interface Edit {
  source: string
  line: number
}

type Path = readonly (string | number)[]

/** Puts text in the place of a part of a source; the line is that of the first character that differs. */
export function put(source: string, from: number, to: number, text: string): Edit {
  let same = 0
  while (same < text.length && from + same < to && text[same] === source[from + same]) same += 1
  return {
    source: source.slice(0, from) + text + source.slice(to),
    line: source.slice(0, from + same).split('\n').length,
  }
}

/** Changes the first place of certain words in a source; undefined when there is none. */
export function replace(source: string, words: string, text: string): Edit | undefined {
  const at = source.indexOf(words)
  return at < 0 ? undefined : put(source, at, at + words.length, text)
}

function factsOf(source: string) {
  const start = source.indexOf('\n') + 1
  const end = source.indexOf('\n---', start) + 1
  return { start, end, document: parseDocument(source.slice(start, end), { schema: 'failsafe' }) }
}

function spanOf(source: string, path: Path): { from: number; to: number } | undefined {
  const { start, document } = factsOf(source)
  const node = document.getIn(path, true)
  if (!isNode(node) || !node.range) return undefined
  return { from: start + node.range[0], to: start + node.range[1] }
}

/** Writes YAML in the place of a value of an entry; undefined when it has none there. */
export function withValue({ source }: EntryFile, path: Path, yaml: string): Edit | undefined {
  const span = spanOf(source, path)
  return span && put(source, span.from, span.to, yaml)
}

const plain = /^(?:\p{Letter}[\p{Letter}\p{Number} .'’;()&…-]*|https?:\/\/[\w./-]+)$/u
const alwaysQuoted: readonly unknown[] = ['title', 'evidence']

/** Writes text in the place of a value of an entry, in quotes only where its form asks for them, so that the fault is one. */
export function withText(file: EntryFile, path: Path, text: string): Edit | undefined {
  const bare = !alwaysQuoted.includes(path[0]) && plain.test(text)
  return withValue(file, path, bare ? text : inQuotes(text))
}

/** Adds an item to the end of a list of an entry; undefined when it has no such list. */
export function withItem({ source }: EntryFile, name: string, yaml: string): Edit | undefined {
  const { start, document } = factsOf(source)
  const list: unknown = document.get(name, true)
  const last: unknown = isSeq(list) ? list.items.at(-1) : undefined
  if (!isSeq(list) || !isNode(last) || !last.range) return undefined
  const end = start + last.range[1]
  if (list.flow) return put(source, end, end, `, ${yaml}`)
  const edit = put(source, end, end, `\n  - ${yaml}`)
  return { ...edit, line: edit.line + 1 }
}

/** Takes an item out of a list of an entry; undefined when it has no such item, or no other. */
export function withoutItem({ source }: EntryFile, name: string, index: number): Edit | undefined {
  const span = spanOf(source, [name, index])
  const [next, before] = [index + 1, index - 1].map((at) => spanOf(source, [name, at]))
  if (span && next) return put(source, span.from, next.from, '')
  return span && before && put(source, before.to, span.to, '')
}

/** The lines of a fact, with those below it that belong to it. */
function linesOfFact(source: string, name: string): { from: number; to: number } | undefined {
  const found = new RegExp(`^${name}:.*\\n(?:[ \\t].*\\n)*`, 'm').exec(source)
  return found ? { from: found.index, to: found.index + found[0].length } : undefined
}

/** Takes a fact out of an entry. */
export function withoutFact({ source }: EntryFile, name: string): Edit | undefined {
  const span = linesOfFact(source, name)
  return span && put(source, span.from, span.to, '')
}

/** Writes the lines of a fact in its canonical place, instead of those that are there. */
export function withFact(
  file: EntryFile,
  name: (typeof factNames)[number],
  yaml: string,
): Edit | undefined {
  const span = linesOfFact(file.source, name)
  if (span) return put(file.source, span.from, span.to, `${yaml}\n`)
  for (const later of factNames.slice(factNames.indexOf(name) + 1)) {
    const next = linesOfFact(file.source, later)
    if (next) return put(file.source, next.from, next.from, `${yaml}\n`)
  }
  const { end } = factsOf(file.source)
  return put(file.source, end, end, `${yaml}\n`)
}

/** Adds a line below the last fact of an entry. */
export function withLine({ source }: EntryFile, yaml: string): Edit {
  const { end } = factsOf(source)
  return put(source, end, end, `${yaml}\n`)
}

/** Puts words at the start of one of the abstract's sentences, where no evidence is torn apart; `nth` chooses which. */
export function inAbstract(file: EntryFile, words: string, nth: number): Edit | undefined {
  const starts = file.abstract.children.flatMap((block) =>
    block.type === 'paragraph'
      ? block.children.flatMap((node) =>
          node.type === 'text' && node.position ? sentenceStarts(file.source, node.position) : [],
        )
      : [],
  )
  const evidence = String(file.frontMatter.values['evidence'] ?? '')
  const whole = starts.filter((at) => {
    const { source } = put(file.source, at, at, 'So, ')
    return abstractText(parseEntryFile(file.path, source)).includes(evidence)
  })
  const at = whole[nth % whole.length]
  return at === undefined ? undefined : put(file.source, at, at, words)
}

function sentenceStarts(
  source: string,
  { start, end }: { start: { offset?: number | undefined }; end: { offset?: number | undefined } },
): number[] {
  // The tree is read from a body whose front matter is blanked out, so that its lines hold and its offsets do not.
  const body = source.indexOf('\n---', 4) + 4
  const shift = body - (source.slice(0, body).split('\n').length - 1)
  const [from, to] = [(start.offset ?? 0) + shift, (end.offset ?? 0) + shift]
  const text = source.slice(from, to)
  return [...text.matchAll(/[a-z]{3}[.?!] (?=[A-Z])/g)].map(
    ({ 0: found, index }) => from + index + found.length,
  )
}

/** Adds a block below the abstract. */
export function belowAbstract({ source }: EntryFile, block: string): Edit {
  const notes = source.indexOf('\n## Notes\n')
  const at = notes < 0 ? source.length : notes
  const edit = put(source, at, at, `\n${block}\n`)
  return { ...edit, line: edit.line + 1 }
}

/** The offset at which the text of the abstract begins. */
export function abstractStart({ source }: EntryFile): number {
  const end = source.indexOf('\n---', 4) + 4
  return end + (/\S/.exec(source.slice(end))?.index ?? 0)
}

/** The first line of a fact's value. Throws when there is none. */
export function lineOf({ source }: EntryFile, path: Path): number {
  const span = spanOf(source, path)
  if (!span) throw new Error(`No ${path.join('.')} in the entry`)
  return source.slice(0, span.from).split('\n').length
}
