import { z } from 'zod'
import { entryFrom, newId } from '../intake/entry.ts'
import { authorsIn } from '../intake/names.ts'
import { type EntryFacts, linkKind } from '../model/entry.ts'
import { canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import type { Author } from '../model/person.ts'
import { noWords, type Vocabulary } from '../model/vocabulary.ts'
import { tagOfWord } from '../rules/tags.ts'
import { writeEntryFile } from '../text/entry-writer.ts'
import { largestFile } from '../text/limits.ts'
import { texTitle } from '../text/tex.ts'

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
  /** Passages with a blank line between. */
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
  /** Ids of topics and of kinds, the first chosen first. */
  topics: z.array(z.string()).default([]),
  kind: z.array(z.string()).default([]),
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

/** Names as people type them: one a line, or all on one line. A name that cannot be told from others stays as it is. */
function authorsOf(value: string): Author[] {
  const { names } = authorsIn(value)
  return names.length > 0 ? names : linesOf(value)
}

/** The tags in a text with commas between, by id, name or alias. What is none of these stays as it is. */
export function tagsIn(text: string, tags: Vocabulary['tags'] = {}): string[] {
  const vocabulary = { ...noWords, tags }
  const words = text.split(',').flatMap((word) => word.trim() || [])
  return words.map((word) => (tags[word] ? word : (tagOfWord(word, vocabulary) ?? word)))
}

/** One passage of evidence, or two with a blank line between. */
function evidenceOf(value: string): EntryFacts['evidence'] {
  const passages = paragraphsOf(value)
  return passages.length > 1 ? passages : passages[0]
}

const some = <T>(list: T[]) => (list.length > 0 ? list : undefined)
const word = (value: string) => value.trim() || undefined

function factsOf(draft: Omit<Draft, 'paste'>, tags: Vocabulary['tags']): Partial<EntryFacts> {
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
    tags: some(tagsIn(draft.tags, tags)),
    links: links.length > 0 ? Object.fromEntries(links) : undefined,
    claim: word(draft.claim),
    evidence: evidenceOf(draft.evidence),
  }
}

/** The paragraphs of an abstract as it was typed or pasted. */
export function paragraphsOf(abstract: string): string[] {
  return abstract.split(/\n[ \t]*\n/).flatMap((part) => part.replace(/\s+/g, ' ').trim() || [])
}

/** The file that a draft would become, under a name that no entry has or had. Never throws; what is too long is not written in form. */
export function fileOf(
  draft: Draft,
  taken: ReadonlySet<string>,
  today: string,
  tags: Vocabulary['tags'] = {},
): DraftFile {
  const source = draft.file ?? sourceOf(draft, today, tags)
  const inFile = /^title:\s*["']?(.*?)["']?\s*$/m.exec(source)?.[1]?.replaceAll('\\"', '"') ?? ''
  const title = draft.file === undefined ? texTitle(draft.title.slice(0, 1000)) : inFile
  const id = title ? newId(title, taken) : 'the-title'
  return { id, path: `${entriesFolder}/${id}.mdx`, source }
}

function sourceOf({ paste: _, ...draft }: Draft, today: string, tags: Vocabulary['tags']): string {
  // To write such a text in good form would take longer than anybody waits; the rule of size refuses it either way.
  const words = JSON.stringify(draft).slice(0, largestFile + 1)
  if (words.length > largestFile) return `---\ntitle: …\n---\n\n${words}`
  const paper = { title: draft.title, line: 1, abstract: paragraphsOf(draft.abstract) }
  const { facts, abstract } = entryFrom(paper, today)
  const written = { ...factsOf(draft, tags), title: facts.title || undefined, added: today }
  return writeEntryFile({ facts: written as Partial<EntryFacts>, abstract })
}

/** What a pasted text told. */
export interface Pasted {
  /** The fields that it fills. */
  fields: Partial<Draft>
  /** What was read and what was not, in sentences. */
  said: string[]
}

const shownNames: Partial<Record<keyof Draft, string>> = {
  title: 'the title',
  authors: 'the authors',
  published: 'the date',
  paper: 'the address',
  venue: 'the venue',
  doi: 'the DOI',
  abstract: 'the abstract',
  code: 'the code',
  data: 'the data',
  model: 'the model',
  project: 'the project',
}

/** What was read, in one sentence. */
export function sayOfFields(fields: Partial<Draft>): string {
  const names = Object.keys(fields).flatMap((name) => shownNames[name as keyof Draft] ?? [])
  const last = names.pop() ?? 'nothing'
  return `Read ${names.length > 0 ? `${names.join(', ')} and ${last}` : last}.`
}
