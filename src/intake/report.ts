import { arxivIdOf, doiOf } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import { texTitle } from '../text/tex.ts'
import type { PaperForm } from './read-papers.ts'
import { addCommand, type LeftOut, type ReadRecord, type UnusedField } from './reading.ts'

/** What of a file of papers does not become an entry. */
export interface Remainder {
  form: PaperForm
  /** Papers without an abstract: an entry must have one, and `add` asks for it. */
  keptBack: ReadRecord[]
  leftOut: LeftOut[]
  unused: readonly UnusedField[]
}

const idsALine = 8

/** What became no entry and why, each with its line, and the commands that ask for what is missing. */
export function remainderLines({ form, keptBack, leftOut, unused }: Remainder): string[] {
  const ids = keptBack.flatMap((record) => askableOf(record) ?? [])
  const nameless = keptBack.length - ids.length
  return [
    `Read as ${form}.`,
    ...(keptBack.length > 0
      ? [`Kept back: ${keptBack.length} without an abstract, which every entry has.`]
      : []),
    ...keptBack.map((record) => `${place(record.line)}${citation(record)}`),
    ...(ids.length > 0 ? [`\`npm run add\` asks for the abstracts of ${ids.length} of them:`] : []),
    ...chunks(ids, idsALine).map((some) => `  ${addCommand(...some)}`),
    ...(nameless > 0
      ? [`Without an arXiv id, DOI or ACL Anthology address to ask for: ${nameless}.`]
      : []),
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
