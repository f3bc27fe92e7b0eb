import { linkKind } from '../model/entry.ts'
import { canonicalPaperAddress } from '../model/identifier.ts'
import {
  type FoundAddress,
  findAddresses,
  isPaperAddress,
  notAnAddress,
  parseAddress,
} from './addresses.ts'
import { type Fact, type RecordField, type RecordReader, textOf } from './fields.ts'
import { isLinkHost, linkKindOf } from './links.ts'

/** The facts whose fields may hold an identifier or an address, the most reliable first. */
export const addressFacts: readonly Fact[] = [
  'arxiv',
  'doi',
  'address',
  'remark',
  'venue',
  ...linkKind.options,
]

/** A field with the identifiers and addresses in it, and the text between them. */
export interface AddressField {
  field: RecordField
  found: FoundAddress[]
  rest: string
}

/** Finds the identifiers and addresses in a field. */
export function parseAddressField(field: RecordField): AddressField {
  const text = textOf(field.value)
  // DBLP writes arXiv identifiers here, `abs/2112.09332`; others write the journal's volume.
  if (/^(?:volume|VL)$/i.test(field.name) && !/^abs\//.test(text))
    return { field, found: [], rest: text }
  const whole = parseAddress(text.replace(/^abs\//, '').trim())
  const { found, rest } =
    whole.kind === 'invalid' ? findAddresses(text) : { found: [whole], rest: '' }
  const isOfAddresses = /^(?:arxiv|doi|address)$/.test(field.fact ?? '')
  return { field, found: found.filter(({ kind }) => kind !== 'invalid' || isOfAddresses), rest }
}

type FieldAddress = FoundAddress & { field: RecordField }

/** Writes the identifiers, address and links into the paper, and reports all others. */
export function assignAddresses(reader: RecordReader, fields: readonly AddressField[]): void {
  const { paper, omit, ignore } = reader
  const addresses = fields.flatMap(({ field, found }) => found.map((one) => ({ ...one, field })))
  paper.arxiv = addresses.find(({ kind }) => kind === 'arxiv')?.id
  paper.doi = addresses.find(({ kind }) => kind === 'doi')?.id
  const own = (paper.arxiv ?? paper.doi) ? undefined : paperAddress(addresses)
  if (own) paper.paper = canonicalPaperAddress(own)
  // A field named `code` takes precedence over other addresses that look like code.
  for (const address of addresses) if (isLinkField(address)) assignAddress(reader, address)
  for (const address of addresses) if (!isLinkField(address)) assignAddress(reader, address)
  for (const { field, found, rest } of fields) {
    const { fact = '', value } = field
    if (fact === 'venue' || (/^arxiv$/i.test(textOf(value)) && paper.arxiv)) continue
    if (found.length === 0 && fact === 'remark') ignore(field)
    else if (found.length === 0) omit(field, problems[fact] ?? notAnAddress)
    else if (rest) ignore(field, 'entries have no field for the words beside an address')
  }
}

const problems: Readonly<Record<string, string>> = {
  arxiv: 'is not an arXiv id',
  doi: 'is not a DOI',
}

const isLinkField = ({ field }: FieldAddress) => linkKind.safeParse(field.fact).success

/** The paper's own address: one on a publisher's site, otherwise one that the file gives as the paper's. */
function paperAddress(all: readonly FieldAddress[]): string | undefined {
  const addresses = all.filter(({ kind }) => kind === 'address')
  const isLink = (address: string) => /^(?:code|data|model)$/.test(linkKindOf(address) ?? '')
  const own =
    addresses.find(({ id }) => isPaperAddress(id)) ??
    addresses.find(({ field, id }) => field.fact === 'address' && !isLink(id))
  return own?.id
}

/** Writes one address into the paper if the field for it is free, and reports it otherwise. */
function assignAddress({ paper, omit, ignore }: RecordReader, address: FieldAddress): void {
  const { field, kind, id, why = '' } = address
  const part = { ...field, value: id }
  if (kind === 'invalid' || kind === 'invalid arxiv') {
    omit(part, why)
    return
  }
  const named = linkKind.safeParse(field.fact).data
  if (kind === 'address' && !named && canonicalPaperAddress(id) === paper.paper) return
  // On an unknown host, only the field's name can tell what the address leads to.
  const guessed = isLinkHost(id) ? linkKindOf(id, field.name) : undefined
  const target = kind === 'address' ? (named ?? guessed) : kind
  const current = target && paper[target]
  if (target && (current ?? id) === id) paper[target] = id
  else if (kind !== 'address' || named)
    omit(part, `is not used, since the entry has \`${current}\``)
  else if (field.fact === 'address') ignore(part, 'the entry has a better address')
  else ignore(part, 'nothing says what it links to')
}
