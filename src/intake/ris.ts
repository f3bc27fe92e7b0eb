import type { Vocabulary } from '../model/vocabulary.ts'
import { emptyReading, type Field, type Reading } from './reading.ts'
import { factOfField, readItem } from './record.ts'

/**
 * Reads RIS: one field a line, two capitals and a dash before each; other lines go on with the field above.
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export function readRis(text: string, venues: Vocabulary['venues']): Reading {
  const reading = emptyReading()
  let fields: Field[] = []
  let start = 0
  const close = () => {
    if (start > 0)
      readItem({ line: start, form: 'markup', fields: joined(fields) }, venues, reading)
    fields = []
    start = 0
  }
  for (const [at, source] of text.split('\n').entries()) {
    const [, tag, value = ''] = /^\s*([A-Z][A-Z0-9]) {1,2}-(?: |$)(.*)$/.exec(source) ?? []
    const last = fields.at(-1)
    if (tag === 'TY') close()
    if (tag === 'ER') close()
    else if (tag) {
      start ||= at + 1
      fields.push({ name: tag, value: value.trim(), line: at + 1 })
    } else if (last) last.value += `\n${source.trim()}`
    else if (source.trim())
      reading.leftOut.push({
        line: at + 1,
        what: `\`${source.trim().slice(0, 60)}\``,
        why: 'it stands in no record',
      })
  }
  close()
  return reading
}

/** The fields, with the authors, who stand one on a line, as one list. */
function joined(fields: readonly Field[]): Field[] {
  const authors = fields.filter(({ name }) => factOfField(name) === 'authors')
  const [first] = authors
  const others = fields.filter((field) => !authors.includes(field))
  return first ? [{ ...first, value: authors.map(({ value }) => value) }, ...others] : others
}
