import { parseFrontMatter } from '../../text/front-matter.ts'
import type { Remark } from './rule.ts'
import { shown } from './words.ts'

/** Front matter between two good fences, and what was wrong with them. */
export interface FenceCure {
  remarks: Remark[]
  source: string
  /** How many lines stand before the written ones now; negative when blank lines were taken out. */
  linesAdded: number
  /** The line of `source` that was put in below the facts, where no line could be made the fence. */
  fenceAdded?: number
}

const fence = '---'
const nearlyFence = /^\s*(?:[-–—‐−]{1,8}|\+{3}|={3,}|\*{3})\s*$/u
const codeFence = /^(?:`{3,}|~{3,})\w*\s*$/
const factLine = /^(?:[A-Za-z_][\w-]*\s*[:=]|\s+\S|- |#)/
const faultOf = (source: string) => parseFrontMatter(source).faults[0]?.code

/** Finds what is wrong with the two lines of `---`, and puts them where they were most likely meant. */
export function cureFences(written: string): FenceCure {
  const text = written.startsWith('\uFEFF') ? written.slice(1) : written
  const opened = faultOf(text) === 'MISSING' ? cureOpening(text) : whole(text)
  if (faultOf(opened.source) !== 'UNCLOSED') return opened
  const closed = cureClosing(opened.source)
  const remarks = closed.remarks.map((remark) => ({
    ...remark,
    line: remark.line - opened.linesAdded,
  }))
  return { ...opened, ...closed, remarks: [...opened.remarks, ...remarks] }
}

function whole(source: string): FenceCure {
  return { remarks: [], source, linesAdded: 0 }
}

function cureOpening(text: string): FenceCure {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const line = lines[first] ?? ''
  if (codeFence.test(line) && nearlyFence.test(lines[first + 1] ?? '')) {
    const last = lines.findLastIndex((one) => one.trim() !== '')
    const closed = codeFence.test(lines[last] ?? '') ? last : lines.length
    return {
      remarks: [
        {
          line: first + 1,
          column: 1,
          message: `Unexpected ${shown(line)} around the entry, expected the entry itself. Take out this line${closed === last ? ', and the same at the end' : ''}.`,
        },
      ],
      source: [...lines.slice(first + 1, closed), ''].join('\n'),
      linesAdded: -(first + 1),
    }
  }
  if (nearlyFence.test(line)) {
    const what = first > 0 ? 'blank line' : shown(line)
    return {
      remarks: [
        {
          line: 1,
          column: 1,
          message: `Unexpected ${what} at the start of the file, expected \`---\`. Write \`---\` as the first line.`,
        },
      ],
      source: [fence, ...lines.slice(first + 1)].join('\n'),
      linesAdded: -first,
    }
  }
  const remark: Remark = {
    line: 1,
    column: 1,
    message:
      'Unexpected start of the file, expected the facts between two lines of `---`. Write `---` above the facts and below them.',
  }
  return factLine.test(lines[0] ?? '')
    ? { remarks: [remark], source: `${fence}\n${text}`, linesAdded: 1 }
    : { remarks: [remark], source: text, linesAdded: 0 }
}

function cureClosing(text: string): Omit<FenceCure, 'linesAdded'> {
  const lines = text.split('\n')
  const nearly = lines.findIndex((line, index) => index > 0 && nearlyFence.test(line))
  if (nearly > 0) {
    const message = `Unexpected ${shown(lines[nearly] ?? '')} below the facts, expected \`---\`. Write \`---\`.`
    lines[nearly] = fence
    return { remarks: [{ line: nearly + 1, column: 1, message }], source: lines.join('\n') }
  }
  const after = lines.findIndex(
    (line, index) => index > 0 && line.trim() !== '' && !factLine.test(line),
  )
  const last = lines.slice(0, after < 0 ? undefined : after).findLastIndex((line) => line.trim())
  const message =
    'Unexpected end of the facts, expected `---` below them. Write `---` in this line.'
  const blank = lines[last + 1]?.trim() === ''
  lines.splice(last + 1, blank ? 1 : 0, fence)
  return {
    ...(!blank && { fenceAdded: last + 2 }),
    remarks: [{ line: last + 2, column: 1, message }],
    source: lines.join('\n'),
  }
}
