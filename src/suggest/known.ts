import { arxivIdOf, doiOf, titleKey } from '../model/identifier.ts'
import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { soundFacts } from '../rules/engine/sound-facts.ts'
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

function gramsOf(title: string): Set<string> {
  const key = titleKey(title)
  const grams = new Set<string>()
  for (let at = 0; at + 3 <= key.length; at++) grams.add(key.slice(at, at + 3))
  return grams
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const gram of a) if (b.has(gram)) shared += 1
  return (2 * shared) / (a.size + b.size || 1)
}

/** Two titles that the rules find nearly the same share more of their letter triples than this. */
const leastOverlap = 0.5

/**
 * A function that names those papers of the list that the rules may take for the same as a new one, so that a long list
 * need not be compared as a whole with every key that is pressed.
 */
export function likenessIndex(papers: readonly KnownPaper[]): (file: EntryFile) => EntryFile[] {
  const prepared = papers.map((paper) => {
    const arxiv = paper.paper && arxivIdOf(paper.paper)
    const ids = [arxiv, ...[paper.doi, paper.paper].map((text) => text && doiOf(text))]
    return {
      file: standIn(paper),
      titles: [paper.title, ...(paper.alsoTitled ?? [])].map(gramsOf),
      keys: new Set(ids.flatMap((key) => key?.toLowerCase() || [])),
      ids: [paper.id, ...(paper.formerIds ?? [])],
    }
  })
  return (file) => {
    const { title, alsoTitled = [], paper, doi, formerIds = [] } = soundFacts(file)
    const titles = [...(title ? [title] : []), ...alsoTitled].map(gramsOf)
    const keys = [paper && arxivIdOf(paper), doi && doiOf(doi), paper && doiOf(paper)].flatMap(
      (key) => key?.toLowerCase() || [],
    )
    return prepared
      .filter(
        (known) =>
          keys.some((key) => known.keys.has(key)) ||
          known.ids.some((id) => id === file.id || formerIds.includes(id)) ||
          titles.some((own) => known.titles.some((other) => overlap(own, other) > leastOverlap)),
      )
      .map((known) => known.file)
  }
}
