import type { Entry } from '../content/entry.ts'
import { arxivIdOf } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { titleText } from '../text/title.ts'
import { publicationOf, typesOfKind } from './publication.ts'

/** The names by which readers know what an entry names by ids. */
export interface Names extends Pick<Vocabulary, 'tags' | 'venues'> {
  topics?: readonly Pick<Topic, 'id' | 'name'>[]
}

/** What citing an entry needs, derived once. */
export function citedEntry(
  entry: Entry,
  { tags, venues, topics = [] }: Names,
  added: string,
  changed = '',
) {
  const { paper, venue } = entry
  const titleTex = entry.publishedTitle ?? entry.title
  const publication = venue ? publicationOf(venue, venues) : undefined
  return {
    entry,
    /** Its title as it is cited, with its mathematics as TeX. */
    titleTex,
    /** The same in plain characters. */
    title: titleText(titleTex),
    /** Its authors as they are cited, each name as it is printed. */
    authors: entry.publishedAuthors?.map(authorName) ?? entry.authors ?? [],
    /** Where it was published; undefined for a preprint. */
    publication,
    /** What each format calls a paper that is published there. */
    types: typesOfKind[publication?.kind ?? 'preprint'],
    /** When it joined the list, as feeds say it: `2025-03-13T00:04:00Z`. */
    added,
    /** When its entry last changed, as feeds say it: no earlier than `added`. */
    updated: changed > entry.added ? `${changed}T00:00:00Z` : added,
    /** Its topics and tags as readers see them. */
    topicNames: (entry.topics ?? []).map((id) => topics.find((one) => one.id === id)?.name ?? id),
    tagNames: (entry.tags ?? []).map((tag) => tags[tag]?.name ?? tag),
    /** Its arXiv identifier, where its paper is on arXiv. */
    arxiv: paper && arxivIdOf(paper),
    /** The address of its PDF, where the paper's address tells it. */
    pdf: paper && pdfAddress(paper),
  }
}

/** An entry with all that its citation in CSL-JSON is written from. */
export type CitedEntry = ReturnType<typeof citedEntry>

/** The address of a paper's PDF, where its page's address tells it: arXiv, the ACL Anthology and OpenReview. */
function pdfAddress(paper: string): string | undefined {
  const arxiv = arxivIdOf(paper)
  if (arxiv) return `https://arxiv.org/pdf/${arxiv}`
  if (paper.startsWith('https://aclanthology.org/')) return `${paper.replace(/\/$/, '')}.pdf`
  if (paper.startsWith('https://openreview.net/forum?id=')) return paper.replace('/forum?', '/pdf?')
  return undefined
}
