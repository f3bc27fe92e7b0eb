import { paperPath, tagPath, topicPath } from '../model/page-path.ts'
import type { Topic } from '../model/topic.ts'
import type { TagFacts } from '../model/vocabulary.ts'
import { atomOf } from './atom.ts'
import { bibtexFile, bibtexOf } from './bibtex.ts'
import { cslFile, cslOf } from './csl-file.ts'
import { csvFile } from './csv.ts'
import { feedOf, latestAdded } from './feed.ts'
import { jsonFeedOf } from './json-feed.ts'
import { llmsText } from './llms.ts'
import { indexMarkdown, listMarkdown } from './markdown-list.ts'
import { paperMarkdown, type TopicNames } from './markdown-paper.ts'
import { openSearchDescription } from './opensearch.ts'
import {
  jsonFile,
  type PapersHead,
  paperJson,
  papersSchema,
  recordLine,
  schemaPath,
} from './papers-file.ts'
import type { Pieces } from './pieces.ts'
import type { Reference } from './reference.ts'
import { risFile, risOf } from './ris.ts'
import type { Source } from './source.ts'

/** A file beside the pages, for programs. */
export interface ExportFile {
  /** Its path below the base, without a leading slash: `papers/alr2.bib`. */
  path: string
  /** Its text. */
  write(): Pieces
}

/** Everything that the exports are about. */
export interface ExportedList {
  /** Every entry on the list, in the order of the all-papers page. */
  references: readonly Reference[]
  topics: readonly Topic[]
  /** The tags that an entry carries. */
  tags: readonly (TagFacts & { id: string })[]
}

/** The least entries under a tag for which it has feeds. */
export const leastForTagFeed = 5

/** Writers of single records that write each only once, because it stands in a file for each of its topics and tags. */
function recordsOf(source: Source) {
  return {
    bib: remembered(bibtexOf),
    ris: remembered(risOf),
    csl: remembered(cslOf),
    json: remembered((reference) => recordLine(reference, source)),
  }
}
type Records = ReturnType<typeof recordsOf>

function remembered(write: (reference: Reference) => string): (reference: Reference) => string {
  const texts = new Map<Reference, string>()
  return (reference) => {
    const text = texts.get(reference) ?? write(reference)
    texts.set(reference, text)
    return text
  }
}

/** Every file that the site has beside its pages. Nothing is written before it is asked for. */
export function exportFiles(list: ExportedList, source: Source): ExportFile[] {
  const { references, topics, tags } = list
  const records = recordsOf(source)
  const topicNames = Object.fromEntries(topics.map(({ id, name }) => [id, name]))
  const all = { references, title: source.site.title, path: '/papers/' } as const
  const shelves = topics.map(({ id, name, description }) => ({
    references: references.filter(({ entry }) => entry.topics?.includes(id)),
    title: name,
    description,
    path: topicPath(id),
  }))
  const tagged = tags.map(({ id, name, meaning }) => ({
    references: references.filter(({ entry }) => entry.tags?.includes(id)),
    title: name,
    description: meaning,
    path: tagPath(id),
  }))
  const description = source.site.description
  return [
    ...references.flatMap((reference) => paperFiles(reference, records, topicNames, source)),
    ...[{ ...all, description }, ...shelves, ...tagged].flatMap((some) =>
      listFiles(some, records, source),
    ),
    { path: 'papers.csv', write: () => [csvFile(references)] },
    ...[
      { ...all, description, path: '/' } as const,
      ...shelves.map((shelf) => ({ ...shelf, title: `${source.site.title}: ${shelf.title}` })),
      ...tagged
        .filter((tag) => tag.references.length >= leastForTagFeed)
        .map((tag) => ({ ...tag, title: `${source.site.title}: ${tag.title}` })),
    ].flatMap((some) => feedFiles(some, topicNames, source)),
    {
      path: 'new.md',
      write: () =>
        listMarkdown(latestAdded(references), { title: 'What’s new', path: '/new/' }, source),
    },
    { path: 'topics.md', write: () => [indexMarkdown('Topics', shelves, source)] },
    { path: 'tags.md', write: () => [indexMarkdown('Tags', tagged, source)] },
    { path: 'llms.txt', write: () => [llmsText(references, topics, source)] },
    { path: 'opensearch.xml', write: () => [openSearchDescription(source)] },
    {
      path: schemaPath.slice(1),
      write: () => [`${JSON.stringify(papersSchema(source), null, 2)}\n`],
    },
  ]
}

/** A page's address as the start of its files' paths: `/papers/x/` to `papers/x`. */
const stem = (path: string) => path.slice(1, -1)

// Under the ids that an entry had before, too: a file cannot redirect.
function paperFiles(
  reference: Reference,
  records: Records,
  topicNames: TopicNames,
  source: Source,
): ExportFile[] {
  const { id, formerIds = [] } = reference.entry
  return [id, ...formerIds].map(paperPath).flatMap((path) => [
    { path: `${stem(path)}.bib`, write: () => [records.bib(reference)] },
    { path: `${stem(path)}.ris`, write: () => [records.ris(reference)] },
    { path: `${stem(path)}.csl.json`, write: () => cslFile([reference], records.csl) },
    { path: `${stem(path)}.json`, write: () => [paperJson(reference, source)] },
    { path: `${stem(path)}.md`, write: () => [paperMarkdown(reference, topicNames, source)] },
  ])
}

function listFiles(
  { references, ...head }: PapersHead & { references: readonly Reference[] },
  records: Records,
  source: Source,
): ExportFile[] {
  const path = stem(head.path)
  return [
    { path: `${path}.bib`, write: () => bibtexFile(references, records.bib) },
    { path: `${path}.ris`, write: () => risFile(references, records.ris) },
    { path: `${path}.csl.json`, write: () => cslFile(references, records.csl) },
    { path: `${path}.json`, write: () => jsonFile(references, head, source, records.json) },
    { path: `${path}.md`, write: () => [listMarkdown(references, head, source)] },
  ]
}

function feedFiles(
  {
    references,
    ...head
  }: { references: readonly Reference[]; title: string; description: string; path: `/${string}` },
  topicNames: TopicNames,
  source: Source,
): ExportFile[] {
  const feed = () => feedOf(references, head, topicNames, source)
  const folder = head.path.slice(1)
  return [
    { path: `${folder}feed.xml`, write: () => [atomOf(feed())] },
    { path: `${folder}feed.json`, write: () => [jsonFeedOf(feed())] },
  ]
}
