import { factNames } from '../../model/entry.ts'
import type { LineCure } from './front-matter-lines.ts'
import { shown } from './words.ts'

const facts = factNames.join('|')
const wideColon = new RegExp(`^(${facts})\\s*[：﹕꞉∶]\\s*(.*)$`, 'u')
const wideSpace = new RegExp(`^(${facts}):[\\u00A0\\u2000-\\u200A\\u202F\\u3000]+(.*)$`, 'u')
const indented = new RegExp(`^ +((?:${facts}):(?: .*)?)$`)
const gluedDash = /^( *)-([^\s-].*)$/
const mergeMark = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/

type Odd = Omit<LineCure, 'index'>

/** Lines that come of other keyboards, other programs and other habits; only asked when YAML found a fault. */
export function cureOfOddLine(line: string): Odd | undefined {
  if (mergeMark.test(line)) {
    return {
      column: 1,
      message: `Unexpected ${shown(line, 40)}, which a merge left behind, expected one version of the lines. Keep the right one, and take this line out.`,
      mended: '',
    }
  }
  const colon = wideColon.exec(line)
  if (colon) return rewritten('wide colon', `${colon[1]}: ${colon[2]}`, (colon[1] ?? '').length + 1)
  const space = wideSpace.exec(line)
  if (space) {
    return rewritten(
      'space of another kind',
      `${space[1]}: ${space[2]}`,
      (space[1] ?? '').length + 2,
    )
  }
  const fact = indented.exec(line)?.[1]
  if (fact) return rewritten('white space before a fact', fact, 1)
  const [, before = '', item] = gluedDash.exec(line) ?? []
  if (item) return rewritten('dash without a space', `${before}- ${item}`, before.length + 1)
  return undefined
}

function rewritten(what: string, mended: string, column: number): Odd {
  const message = `Unexpected ${what}, expected \`key: value\` or \`- item\` from the start. Write ${shown(mended, 160)}.`
  return { column, message, mended }
}
