import { arxivIdOf, doiOf } from '../model/identifier.ts'
import { texTitle } from '../text/tex.ts'
import { addCommand } from './messages.ts'
import type { PaperForm } from './read-papers.ts'
import type { LeftOut, ReadRecord } from './reading.ts'

/** What of a file of papers does not become an entry. */
export interface Remainder {
  form: PaperForm
  /** Papers without an abstract: an entry must have one, and `add` asks for it. */
  keptBack: ReadRecord[]
  leftOut: LeftOut[]
  /** Fields that no fact of an entry is made of, and how often the file has each. */
  unread: ReadonlyMap<string, number>
}

const idsALine = 8

/** What became no entry and why, with the commands that ask for what is missing. */
export function remainderLines({ form, keptBack, leftOut, unread }: Remainder): string[] {
  const ids = keptBack.flatMap((record) => askableOf(record) ?? [])
  const nameless = keptBack.filter((record) => askableOf(record) === undefined)
  const fields = [...unread].sort((a, b) => b[1] - a[1]).map(([name, many]) => `${name} (${many})`)
  return [
    `Read as ${form}.`,
    ...(keptBack.length > 0
      ? [`Kept back: ${keptBack.length} without an abstract, which every entry has.`]
      : []),
    ...(ids.length > 0 ? [`${ids.length} of them can be asked for:`] : []),
    ...chunks(ids, idsALine).map((some) => `  ${addCommand(...some)}`),
    ...(nameless.length > 0
      ? [`${nameless.length} have no arXiv id, DOI or ACL Anthology address:`]
      : []),
    ...nameless.map(({ line, title, paper = '' }) =>
      `${place(line)}${texTitle(title)}  ${paper}`.trimEnd(),
    ),
    ...(leftOut.length > 0 ? [`Left out: ${leftOut.length}.`] : []),
    ...leftOut.map(({ line, what, why }) => `${place(line)}${what}: ${why}`),
    ...(fields.length > 0 ? [`Not read: ${fields.join(', ')}.`] : []),
  ]
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
