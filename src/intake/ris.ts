import { factOfField } from './fields.ts'
import { type Skipped, type SourceField, type SourceRecord, skippedPart } from './paper.ts'

/**
 * The records of RIS: one field a line, two capitals and a dash before each; other lines go on with the field above.
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export function* parseRis(text: string): Generator<SourceRecord | Skipped> {
  let fields: SourceField[] = []
  const closed = (): SourceRecord[] => {
    const [first] = fields
    const items = first ? [{ line: first.line, form: 'RIS' as const, fields: joined(fields) }] : []
    fields = []
    return items
  }
  for (const [at, source] of text.split('\n').entries()) {
    const [, tag, value = ''] = /^\s*([A-Z][A-Z0-9]) {1,2}-(?: |$)(.*)$/.exec(source) ?? []
    const last = fields.at(-1)
    const isEnd = tag === 'ER' && value.trim() === ''
    if (tag === 'TY' || isEnd) yield* closed()
    if (tag && !isEnd) fields.push({ name: tag, value: value.trim(), line: at + 1 })
    else if (tag) continue
    else if (last && !/^\s*-/.test(source)) last.value += `\n${source.trim()}`
    else if (source.trim()) {
      yield skippedPart(at + 1, source, last ? 'its line has no tag' : 'it stands in no record')
    }
  }
  yield* closed()
}

/** The fields, with the authors, who stand one on a line, as one list. */
function joined(fields: readonly SourceField[]): SourceField[] {
  const authors = fields.filter(({ name }) => factOfField(name) === 'authors')
  const [first] = authors
  const others = fields.filter((field) => !authors.includes(field))
  return first ? [{ ...first, value: authors.map(({ value }) => value) }, ...others] : others
}
