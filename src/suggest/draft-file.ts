import { entryFrom, newId } from '../intake/entry.ts'
import { authorsIn } from '../intake/names.ts'
import { type EntryFacts, linkKind } from '../model/entry.ts'
import { canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import type { Author } from '../model/person.ts'
import { emptyVocabulary, type Vocabulary } from '../model/vocabulary.ts'
import { findTag } from '../rules/tags.ts'
import { writeEntryFile } from '../text/entry-writer.ts'
import { largestFile } from '../text/limits.ts'
import { texTitle } from '../text/tex.ts'
import { type Draft, entriesFolder } from './draft.ts'

/** A draft as the file that it would become. */
export interface DraftFile {
  id: string
  path: string
  /** The exact text. */
  source: string
}

const linesOf = (value: string) => value.split('\n').flatMap((line) => line.trim() || [])
const some = <T>(list: readonly T[]) => (list.length > 0 ? [...list] : undefined)
const word = (value: string) => value.trim() || undefined

/** Names as people type them: one a line, or all on one line. A name that cannot be told from others stays as it is. */
function authorsOf(value: string): Author[] {
  const { names } = authorsIn(value)
  return names.length > 0 ? names : linesOf(value)
}

/** The tags in a text with commas between, by id, name or alias. What is none of these stays as it is. */
export function tagsIn(text: string, tags: Vocabulary['tags'] = {}): string[] {
  const words = text.split(',').flatMap((word) => word.trim() || [])
  return words.map((word) =>
    tags[word] ? word : (findTag(word, { ...emptyVocabulary, tags }) ?? word),
  )
}

/** The paragraphs of a text as it was typed or pasted. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n[ \t]*\n/).flatMap((part) => part.replace(/\s+/g, ' ').trim() || [])
}

function factsOf(draft: Draft, tags: Vocabulary['tags']): Partial<EntryFacts> {
  const links = linkKind.options.flatMap((kind) => {
    const address = word(draft[kind])
    return address ? [[kind, address]] : []
  })
  const [paper, doi] = [word(draft.paper), word(draft.doi)]
  const evidence = paragraphsOf(draft.evidence)
  return {
    authors: some(authorsOf(draft.authors)),
    published: word(draft.published),
    paper: paper && canonicalPaperAddress(paper),
    venue: word(draft.venue),
    doi: doi && (doiOf(doi) ?? doi),
    topics: some(draft.topics),
    kind: some(draft.kind),
    names: some(linesOf(draft.names)),
    alsoTitled: some(linesOf(draft.alsoTitled)),
    tags: some(tagsIn(draft.tags, tags)),
    links: links.length > 0 ? Object.fromEntries(links) : undefined,
    claim: word(draft.claim),
    evidence: evidence.length > 1 ? evidence : evidence[0],
  }
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

function sourceOf(draft: Draft, today: string, tags: Vocabulary['tags']): string {
  // To write such a text in good form would take longer than anybody waits; the rule of size refuses it either way.
  const words = JSON.stringify({ ...draft, paste: '' }).slice(0, largestFile + 1)
  if (words.length > largestFile) return `---\ntitle: …\n---\n\n${words}`
  const record = { title: draft.title, line: 1, abstract: paragraphsOf(draft.abstract) }
  const { facts, abstract } = entryFrom(record, today)
  const written = { ...factsOf(draft, tags), title: facts.title || undefined, added: today }
  return writeEntryFile({ facts: written as Partial<EntryFacts>, abstract })
}
