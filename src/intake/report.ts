import { arxivIdOf, doiOf } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import { texTitle } from '../text/tex.ts'
import { addCommand, type Reading, type ReadRecord, type UnusedField } from './reading.ts'

const idsALine = 8

/** The papers without an abstract, each in one line, with the commands that ask for their abstracts. */
export function keptBackLines(records: readonly ReadRecord[]): string[] {
  if (records.length === 0) return []
  const ids = records.flatMap((record) => askableOf(record) ?? [])
  const nameless = records.length - ids.length
  return [
    `Kept back: ${records.length} without an abstract, which every entry has.`,
    ...records.map((record) => `${place(record.line)}${citation(record)}`),
    ...(ids.length > 0 ? [`\`npm run add\` asks for the abstracts of ${ids.length} of them:`] : []),
    ...chunks(ids, idsALine).map((some) => `  ${addCommand(...some)}`),
    ...(nameless > 0
      ? [`Without an arXiv id, DOI or ACL Anthology address to ask for: ${nameless}.`]
      : []),
  ]
}

/** All that did not come through, each with its line and the reason. */
export function lostLines({ leftOut, unused }: Omit<Reading, 'records'>): string[] {
  return [
    ...(leftOut.length > 0 ? [`Left out: ${leftOut.length}.`] : []),
    ...leftOut.map(({ line, what, why }) => `${place(line)}${what}: ${why}`),
    ...unusedLines(unused),
  ]
}

/** The fields that are no facts, those of one name and one reason on one line. */
function unusedLines(unused: readonly UnusedField[]): string[] {
  const groups = Map.groupBy(unused, ({ name, why }) => `${name}, since ${why}:`)
  const lines = [...groups].map(
    ([group, fields]) =>
      `  ${group} ${fields.map(({ line, value }) => `${line} ${value}`).join(', ')}`,
  )
  return lines.length > 0 ? ['Not used, each with its line:', ...lines] : []
}

/** A paper in one line: all that its file says of it. */
function citation({ title, item, paper }: ReadRecord): string {
  const { arxiv, doi, authors, venue, published, code, project } = item
  const facts = [
    authors?.map(authorName).join(', '),
    venue?.name ?? published,
    arxiv && `arXiv:${arxiv}`,
    doi,
    paper,
    code,
    project,
  ]
  return [texTitle(title), ...facts.flatMap((fact) => fact || [])].join('. ')
}

const place = (line: number) => `  ${String(line).padEnd(6)} `

/** What `add` can ask a service for. */
function askableOf({ item: { arxiv, doi }, paper }: ReadRecord): string | undefined {
  const inAnthology = paper?.startsWith('https://aclanthology.org/') ? paper : undefined
  return (arxiv && arxivIdOf(arxiv)) ?? (doi && doiOf(doi)) ?? inAnthology
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  )
}
