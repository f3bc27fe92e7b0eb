import { factOfField } from './fields.ts'
import { type ParsedRecords, type SourceField, type SourceRecord, skippedPart } from './paper.ts'

/**
 * Parses RIS: one field on each line, after its two-letter tag. Lines without a tag continue the field above.
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export function* parseRis(text: string): ParsedRecords {
  let fields: Required<SourceField>[] = []
  const endRecord = (): SourceRecord[] => {
    const [first] = fields
    const record = first && {
      line: first.line,
      markup: 'RIS' as const,
      fields: joinAuthors(fields),
    }
    fields = []
    return record ? [record] : []
  }
  for (const [at, source] of text.split('\n').entries()) {
    const [, tag, value = ''] = /^\s*([A-Z][A-Z0-9]) {1,2}-(?: |$)(.*)$/.exec(source) ?? []
    const last = fields.at(-1)
    const isEnd = tag === 'ER' && value.trim() === ''
    if (tag === 'TY' || isEnd) yield* endRecord()
    if (tag && !isEnd) fields.push({ name: tag, value: value.trim(), line: at + 1 })
    else if (tag) continue
    else if (last && !/^\s*-/.test(source)) last.value += `\n${source.trim()}`
    else if (source.trim())
      yield skippedPart(at + 1, source, last ? 'the line has no tag' : 'it is not part of a record')
  }
  yield* endRecord()
}

/** Joins the authors, who have one field each, into one list. */
function joinAuthors(fields: readonly SourceField[]): SourceField[] {
  const authors = fields.filter(({ name }) => factOfField(name) === 'authors')
  const [first] = authors
  const others = fields.filter((field) => !authors.includes(field))
  return first ? [{ ...first, value: authors.map(({ value }) => value) }, ...others] : others
}
