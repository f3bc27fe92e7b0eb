import { linkKind } from '../model/entry.ts'
import { canonicalPaperAddress } from '../model/identifier.ts'
import { type FoundAddress, findAddresses, isPaperAddress, parseAddress } from './addresses.ts'
import { type Fact, factOfField, type RecordReader, textOf } from './fields.ts'
import { isLinkHost, linkKindOf } from './links.ts'
import type { SourceField } from './paper.ts'

/** The facts whose fields may hold an identifier or an address, the surest first. */
export const addressFacts: readonly Fact[] = [
  'arxiv',
  'doi',
  'address',
  'remark',
  'venue',
  ...linkKind.options,
]

/** An identifier or address, and the field that holds it. */
export interface FieldAddress {
  field: SourceField
  found: FoundAddress
}

/** The identifiers and addresses in some fields, in their order. */
export function fieldAddresses(fields: readonly SourceField[]): FieldAddress[] {
  return fields.flatMap((field) => {
    const text = textOf(field.value)
    const fact = factOfField(field.name)
    // DBLP keeps arXiv's numbers in this field, and every journal its own.
    if (/^(?:volume|VL)$/i.test(field.name) && !/^abs\//.test(text)) return []
    const whole = parseAddress(text.replace(/^abs\//, '').trim())
    const isOne = whole.kind !== 'none' || whole.why?.includes('arXiv')
    const isSure = fact === 'arxiv' || fact === 'doi' || fact === 'address'
    return (isOne ? [whole] : findAddresses(text).found)
      .filter(({ kind, why }) => kind !== 'none' || isSure || why?.includes('arXiv'))
      .map((found) => ({ field, found }))
  })
}

/** Gives the paper its identifiers, its address and its links, and names every place that it has no room for. */
export function assignAddresses(open: RecordReader, places: readonly FieldAddress[]): void {
  const { paper, of, omit, unused } = open
  const first = (kind: FoundAddress['kind']) =>
    places.find(({ found }) => found.kind === kind)?.found.id
  paper.arxiv = first('arxiv')
  paper.doi = first('doi')
  const own = (paper.arxiv ?? paper.doi) ? undefined : ownAddress(places)
  if (own) paper.paper = canonicalPaperAddress(own)
  // What the file itself calls the code goes before what looks like it.
  const isNamed = ({ field }: FieldAddress) => linkKind.safeParse(factOfField(field.name)).success
  for (const place of places.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a))))
    usePlace(open, place)
  for (const field of of(...addressFacts).filter(({ name }) => factOfField(name) !== 'venue')) {
    if (/^arxiv$/i.test(textOf(field.value)) && paper.arxiv) continue
    const holdsNone = places.every((place) => place.field !== field)
    const isRemark = factOfField(field.name) === 'remark'
    if (holdsNone && !isRemark) omit(field, noPlace(field))
    else if (holdsNone) unused(field)
    else if (findAddresses(textOf(field.value)).rest)
      unused(field, 'an entry has no place for the words beside its address')
  }
}

/** The address that is the paper's own: on a site of papers, or else one that the file gives as the paper's. */
function ownAddress(places: readonly FieldAddress[]): string | undefined {
  const addresses = places.filter(({ found }) => found.kind === 'address')
  const isLink = (id: string) =>
    /^(?:code|data|model)$/.test(linkKindOf({ address: id, words: '' }) ?? '')
  const own =
    addresses.find(({ found }) => isPaperAddress(found.id)) ??
    addresses.find(({ field, found }) => factOfField(field.name) === 'address' && !isLink(found.id))
  return own?.found.id
}

function noPlace({ name }: SourceField): string {
  const fact = factOfField(name)
  if (fact === 'doi') return 'is no DOI'
  return fact === 'arxiv' ? 'is no arXiv id' : 'is no address that may be linked'
}

/** Writes an address into the paper where it has room for it, and names one that it has none for. */
function usePlace({ paper, omit, unused }: RecordReader, { field, found }: FieldAddress): void {
  const { kind, id, why = '' } = found
  const part = { ...field, value: id }
  const fact = factOfField(field.name)
  const named = linkKind.safeParse(fact).data
  if (kind === 'none') {
    omit(part, why)
    return
  }
  if (kind === 'address' && !named && canonicalPaperAddress(id) === paper.paper) return
  // Of an unknown host nobody knows what it leads to.
  const told = isLinkHost(id) ? linkKindOf({ address: id, words: field.name }) : undefined
  const place = kind === 'address' ? (named ?? told) : kind
  const known = place && paper[place]
  if (place && (known ?? id) === id) paper[place] = id
  else if (kind !== 'address' || named) omit(part, `is not used, since the entry has \`${known}\``)
  else if (fact === 'address') unused(part, 'the entry has a surer address')
  else unused(part, 'nothing says what it leads to')
}
