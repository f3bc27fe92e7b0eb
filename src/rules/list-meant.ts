/** The items that a text was meant to be, where it stands in place of a list; undefined where commas tell. */
export function listMeant(
  name: string,
  value: string,
  lines: readonly string[],
): readonly string[] | undefined {
  if (lines.length > 1 && !value.includes(',')) {
    return lines.map((line) => line.replace(/^(?:\d+[.)]|[*•-])\s*/, ''))
  }
  if (name === 'authors') return authorsMeant(value)
  const oneWordEach = name === 'topics' || name === 'tags' || name === 'kind'
  return oneWordEach && !/[,;]/.test(value) ? value.split(/\s+/) : undefined
}

/** Names between "and", semicolons or commas; `Family, Given` is turned round. */
function authorsMeant(value: string): readonly string[] {
  const parted = value.split(/\s*;\s*(?:and\s+)?|\s*,?\s+(?:and|&)\s+/)
  const inverted = /;/.test(value) || parted.every((name) => /^[^,]+,[^,]+$/.test(name))
  return inverted && parted.length > 1
    ? parted.map((name) => name.replace(/^([^,]+),\s*(.+)$/, '$2 $1'))
    : parted.flatMap((part) => part.split(/\s*,\s*/))
}
