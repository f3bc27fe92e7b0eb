import type { Vocabulary } from '../model/vocabulary.ts'
import { factOfField } from './facts.ts'
import { emptyReading, leaveOut, type Reading, type SourceField } from './reading.ts'
import { readItem } from './record.ts'

/**
 * Reads RIS: one field a line, two capitals and a dash before each; other lines go on with the field above.
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export function readRis(text: string, venues: Vocabulary['venues']): Reading {
  const reading = emptyReading()
  let fields: SourceField[] = []
  let start = 0
  const close = () => {
    if (start > 0) readItem({ line: start, form: 'RIS', fields: joined(fields) }, venues, reading)
    fields = []
    start = 0
  }
  for (const [at, source] of text.split('\n').entries()) {
    const [, tag, value = ''] = /^\s*([A-Z][A-Z0-9]) {1,2}-(?: |$)(.*)$/.exec(source) ?? []
    const last = fields.at(-1)
    if (tag === 'TY') close()
    if (tag === 'ER' && value.trim() === '') close()
    else if (tag) {
      start ||= at + 1
      fields.push({ name: tag, value: value.trim(), line: at + 1 })
    } else if (last && !/^\s*-/.test(source)) last.value += `\n${source.trim()}`
    else if (source.trim())
      leaveOut(reading, at + 1, source, last ? 'its line has no tag' : 'it stands in no record')
  }
  close()
  return reading
}

/** The fields, with the authors, who stand one on a line, as one list. */
function joined(fields: readonly SourceField[]): SourceField[] {
  const authors = fields.filter(({ name }) => factOfField(name) === 'authors')
  const [first] = authors
  const others = fields.filter((field) => !authors.includes(field))
  return first ? [{ ...first, value: authors.map(({ value }) => value) }, ...others] : others
}
