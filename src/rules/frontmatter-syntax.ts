import { inQuotes } from '../text/front-matter-lines.ts'
import type { SyntaxFault } from '../text/place.ts'
import { linesOf } from '../text/place.ts'
import type { EntryRule } from './engine/rule.ts'
import { shown } from './engine/words.ts'

/** The facts stand between two lines of `---` and are YAML of the plain sort: keys, text and lists. */
export const frontmatterSyntax: EntryRule = {
  name: 'frontmatter-syntax',
  sentence: 'The facts stand between two lines of `---`, one `key: value` per line.',
  asWritten: true,
  *check({ source, excess, frontMatter }) {
    if (excess) return
    const { faults, values } = frontMatter
    const [first] = faults
    if (first?.code === 'MISSING') {
      const { line, column } = first
      yield {
        line,
        column,
        message: `Unexpected ${Object.keys(values).length > 0 ? noFences : noFacts}`,
      }
    }
    const lines = linesOf(source)
    // One finding a line is enough. The first fence counts as a line of its own, since it may be missing.
    const spoken = new Set<number>()
    for (const fault of faults) {
      const { code, line, column } = fault
      // Without the first fence nothing is said of the second one.
      if (first?.code === 'MISSING' && /^(?:MISSING|UNCLOSED|NOT_A_MAP)$/.test(code)) continue
      if (spoken.has(line)) continue
      if (code !== 'BAD_OPENING') spoken.add(line)
      yield { line, column, message: `Unexpected ${messageFor(fault, lines[line - 1] ?? '')}` }
    }
  },
}

const noFences =
  'start of the file, expected the facts between two lines of `---`. Write `---` above the facts and below them.'
const noFacts =
  'start of the file, expected the facts between two lines of `---`. Write `---`, then one line for each of `title: …`, `authors: […]`, `published: …`, `paper: …`, `topics: […]`, `kind: […]`, `tags: […]`, `claim: …`, `evidence: "…"` and `added: …`, then `---` again, and the abstract below.'

function messageFor({ code, reason, column, repaired }: SyntaxFault, line: string): string {
  const [, start = '', value = ''] = /^(\s*(?:- +)?(?:[\w-]+:[ \t]+)?)(.*)$/.exec(line) ?? []
  const key = /([\w-]+):/.exec(start)?.[1]
  const where = key ? `in ${shown(key)}` : 'in the list'
  const write = (text: string) => `Write ${shown(text.trim(), 160)}.`
  const meant = write(repaired ?? '')
  const quoted = () => (value ? write(start + inQuotes(value)) : 'Take the line out.')
  const found = shown(line.slice(column - 1) || line, 40)
  switch (code) {
    case 'BAD_OPENING':
      return `${reason} at the start of the file, expected \`---\`. Write \`---\` as the first line.`
    case 'BAD_CLOSING':
      return `${shown(reason)} below the facts, expected \`---\`. Write \`---\`.`
    case 'UNCLOSED':
      return 'end of the facts, expected `---` below them. Write `---` in this line.'
    case 'MERGE_MARK':
      return `${shown(reason, 40)}, which a merge left behind, expected one version of the lines. Keep the right one, and take this line out.`
    case 'NO_KEY':
      return `line ${shown(reason, 40)} without a key, expected \`key: value\`. Join it to the line above, or take it out.`
    case 'GLUED_DASH':
      return `dash without a space, expected \`- item\`. ${meant}`
    case 'WRONG_SEPARATOR':
      return `${shown(line, 40)}, expected a colon and a space after \`${line.slice(0, column - 1)}\`. ${meant}`
    case 'SECOND_COLON':
      return `second colon ${where}, expected a quoted value. ${meant}`
    case 'KEYS_WITHOUT_BRACES':
      return `second colon ${where}, expected its keys in braces. ${meant}`
    case 'TEXT_BEHIND_QUOTE':
      return `text after the closing quote ${where}, expected one quoted value. ${meant}`
    case 'OPEN_QUOTE':
      return `end of line ${where}, expected a closing quote. ${meant}`
    case 'UNCLOSED_LIST': {
      const [open, close] = value.startsWith('{') ? ['map', '}'] : ['list', ']']
      return `end of the ${open} ${where}, expected \`${close}\`. ${write(`${start}${value.replace(/,\s*$/, '')}${close}`)}`
    }
    case 'BAD_SCALAR_START':
      return `${shown(value[0] === '`' ? value : (value[0] ?? ''))} as the first character ${where}, expected a quoted value. ${quoted()}`
    case 'BAD_DQ_ESCAPE':
      return `${shown(line.slice(column - 1, column + 1))} in a value in double quotes, expected \`\\\\\` for a backslash. ${write(start + inQuotes(value.replace(/^"|"$/g, '')))}`
    case 'DUPLICATE_KEY':
      return `second ${shown(/[\w-]+/.exec(line.slice(column - 1))?.[0] ?? line)}, expected each key once. Keep one of the two.`
    case 'RESERVED_KEY':
      return 'key `__proto__`, expected the name of a fact. Take the line out.'
    case 'NOT_A_MAP':
      return `${found}, expected \`key: value\`. Write one fact per line, as \`title: "…"\`.`
    case 'TAB_AS_INDENT':
      return `tab, expected two spaces. Write ${shown(line, 160).replace(/^`+ ?/, '$&  ')}.`
    default:
      return otherwise(line, start, value, found)
  }
}

/** What to say where YAML only knows that it cannot read a line. */
function otherwise(line: string, start: string, value: string, found: string): string {
  const fact = /^\s+([a-zA-Z]+:.*)$/.exec(line)?.[1]
  const address = /^\[[^\]]*\]\((https?:[^\s)]+)\)$/.exec(value)?.[1]
  const write = (text: string) => `Write ${shown(text.trim(), 160)}.`
  if (address) return `Markdown link, expected its address alone. ${write(start + address)}`
  if (/^\[?\s*#[\w-]/.test(value) || /^\[.*,\s+#[\w-]/.test(value)) {
    const items = value.match(/[\w-]+/g) ?? []
    return `\`#\`, which begins a comment, expected the words without it. ${write(`${start}[${items.join(', ')}]`)}`
  }
  if (fact) return `white space before a fact, expected none. ${write(fact)}`
  const cure = start.trim() && value ? write(start + inQuotes(value)) : 'Take the line out.'
  return `${found}, expected \`key: value\` that YAML can read. ${cure}`
}
