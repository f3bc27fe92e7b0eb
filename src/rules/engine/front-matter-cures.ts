import { parseFrontMatter, type SyntaxFault } from '../../text/front-matter.ts'
import { cureFences, type FenceCure } from './fence-cures.ts'
import { cureLines, gluedFact, type LineCure } from './front-matter-lines.ts'
import { inQuotes, shown } from './words.ts'

const mostRounds = 25

/** Front matter that YAML can read, and what was wrong with it. */
export interface FrontMatterCure extends FenceCure {
  /** The lines, as written, whose meaning nobody can tell. */
  uncertain: ReadonlySet<number>
}

/**
 * Finds every fault of syntax in front matter by mending one after the other until YAML can read it, and gives the text
 * that says what was most likely meant, so that the rest of the file can be checked in the same run.
 */
export function cureFrontMatter(written: string): FrontMatterCure {
  const fenced = cureFences(written)
  const { linesAdded } = fenced
  const remarks = [...fenced.remarks]
  const uncertain = new Set<number>()
  const spoken = new Set<number>()
  const lines = fenced.source.split('\n')
  const add = ({ index, column, message, mended, uncertain: doubtful }: LineCure) => {
    const line = index + 1 - linesAdded
    // Quotes that did not help once would only grow.
    lines[index] = spoken.has(line) ? '' : mended
    if (doubtful) uncertain.add(line)
    if (doubtful === 'above') uncertain.add(line - 1)
    // A line that takes two steps to mend is spoken of once.
    if (!spoken.has(line)) remarks.push({ line, column, message })
    spoken.add(line)
  }
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t\r]*$/.test(line))
  if (firstFault(lines.join('\n')) || gluedFact.test(lines.slice(0, end).join('\n'))) {
    for (const cure of cureLines(lines, 1, end)) add(cure)
  }
  for (let round = 0; round < mostRounds; round++) {
    const fault = firstFault(lines.join('\n'))
    if (!fault) break
    const index = fault.line - 1
    const line = lines[index]?.replace(/\r$/, '') ?? ''
    const cure = cureOfFault(fault, line)
    add({ index, column: fault.column, uncertain: true, ...cure })
    if (lines[index] === line) break
  }
  return { ...fenced, remarks, source: lines.join('\n'), uncertain }
}

function firstFault(source: string): SyntaxFault | undefined {
  const { faults } = parseFrontMatter(source)
  if (faults.some(({ code }) => code === 'MISSING' || code === 'UNCLOSED')) return undefined
  return faults.sort((a, b) => a.line - b.line || a.column - b.column)[0]
}

/** What to say of a fault that its line does not explain by itself; the line is quoted or emptied to go on. */
function cureOfFault(
  { code, reason, column }: SyntaxFault,
  line: string,
): { message: string; mended: string } {
  const [, start = '', value = ''] = /^(\s*(?:- +)?(?:[\w-]+:[ \t]+)?)(.*)$/.exec(line) ?? []
  const bareValue = value.replace(/^"(.*)"$|^"/, '$1')
  const asText = start && value ? start + inQuotes(bareValue) : ''
  const write = asText ? ` Write ${shown(asText.trim(), 160)}.` : ' Take the line out.'
  const found = shown(line.slice(column - 1) || line, 40)
  switch (code) {
    case 'ALIAS':
      return {
        message: `Unexpected ${reason.replace(/`([^`]{0,40})[^`]*`/, '`$1`')}, expected the value itself.${write}`,
        mended: asText,
      }
    case 'TAG':
    case 'TAG_RESOLVE_FAILED':
      return {
        message: `Unexpected YAML tag ${found}, expected a plain value.${write}`,
        mended: asText,
      }
    case 'BAD_DQ_ESCAPE':
      return {
        message: `Unexpected ${shown(line.slice(column - 1, column + 1))} in a value in double quotes, expected \`\\\\\` for a backslash.${write}`,
        mended: asText,
      }
    case 'DUPLICATE_KEY':
      return {
        message: `Unexpected second ${shown(/[\w-]+/.exec(line.slice(column - 1))?.[0] ?? line)}, expected each key once. Take one of the two out.`,
        mended: '',
      }
    case 'NON_STRING_KEY':
      return {
        message: `Unexpected key ${found}, expected a word. Write \`key: value\`.`,
        mended: '',
      }
    case 'MULTIPLE_DOCS':
      return {
        message: `Unexpected ${found} among the facts, expected one block of facts. Take the line out.`,
        mended: '',
      }
    case 'NOT_A_MAP':
      return {
        message: `Unexpected ${found}, expected \`key: value\`. Write one fact a line, as \`title: "…"\`.`,
        mended: line,
      }
    case 'BAD_INDENT':
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        message: `Unexpected indentation or end of a list at ${found}, expected one fact a line. Write each fact at the start of its line, and close every bracket and quote.`,
        mended: asText || '',
      }
    default:
      return {
        message: `Unexpected ${found}, expected \`key: value\` that YAML can read. Write the value in double quotes.`,
        mended: asText,
      }
  }
}
