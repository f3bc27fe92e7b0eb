import { paperPath, pathPath, tagPath, topicPath } from '../model/page-path.ts'
import type { ReadingPath } from '../model/path.ts'
import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { bibtexFile } from './bibtex.ts'
import { cslFile } from './csl.ts'
import { csvFile } from './csv.ts'
import { atomOf, feedOf, jsonFeedOf, latestAdded } from './feed.ts'
import { indexMarkdown, linkPapers, listMarkdown, paperMarkdown } from './markdown.ts'
import { jsonFile, type PaperList, paperJson, papersSchema, schemaPath } from './papers-file.ts'
import type { Reference, Source } from './reference.ts'
import { risFile } from './ris.ts'
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
  /** The vocabulary of tags; those that no entry carries have no files. */
  tags: Vocabulary['tags']
}

/** A tag has feeds from this many entries on. */
export const leastForTagFeed = 5

/** A tag has files of its own from this many entries on; a shorter list is saved from its page. */
export const leastForTagFiles = 20

/** The formats for citing, by the endings of their files. */
const citations = { bib: bibtexFile, ris: risFile, 'csl.json': cslFile }

/** Every file that the site has beside its pages. Nothing is written before it is asked for. */
export function exportFiles(
  { references, topics, paths, tags }: ExportedList,
  source: Source,
): ExportFile[] {
  const { title, description } = source.site

  const file = (path: string, write: () => string): ExportFile => ({ path, write })
  // A page's files have its path without the last slash: `/papers/x/` has `papers/x.bib`.
  const filesBeside = (
    page: string,
    some: readonly Reference[],
    others: { json(): string; md(): string },
  ) =>
    [
      ...Object.entries(citations).map(([ending, write]) => [ending, () => write(some)] as const),
      ...Object.entries(others),
    ].map(([ending, write]) => file(`${page.slice(1, -1)}.${ending}`, write))
  const paperFiles = (reference: Reference, id: string) =>
    filesBeside(paperPath(id), [reference], {
      json: () => paperJson(reference, source),
      md: () => paperMarkdown(reference, source),
    })
  const listFiles = (list: PaperList) =>
    filesBeside(list.path, list.references, {
      json: () => jsonFile(list, source),
      md: () => {
        const introduction = linkPapers(list.introduction ?? '', references, source)
        return listMarkdown({ ...list, introduction }, source)
      },
    })
  const feedFiles = (list: PaperList) => {
    const feed = () => feedOf(list, source)
    return [
      file(`${list.path.slice(1)}feed.xml`, () => atomOf(feed())),
      file(`${list.path.slice(1)}feed.json`, () => jsonFeedOf(feed())),
    ]
  }

  const all: PaperList = { references, title, description, path: '/papers/' }
  const shelves = topics.map(
    ({ id, name, description, introduction }): PaperList => ({
      references: references.filter(({ entry }) => entry.topics?.includes(id)),
      title: name,
      description,
      path: topicPath(id),
      introduction,
    }),
  )
  const tagged = Object.entries(tags)
    .map(
      ([id, { name, meaning }]): PaperList => ({
        references: references.filter(({ entry }) => entry.tags?.includes(id)),
        title: name,
        description: meaning,
        path: tagPath(id),
      }),
    )
    .filter(({ references }) => references.length > 0)
    .sort((a, b) => a.title.localeCompare(b.title, 'en'))
  const hasFiles = (tag: PaperList) => tag.references.length >= leastForTagFiles
  const byId = new Map(references.map((reference) => [reference.entry.id, reference]))
  const reading = paths.map(
    (path): PaperList => ({
      references: path.steps.flatMap(({ paper }) => byId.get(paper) ?? []),
      title: path.name,
      description: path.for,
      path: pathPath(path.id),
      introduction: path.introduction,
      notes: new Map(path.steps.map(({ paper, why }) => [paper, why])),
    }),
  )
  const followed = [
    ...shelves,
    ...reading,
    ...tagged.filter((tag) => tag.references.length >= leastForTagFeed),
  ]
  const news = () =>
    listMarkdown(
      { references: latestAdded(references), title: 'What’s new', path: '/new/' },
      source,
    )
  return [
    // Under the ids that an entry had before, too: a file cannot redirect.
    ...references.flatMap((reference) =>
      [reference.entry.id, ...(reference.entry.formerIds ?? [])].flatMap((id) =>
        paperFiles(reference, id),
      ),
    ),
    ...[all, ...shelves, ...reading, ...tagged.filter(hasFiles)].flatMap(listFiles),
    file('papers.csv', () => csvFile(references)),
    ...feedFiles({ ...all, path: '/' }),
    ...followed.flatMap((shelf) => feedFiles({ ...shelf, title: `${title}: ${shelf.title}` })),
    file('new.md', news),
    file('topics.md', () => indexMarkdown('Topics', shelves, source)),
    ...(reading.length > 0
      ? [file('paths.md', () => indexMarkdown('Reading paths', reading, source))]
      : []),
    file('tags.md', () => indexMarkdown('Tags', tagged, source, hasFiles)),
    file('llms.txt', () => llmsText(references.length, shelves, source)),
    file('opensearch.xml', () => openSearchDescription(source)),
    file(schemaPath.slice(1), () => `${JSON.stringify(papersSchema(source), null, 2)}\n`),
  ]
}
