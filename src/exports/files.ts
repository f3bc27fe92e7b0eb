import { paperPath, pathPath, tagPath, topicPath } from '../model/page-path.ts'
import type { ReadingPath } from '../model/path.ts'
import type { Topic } from '../model/topic.ts'
import type { TagFacts } from '../model/vocabulary.ts'
import { bibtexFile, bibtexOf } from './bibtex.ts'
import { cslFile, cslOf } from './csl.ts'
import { csvFile } from './csv.ts'
import { atomOf, feedOf, jsonFeedOf, latestAdded } from './feed.ts'
import { indexMarkdown, linkPapers, listMarkdown, paperMarkdown } from './markdown.ts'
import {
  jsonFile,
  type PapersHead,
  paperJson,
  papersSchema,
  recordLine,
  schemaPath,
} from './papers-file.ts'
import type { Reference, Source } from './reference.ts'
import { risFile, risOf } from './ris.ts'
import { llmsText, openSearchDescription } from './site-files.ts'

/** A file beside the pages, for programs. */
export interface ExportFile {
  /** Its path below the base, without a leading slash: `papers/alr2.bib`. */
  path: string
  /** Makes its text. */
  write(): string
}

/** Everything that the exports are about. */
export interface ExportedList {
  /** Every entry on the list, in the order of the all-papers page. */
  references: readonly Reference[]
  topics: readonly Topic[]
  /** The reading paths. */
  paths: readonly ReadingPath[]
  /** The introductions of topics and paths as their files have them, by the paths of their pages. */
  introductions: ReadonlyMap<string, string>
  /** The tags that an entry carries. */
  tags: readonly (TagFacts & { id: string })[]
}

/** A tag has feeds from this many entries on. */
export const leastForTagFeed = 5

/** A tag has files of its own from this many entries on; a shorter list is saved from its page. */
export const leastForTagFiles = 20

/** Remembers what is written, because a record stands in a file for each of its topics and tags. */
function remembered(write: (reference: Reference) => string): (reference: Reference) => string {
  const texts = new Map<Reference, string>()
  return (reference) => {
    const text = texts.get(reference) ?? write(reference)
    texts.set(reference, text)
    return text
  }
}

/** Every file that the site has beside its pages. Nothing is written before it is asked for. */
export function exportFiles(
  { references, topics, paths, introductions, tags }: ExportedList,
  source: Source,
) {
  const { title, description } = source.site
  const topicNames = Object.fromEntries(topics.map(({ id, name }) => [id, name]))
  const bib = remembered(bibtexOf)
  const ris = remembered(risOf)
  const csl = remembered(cslOf)
  const json = remembered((reference) => recordLine(reference, source))

  const file = (path: string, write: () => string): ExportFile => ({ path, write })
  // A page's files have its path without the last slash: `/papers/x/` has `papers/x.bib`.
  const beside = (page: string, ending: string, write: () => string) =>
    file(`${page.slice(1, -1)}.${ending}`, write)
  const paperFiles = (reference: Reference, page: string) => [
    beside(page, 'bib', () => bib(reference)),
    beside(page, 'ris', () => ris(reference)),
    beside(page, 'csl.json', () => cslFile([reference], csl)),
    beside(page, 'json', () => paperJson(reference, source)),
    beside(page, 'md', () => paperMarkdown(reference, topicNames, source)),
  ]
  const introduced = (path: string) => {
    const text = introductions.get(path)
    return text === undefined ? undefined : linkPapers(text, references, source)
  }
  const listFiles = ({ references: some, notes, ...head }: FileSet) => [
    beside(head.path, 'bib', () => bibtexFile(some, bib)),
    beside(head.path, 'ris', () => risFile(some, ris)),
    beside(head.path, 'csl.json', () => cslFile(some, csl)),
    beside(head.path, 'json', () => jsonFile(some, head, source, json)),
    beside(head.path, 'md', () =>
      listMarkdown(some, head, source, { notes, introduction: introduced(head.path) }),
    ),
  ]
  const feedFiles = ({ references: some, notes: _, ...head }: FileSet) => {
    const feed = () => feedOf(some, head, topicNames, source)
    return [
      file(`${head.path.slice(1)}feed.xml`, () => atomOf(feed())),
      file(`${head.path.slice(1)}feed.json`, () => jsonFeedOf(feed())),
    ]
  }

  const all: FileSet = { references, title, description, path: '/papers/' }
  const shelves = topics.map(
    (topic): FileSet => ({
      references: references.filter(({ entry }) => entry.topics?.includes(topic.id)),
      title: topic.name,
      description: topic.description,
      path: topicPath(topic.id),
    }),
  )
  const tagged = tags.map(
    (tag): FileSet => ({
      references: references.filter(({ entry }) => entry.tags?.includes(tag.id)),
      title: tag.name,
      description: tag.meaning,
      path: tagPath(tag.id),
    }),
  )
  const hasFiles = (tag: FileSet) => tag.references.length >= leastForTagFiles
  const byId = new Map(references.map((reference) => [reference.entry.id, reference]))
  const reading = paths.map(
    (path): FileSet => ({
      references: path.steps.flatMap(({ paper }) => byId.get(paper) ?? []),
      title: path.name,
      description: path.for,
      path: pathPath(path.id),
      notes: new Map(path.steps.map(({ paper, why }) => [paper, why])),
    }),
  )
  const followed = [
    ...shelves,
    ...reading,
    ...tagged.filter((tag) => tag.references.length >= leastForTagFeed),
  ]
  const news = { title: 'What’s new', path: '/new/' } as const
  return [
    // Under the ids that an entry had before, too: a file cannot redirect.
    ...references.flatMap((reference) =>
      [reference.entry.id, ...(reference.entry.formerIds ?? [])].flatMap((id) =>
        paperFiles(reference, paperPath(id)),
      ),
    ),
    ...[all, ...shelves, ...reading, ...tagged.filter(hasFiles)].flatMap(listFiles),
    file('papers.csv', () => csvFile(references)),
    ...feedFiles({ ...all, path: '/' }),
    ...followed.flatMap((shelf) => feedFiles({ ...shelf, title: `${title}: ${shelf.title}` })),
    file('new.md', () => listMarkdown(latestAdded(references), news, source)),
    file('topics.md', () => indexMarkdown('Topics', shelves, source)),
    ...(reading.length > 0
      ? [file('paths.md', () => indexMarkdown('Reading paths', reading, source))]
      : []),
    file('tags.md', () => indexMarkdown('Tags', tagged, source, hasFiles)),
    file('llms.txt', () => llmsText(references, topics, source)),
    file('opensearch.xml', () => openSearchDescription(source)),
    file(schemaPath.slice(1), () => `${JSON.stringify(papersSchema(source), null, 2)}\n`),
  ]
}

/** A topic, a tag or the whole list, with its papers. */
type FileSet = Required<PapersHead> & {
  references: readonly Reference[]
  /** What is said of some of its papers, by their ids. */
  notes?: ReadonlyMap<string, string>
}
