import type { Entry } from '../content/entry.ts'
import { arxivIdOf } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import type { Site } from '../model/site.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { titleText } from '../text/title.ts'
import { citationKeys } from './citation-key.ts'
import { type CslItem, itemOf } from './csl.ts'
import { type Publication, publicationOf, typesOfKind } from './publication.ts'

/** An entry with all that citing it needs, derived once. */
export interface Reference {
  entry: Entry
  /** Its title as it is cited, with its mathematics as TeX. */
  titleTex: string
  /** The same in plain characters. */
  title: string
  /** Its authors as they are cited, each name as it is printed. */
  authors: string[]
  /** Where it was published; absent for a preprint. */
  publication: Publication | undefined
  /** What each format calls a paper that is published there. */
  types: (typeof typesOfKind)[keyof typeof typesOfKind]
  item: CslItem
  /** When it joined the list, as feeds say it: `2025-03-13T00:04:00Z`. */
  added: string
  /** When its entry last changed, as feeds say it: no earlier than `added`. */
  updated: string
  /** Its tags as readers see them. */
  tagNames: string[]
  /** Its arXiv identifier, where its paper is on arXiv. */
  arxiv: string | undefined
  /** The address of its PDF, where the paper's address tells it. */
  pdf: string | undefined
}

/**
 * The fields of a format that have a value, in their order. A list of values stands for a field of each.
 */
export function fieldsOf(
  fields: Readonly<Record<string, string | readonly string[] | undefined>>,
): [name: string, value: string][] {
  return Object.entries(fields).flatMap(([name, values = []]) =>
    [values].flat().flatMap((value): [string, string][] => (value ? [[name, value]] : [])),
  )
}

/** What an export says of the site that it comes from. */
export interface Source {
  site: Site
  /** The absolute address of a page or file, from its path below the base. */
  absolute(path: `/${string}`): string
}

/** The names by which topics are shown, by id. */
export type TopicNames = Readonly<Record<string, string>>

/** The names and addresses of an entry's links, in the order in which readers want them. */
export function namedLinks({
  links = {},
}: Pick<Entry, 'links'>): [name: string, address: string][] {
  const { code, data, model, project } = links
  return fieldsOf({ Code: code, Data: data, Model: model, Project: project })
}

/**
 * A reference for each entry, in the order given. Keys are unique among all of them, so give the whole list. `days` says
 * when the entries' files last changed, where that is known.
 */
export function referencesOf(
  entries: readonly Entry[],
  { tags, venues }: Pick<Vocabulary, 'tags' | 'venues'>,
  days: ReadonlyMap<string, string> = new Map(),
): Reference[] {
  const keys = citationKeys(entries)
  const times = addedTimes(entries)
  return entries.map((entry) => {
    const { paper, venue } = entry
    const publication = venue ? publicationOf(venue, venues) : undefined
    const titleTex = entry.publishedTitle ?? entry.title
    const added = times.get(entry.id) ?? entry.added
    const changed = days.get(entry.path) ?? ''
    const reference = {
      entry,
      titleTex,
      title: titleText(titleTex),
      authors: entry.publishedAuthors?.map(authorName) ?? entry.authors ?? [],
      publication,
      types: typesOfKind[publication?.kind ?? 'preprint'],
      added,
      updated: changed > entry.added ? `${changed}T00:00:00Z` : added,
      tagNames: (entry.tags ?? []).map((tag) => tags[tag]?.name ?? tag),
      arxiv: paper && arxivIdOf(paper),
      pdf: paper && pdfAddress(paper),
    }
    return { ...reference, item: itemOf(keys.get(entry.id) ?? entry.id, reference) }
  })
}

/**
 * The time at which each entry joined the list, by its id. Entries of one day are a minute apart, the last one in the list
 * first, because feed readers sort by time and would shuffle what has the same.
 */
function addedTimes(entries: readonly Entry[]): Map<string, string> {
  const minutes = new Map<string, number>()
  return new Map(
    entries.toReversed().map(({ id, added }) => {
      const minute = minutes.get(added) ?? 0
      // A day has 1,440 minutes; what is more shares the last one.
      minutes.set(added, Math.min(minute + 1, 1439))
      return [id, new Date(Date.parse(added) + minute * 60_000).toISOString().replace('.000', '')]
    }),
  )
}

/** The address of a paper's PDF, where its page's address tells it: arXiv, the ACL Anthology and OpenReview. */
function pdfAddress(paper: string): string | undefined {
  const arxiv = arxivIdOf(paper)
  if (arxiv) return `https://arxiv.org/pdf/${arxiv}`
  if (paper.startsWith('https://aclanthology.org/')) return `${paper.replace(/\/$/, '')}.pdf`
  if (paper.startsWith('https://openreview.net/forum?id=')) return paper.replace('/forum?', '/pdf?')
  return undefined
}
