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
import type { Reference, SiteContext } from './reference.ts'
import { risFile } from './ris.ts'
import { llmsText, openSearchDescription } from './site-files.ts'

/** A file for other programs. */
export interface ExportFile {
  /** Its path below the base, without a leading slash: `papers/alr2.bib`. */
  path: string
  /** Returns its text. */
  write(): string
}

/** The content that is exported. */
export interface ExportedList {
  /** The references of all entries, in the order of the page of all papers. */
  references: readonly Reference[]
  topics: readonly Topic[]
  /** The reading paths. */
  paths: readonly ReadingPath[]
  /** All tags; those without entries have no files. */
  tags: Vocabulary['tags']
}

/** The fewest entries with which a tag has feeds. */
export const leastForTagFeed = 5

/** The fewest entries with which a tag has files; the papers of a smaller tag are saved from its page. */
export const leastForTagFiles = 20

/** The writers of the citation formats, by file extension. */
const citationFormats = { bib: bibtexFile, ris: risFile, 'csl.json': cslFile }

/** Lists all files of the site that are not pages. A file's text is made only when its `write` is called. */
export function exportFiles(
  { references, topics, paths, tags }: ExportedList,
  context: SiteContext,
): ExportFile[] {
  const { title, description } = context.site

  const file = (path: string, write: () => string): ExportFile => ({ path, write })
  // A page's files have its path with an extension: those of `/papers/x/` are `papers/x.bib` and so on.
  const filesBeside = (
    page: string,
    listed: readonly Reference[],
    others: { json(): string; md(): string },
  ) =>
    [
      ...Object.entries(citationFormats).map(
        ([ending, write]) => [ending, () => write(listed)] as const,
      ),
      ...Object.entries(others),
    ].map(([ending, write]) => file(`${page.slice(1, -1)}.${ending}`, write))
  const paperFiles = (reference: Reference, id: string) =>
    filesBeside(paperPath(id), [reference], {
      json: () => paperJson(reference, context),
      md: () => paperMarkdown(reference, context),
    })
  const listFiles = (list: PaperList) =>
    filesBeside(list.path, list.references, {
      json: () => jsonFile(list, context),
      md: () => {
        const introduction = linkPapers(list.introduction ?? '', references, context)
        return listMarkdown({ ...list, introduction }, context)
      },
    })
  const feedFiles = (list: PaperList) => {
    const feed = () => feedOf(list, context)
    return [
      file(`${list.path.slice(1)}feed.xml`, () => atomOf(feed())),
      file(`${list.path.slice(1)}feed.json`, () => jsonFeedOf(feed())),
    ]
  }

  const all: PaperList = { references, title, description, path: '/papers/' }
  const topicLists = topics.map(
    ({ id, name, description, introduction }): PaperList => ({
      references: references.filter(({ entry }) => entry.topics?.includes(id)),
      title: name,
      description,
      path: topicPath(id),
      introduction,
    }),
  )
  const tagLists = Object.entries(tags)
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
  const pathLists = paths.map(
    (path): PaperList => ({
      references: path.steps.flatMap(({ paper }) => byId.get(paper) ?? []),
      title: path.name,
      description: path.for,
      path: pathPath(path.id),
      introduction: path.introduction,
      notes: new Map(path.steps.map(({ paper, why }) => [paper, why])),
    }),
  )
  const withFeeds = [
    ...topicLists,
    ...pathLists,
    ...tagLists.filter((tag) => tag.references.length >= leastForTagFeed),
  ]
  const newsMarkdown = () =>
    listMarkdown(
      { references: latestAdded(references), title: 'What’s new', path: '/new/' },
      context,
    )
  return [
    // Also under the former ids of an entry, because a file cannot redirect.
    ...references.flatMap((reference) =>
      [reference.entry.id, ...(reference.entry.formerIds ?? [])].flatMap((id) =>
        paperFiles(reference, id),
      ),
    ),
    ...[all, ...topicLists, ...pathLists, ...tagLists.filter(hasFiles)].flatMap(listFiles),
    file('papers.csv', () => csvFile(references)),
    ...feedFiles({ ...all, path: '/' }),
    ...withFeeds.flatMap((list) => feedFiles({ ...list, title: `${title}: ${list.title}` })),
    file('new.md', newsMarkdown),
    file('topics.md', () => indexMarkdown('Topics', topicLists, context)),
    ...(pathLists.length > 0
      ? [file('paths.md', () => indexMarkdown('Reading paths', pathLists, context))]
      : []),
    file('tags.md', () => indexMarkdown('Tags', tagLists, context, hasFiles)),
    file('llms.txt', () => llmsText(references.length, topicLists, context)),
    file('opensearch.xml', () => openSearchDescription(context)),
    file(schemaPath.slice(1), () => `${JSON.stringify(papersSchema(context), null, 2)}\n`),
  ]
}
