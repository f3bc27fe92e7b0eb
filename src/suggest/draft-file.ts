import { entryFrom, newId } from '../intake/entry.ts'
import { parseAuthors } from '../intake/names.ts'
import { type EntryFacts, linkKind } from '../model/entry.ts'
import { canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import type { Author } from '../model/person.ts'
import { emptyVocabulary, type Vocabulary } from '../model/vocabulary.ts'
import { findTag } from '../rules/tags.ts'
import { writeEntryFile } from '../text/entry-writer.ts'
import { largestFile } from '../text/limits.ts'
import { texTitle } from '../text/tex.ts'
import { type Draft, entriesFolder } from './draft.ts'

/** The entry file of a draft. */
export interface DraftFile {
  id: string
  path: string
  /** The exact text. */
  source: string
}

const splitLines = (value: string) => value.split('\n').flatMap((line) => line.trim() || [])
const nonEmpty = <T>(list: readonly T[]) => (list.length > 0 ? [...list] : undefined)
const trimmed = (value: string) => value.trim() || undefined

/** Parses names as people type them: one per line, or all on one line. A line that cannot be split stays as it is. */
function authorsFrom(value: string): Author[] {
  const { names } = parseAuthors(value)
  return names.length > 0 ? names : splitLines(value)
}

/** Parses tags, given by id, name or alias and separated by commas. Gives their ids; an unknown word stays as it is. */
export function parseTags(text: string, tags: Vocabulary['tags'] = {}): string[] {
  const words = text.split(',').flatMap((word) => word.trim() || [])
  return words.map((word) =>
    tags[word] ? word : (findTag(word, { ...emptyVocabulary, tags }) ?? word),
  )
}

/** Splits a text at blank lines. */
export function splitParagraphs(text: string): string[] {
  return text.split(/\n[ \t]*\n/).flatMap((part) => part.replace(/\s+/g, ' ').trim() || [])
}

function factsOf(draft: Draft, tags: Vocabulary['tags']): Partial<EntryFacts> {
  const links = linkKind.options.flatMap((kind) => {
    const address = trimmed(draft[kind])
    return address ? [[kind, address]] : []
  })
  const [paper, doi] = [trimmed(draft.paper), trimmed(draft.doi)]
  const evidence = splitParagraphs(draft.evidence)
  return {
    authors: nonEmpty(authorsFrom(draft.authors)),
    published: trimmed(draft.published),
    paper: paper && canonicalPaperAddress(paper),
    venue: trimmed(draft.venue),
    doi: doi && (doiOf(doi) ?? doi),
    topics: nonEmpty(draft.topics),
    kind: nonEmpty(draft.kind),
    names: nonEmpty(splitLines(draft.names)),
    alsoTitled: nonEmpty(splitLines(draft.alsoTitled)),
    tags: nonEmpty(parseTags(draft.tags, tags)),
    links: links.length > 0 ? Object.fromEntries(links) : undefined,
    claim: trimmed(draft.claim),
    evidence: evidence.length > 1 ? evidence : evidence[0],
  }
}

/** Writes the entry file of a draft, under an id that no entry has or had. Never throws. A draft that is too large is not formatted. */
export function writeDraftFile(
  draft: Draft,
  taken: ReadonlySet<string>,
  today: string,
  tags: Vocabulary['tags'] = {},
): DraftFile {
  const source = draft.file ?? writeSource(draft, today, tags)
  const titleInFile =
    /^title:\s*["']?(.*?)["']?\s*$/m.exec(source)?.[1]?.replaceAll('\\"', '"') ?? ''
  const title = draft.file === undefined ? texTitle(draft.title.slice(0, 1000)) : titleInFile
  const id = title ? newId(title, taken) : 'the-title'
  return { id, path: `${entriesFolder}/${id}.mdx`, source }
}

function writeSource(draft: Draft, today: string, tags: Vocabulary['tags']): string {
  // Formatting such a text takes too long, and the rule `size` refuses it in any case.
  const words = JSON.stringify({ ...draft, paste: '' }).slice(0, largestFile + 1)
  if (words.length > largestFile) return `---\ntitle: …\n---\n\n${words}`
  const record = { title: draft.title, line: 1, abstract: splitParagraphs(draft.abstract) }
  const { facts, abstract } = entryFrom(record, today)
  const values = { ...factsOf(draft, tags), title: facts.title || undefined, added: today }
  return writeEntryFile({ facts: values as Partial<EntryFacts>, abstract })
}
