import { z } from 'zod'
import { entryOf } from '../intake/entry.ts'
import { type EntryFacts, kind, linkKind } from '../model/entry.ts'
import { canonicalPaperAddress, doiOf, idFromTitle } from '../model/identifier.ts'
import { writeEntryFile } from '../text/entry-writer.ts'
import { largestFile } from '../text/limits.ts'
import { texTitle } from '../text/tex.ts'
import { titleText } from '../text/title.ts'

/** The folder in which a new entry is proposed. */
export const entriesFolder = 'content/papers'

const text = z.string().default('')

/** What a contributor has written so far, field by field, as it was typed. */
export const draftFields = z.object({
  /** What was pasted to begin with. */
  paste: text,
  title: text,
  /** One name a line. */
  authors: text,
  published: text,
  paper: text,
  venue: text,
  doi: text,
  /** The authors' words; TeX may stand in them, and blank lines part paragraphs. */
  abstract: text,
  claim: text,
  evidence: text,
  /** One name a line. */
  names: text,
  /** One title a line. */
  alsoTitled: text,
  /** Ids of tags, with commas between. */
  tags: text,
  code: text,
  data: text,
  model: text,
  project: text,
  /** Ids of topics, the first chosen first. */
  topics: z.array(z.string()).default([]),
  kind: z.array(kind).default([]),
  /** The file itself, where the contributor writes it by hand; the other fields are then ignored. */
  file: z.string().optional(),
})
export type Draft = z.infer<typeof draftFields>

/** A draft in which nothing is written. */
export const emptyDraft: Draft = draftFields.parse({})

/** Whether a draft has anything in it that could become an entry. */
export function isEmpty({ paste: _, ...fields }: Draft): boolean {
  return Object.values(fields).every((value) => value === undefined || value.length === 0)
}

/** A draft as the file that it would become. */
export interface DraftFile {
  id: string
  path: string
  /** The exact text. */
  source: string
}

const linesOf = (value: string) => value.split('\n').flatMap((line) => line.trim() || [])

/** Names as people type them: one a line, or all on one line with commas or "and" between. */
function authorsOf(value: string): string[] {
  const lines = linesOf(value)
  const [only = ''] = lines
  const parts = only.split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+/).filter(Boolean)
  return lines.length === 1 && parts.length > 2 ? parts : lines
}

const some = <T>(list: T[]) => (list.length > 0 ? list : undefined)
const word = (value: string) => value.trim() || undefined

function factsOf(draft: Omit<Draft, 'paste'>): Partial<EntryFacts> {
  const links = linkKind.options.flatMap((kind) => {
    const address = word(draft[kind])
    return address ? [[kind, address]] : []
  })
  const [paper, doi] = [word(draft.paper), word(draft.doi)]
  return {
    authors: some(authorsOf(draft.authors)),
    published: word(draft.published),
    paper: paper && canonicalPaperAddress(paper),
    venue: word(draft.venue),
    doi: doi && (doiOf(doi) ?? doi),
    topics: some([...draft.topics]),
    kind: some([...draft.kind]),
    names: some(linesOf(draft.names)),
    alsoTitled: some(linesOf(draft.alsoTitled)),
    tags: some(draft.tags.split(/[,\s]+/).filter(Boolean)),
    links: links.length > 0 ? Object.fromEntries(links) : undefined,
    claim: word(draft.claim),
    evidence: word(draft.evidence.replace(/\s+/g, ' ')),
  }
}

/** The paragraphs of an abstract as it was typed or pasted. */
export function paragraphsOf(abstract: string): string[] {
  return abstract.split(/\n[ \t]*\n/).flatMap((part) => part.replace(/\s+/g, ' ').trim() || [])
}

/** The file that a draft would become, under a name that no entry has or had. Never throws; what is too long is not written in form. */
export function fileOf(draft: Draft, taken: ReadonlySet<string>, today: string): DraftFile {
  const source = draft.file ?? sourceOf(draft, today)
  const inFile = /^title:\s*["']?(.*?)["']?\s*$/m.exec(source)?.[1]?.replaceAll('\\"', '"') ?? ''
  const title = draft.file === undefined ? texTitle(draft.title.slice(0, 1000)) : inFile
  const wanted = idFromTitle(titleText(title)) || 'the-title'
  let id = wanted
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`
  return { id, path: `${entriesFolder}/${id}.mdx`, source }
}

function sourceOf({ paste: _, ...draft }: Draft, today: string): string {
  // To write such a text in good form would take longer than anybody waits; the rule of size refuses it either way.
  const words = JSON.stringify(draft).slice(0, largestFile + 1)
  if (words.length > largestFile) return `---\ntitle: …\n---\n\n${words}`
  const record = { title: draft.title, line: 1, abstract: paragraphsOf(draft.abstract) }
  const { facts, abstract } = entryOf(record, undefined, today)
  const written = { ...factsOf(draft), title: facts.title || undefined, added: today }
  return writeEntryFile({ facts: written as Partial<EntryFacts>, abstract })
}
