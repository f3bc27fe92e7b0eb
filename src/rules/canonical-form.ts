import { Lexer } from 'yaml'
import { canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { writeEntryFile } from '../text/entry-writer.ts'
import { quoted } from '../text/messages.ts'
import { fileStart, placeAt, withoutBom } from '../text/place.ts'
import { abstractText, type EntryRule, factsOf, type Problem } from './engine/rule.ts'
import { longestAbstract } from './size.ts'

/** Checks the form of a file: the order of facts, quotes, spacing and links. `npm run check -- --fix` corrects it. */
export const canonicalForm: EntryRule = {
  name: 'canonical-form',
  sentence: 'Every file is written the same way, so that a change shows only what changed.',
  checksSource: true,
  *check(file) {
    // Writing a long abstract would be slow, and `size` reports it.
    if (abstractText(file).length > longestAbstract) return
    // `canonical-address` checks addresses. Files with syntax errors have no canonical form.
    const canonical = canonicalSource(file, { addresses: 'as written' })
    if (canonical === undefined || canonical === file.source) return
    const fix = `Run \`npm run check -- --fix ${file.path}\`.`
    if (/^\uFEFF|\r\n/.test(file.source)) {
      const isMarked = file.source.startsWith('\uFEFF')
      const what = isMarked ? 'byte order mark (U+FEFF)' : 'carriage returns at the ends of lines'
      yield { ...fileStart, message: `Unexpected ${what}, expected none. ${fix}` }
      return
    }
    const comments = commentsIn(file)
    yield* comments
    if (comments.length > 0) return
    const [lines, expectedLines] = [file.source.split('\n'), canonical.split('\n')]
    const bodyLine = placeAt(file.source, file.frontMatter.bodyStart).line
    const index = [...lines, undefined].findIndex((line, at) => {
      const expected = expectedLines[at]
      return at < bodyLine ? line !== expected : withoutEscapes(line) !== withoutEscapes(expected)
    })
    if (index < 0) return
    const [line, expected = ''] = [lines[index], expectedLines[index]]
    if (line === undefined) {
      const message = `Unexpected end of the file, expected a line feed. ${fix}`
      yield { line: lines.length, column: (lines.at(-1) ?? '').length + 1, message }
      return
    }
    const difference = line.split('').findIndex((character, at) => character !== expected[at])
    const column = difference < 0 ? line.length : difference
    const message = `Unexpected ${excerpt(line, column)}, expected ${excerpt(expected, column)}. ${fix}`
    yield { line: index + 1, column: column + 1, message }
  },
}

/**
 * Returns an entry's source in canonical form; undefined if the file is too large, has a syntax error, or has a fact that
 * doesn't match the schema.
 */
export function canonicalSource(
  file: EntryFile,
  { addresses }: { addresses: 'as written' | 'canonical' },
): string | undefined {
  if (file.excess || file.bodyFaults.length > 0 || file.frontMatter.faults.length > 0)
    return undefined
  const facts = factsOf(file)
  if (!facts) return undefined
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

/** A line with its Markdown escapes and character references decoded, because writers differ in what they escape. */
function withoutEscapes(line: string | undefined): string | undefined {
  return line
    ?.replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#x([\dA-F]+);/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
}

/** The part of a line around a column, quoted for a message, with its white space. */
function excerpt(line: string, column: number): string {
  if (line.trim() === '') return line === '' ? 'empty line' : 'blank line with spaces'
  const [from, to] = [Math.max(0, column - 40), column + 40]
  const cut = `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`
  const visible = cut.replaceAll('\t', '␉')
  return visible.includes('`') ? `\`\` ${visible} \`\`` : `\`${visible}\``
}

/** Returns a problem for each comment in an entry's front matter, which rewriting the file would lose. */
export function commentsIn({ source, frontMatter }: EntryFile): Problem[] {
  const text = withoutBom(source)
  const yaml = text.slice(0, frontMatter.bodyStart)
  if (!yaml.slice(3).includes('#')) return []
  const problems: Problem[] = []
  let offset = 0
  for (const token of new Lexer().lex(yaml)) {
    // These tokens are markers of the lexer. They are not part of the text.
    if (token === '\u0002' || token === '\u001F' || token === '\u0018') continue
    if (token.startsWith('#')) {
      const message = `Unexpected comment ${quoted(token, 60)}, which YAML ignores, expected facts only. Put the value in quotes if \`#\` belongs to it; otherwise move the comment below \`## Notes\`.`
      problems.push({ ...placeAt(text, offset), message })
    }
    offset += token.length
  }
  return problems
}
