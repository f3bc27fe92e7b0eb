import { Lexer } from 'yaml'
import { entryFacts } from '../model/entry.ts'
import { canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { writeEntryFile } from '../text/entry-writer.ts'
import { shown } from '../text/messages.ts'
import { fileStart, placeAt, withoutBom } from '../text/place.ts'
import { abstractText, type EntryRule, type Remark } from './engine/rule.ts'
import { proseOnly } from './prose-only.ts'
import { longestAbstract } from './size.ts'

/** The file is written as the list writes it: order of facts, quotes, spacing and links. `npm run check -- --fix` does it. */
export const canonicalForm: EntryRule = {
  name: 'canonical-form',
  sentence: 'Every file is written the same way, so that a change shows only what changed.',
  asWritten: true,
  *check(file, context) {
    // The writer's time grows faster than a text, and `size` has a finding for a long one.
    if (abstractText(file).length > longestAbstract) return
    // `canonical-address` judges addresses. The form of a file is judged only when nothing else is wrong with it.
    const canonical = canonicalSource(file, { addresses: 'as written' })
    if (canonical === undefined || canonical === file.source) return
    for (const _ of proseOnly.check(file, context)) return
    const cure = `Run \`npm run check -- --fix ${file.path}\`.`
    if (/^\uFEFF|\r\n/.test(file.source)) {
      const isMarked = file.source.startsWith('\uFEFF')
      const what = isMarked ? 'byte order mark (U+FEFF)' : 'carriage returns at the ends of lines'
      yield { ...fileStart, message: `Unexpected ${what}, expected none. ${cure}` }
      return
    }
    const comments = commentsIn(file)
    yield* comments
    if (comments.length > 0) return
    const [written, wanted] = [file.source.split('\n'), canonical.split('\n')]
    const bodyLine = placeAt(file.source, file.frontMatter.bodyStart).line
    const index = [...written, undefined].findIndex((line, at) =>
      at < bodyLine ? line !== wanted[at] : bare(line) !== bare(wanted[at]),
    )
    if (index < 0) return
    const [line, other = ''] = [written[index], wanted[index]]
    if (line === undefined) {
      const message = `Unexpected end of the file, expected a line feed. ${cure}`
      yield { line: written.length, column: (written.at(-1) ?? '').length + 1, message }
      return
    }
    const same = line.split('').findIndex((sign, at) => sign !== other[at])
    const column = same < 0 ? line.length : same
    const message = `Unexpected ${shownLine(line, column)}, expected ${shownLine(other, column)}. ${cure}`
    yield { line: index + 1, column: column + 1, message }
  },
}

/**
 * A file's text in canonical form; undefined when it says something that has no canonical form yet: a fact that does
 * not fit the schema, or a body that MDX cannot read.
 */
export function canonicalSource(
  file: EntryFile,
  { addresses }: { addresses: 'as written' | 'canonical' },
): string | undefined {
  if (file.excess || file.bodyFaults.length > 0 || file.frontMatter.faults.length > 0)
    return undefined
  const { success, data: facts } = entryFacts.safeParse(file.frontMatter.values)
  if (!success) return undefined
  const { paper, doi } = addresses === 'canonical' ? facts : {}
  const bareDoi = doi && doiOf(doi)
  return writeEntryFile({
    facts: {
      ...facts,
      ...(paper && { paper: canonicalPaperAddress(paper) }),
      ...(bareDoi && { doi: bareDoi }),
    },
    abstract: file.abstract,
    ...(file.notes && { notes: file.notes }),
  })
}

/** A line without backslashes that only escape, of which one writer uses more and another fewer. */
function bare(line: string | undefined): string | undefined {
  return line
    ?.replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#x([\dA-F]+);/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
}

/** A line as a message shows it: around the column where it differs, with its white space. */
function shownLine(line: string, column: number): string {
  if (line.trim() === '') return line === '' ? 'empty line' : 'line of white space'
  const [from, to] = [Math.max(0, column - 40), column + 40]
  const cut = `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`
  const quoted = cut.replaceAll('\t', '␉')
  return quoted.includes('`') ? `\`\` ${quoted} \`\`` : `\`${quoted}\``
}

/** Comments in front matter, which rewriting it would lose. */
export function commentsIn({ source, frontMatter }: EntryFile): Remark[] {
  const text = withoutBom(source)
  const yaml = text.slice(0, frontMatter.bodyStart)
  if (!yaml.slice(3).includes('#')) return []
  const remarks: Remark[] = []
  let offset = 0
  for (const token of new Lexer().lex(yaml)) {
    // These tokens mark a document or a scalar. They are not part of the text.
    if (token === '\u0002' || token === '\u001F' || token === '\u0018') continue
    if (token.startsWith('#')) {
      const message = `Unexpected comment ${shown(token, 60)}, which YAML leaves out, expected facts only. Write the value in quotes where \`#\` belongs to it, or move the comment below \`## Notes\`.`
      remarks.push({ ...placeAt(text, offset), message })
    }
    offset += token.length
  }
  return remarks
}
