import { arxivIdOf, doiOf } from '../model/identifier.ts'
import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { soundFacts } from '../rules/engine/sound-facts.ts'
import { nearTitles } from '../similarity/near-titles.ts'
import type { EntryFile } from '../text/entry-file.ts'

/** A paper of the list, as much as tells it from others. */
export interface KnownPaper {
  id: string
  title: string
  alsoTitled?: readonly string[] | undefined
  formerIds?: readonly string[] | undefined
  paper?: string | undefined
  doi?: string | undefined
  /** The authors, each by the last word of the name. */
  authors?: readonly string[] | undefined
  added: string
}

/** What the list holds and allows; the page of suggestions fetches it. */
export interface KnownList {
  papers: readonly KnownPaper[]
  topics: readonly Topic[]
  vocabulary: Pick<Vocabulary, 'tags' | 'venues'>
}

/** The folder in which a new entry is proposed. */
export const entriesFolder = 'content/papers'

const start = { line: 1, column: 1 }

/** A paper of the list as the rules see one: its facts, without text and places. */
export function standIn({ id, ...values }: KnownPaper): EntryFile {
  const nothing = () => ({ type: 'root' as const, children: [] })
  return {
    path: `${entriesFolder}/${id}.mdx`,
    id,
    source: '',
    frontMatter: { values, faults: [], placeOf: () => start, bodyStart: 0 },
    bodyFaults: [],
    body: nothing(),
    abstract: nothing(),
  }
}

/** The arXiv identifier and the DOIs by which a paper is told from others. */
function keysOf({ paper = '', doi = '' }: Pick<KnownPaper, 'paper' | 'doi'>): string[] {
  const keys = [arxivIdOf(paper), doiOf(doi), doiOf(paper)]
  return keys.flatMap((key) => key?.toLowerCase() || [])
}

/**
 * A function that names those papers of the list that the rules may take for the same as a new one, so that a long list
 * need not be compared as a whole with every key that is pressed.
 */
export function likenessIndex(papers: readonly KnownPaper[]): (file: EntryFile) => EntryFile[] {
  const known = papers.map((paper) => ({
    file: standIn(paper),
    marks: new Set([...keysOf(paper), paper.id, ...(paper.formerIds ?? [])]),
  }))
  const titled = papers.flatMap(({ title, alsoTitled = [] }, place) =>
    [title, ...alsoTitled].map((text) => ({ text, file: known[place]?.file })),
  )
  const near = nearTitles(titled.map(({ text }) => text))
  return (file) => {
    const { title = '', alsoTitled = [], formerIds = [], ...facts } = soundFacts(file)
    const marks = [...keysOf(facts), file.id, ...formerIds]
    const alike = [title, ...alsoTitled].flatMap(near).map((place) => titled[place]?.file)
    return known
      .filter((one) => marks.some((mark) => one.marks.has(mark)) || alike.includes(one.file))
      .map((one) => one.file)
  }
}
