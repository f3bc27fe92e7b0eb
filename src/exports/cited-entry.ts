import type { Entry } from '../content/entry.ts'
import { arxivIdOf } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { titleText } from '../text/title.ts'
import { publicationOf, typesOfKind } from './publication.ts'

/** The display names of the topics, tags and venues to which entries refer by id. */
export interface DisplayNames extends Pick<Vocabulary, 'tags' | 'venues'> {
  topics?: readonly Pick<Topic, 'id' | 'name'>[]
}

/** Derives everything that citations of an entry need, other than the key. */
export function citedEntry(
  entry: Entry,
  { tags, venues, topics = [] }: DisplayNames,
  added: string,
  changed = '',
) {
  const { paper, venue } = entry
  const titleTex = entry.publishedTitle ?? entry.title
  const publication = venue ? publicationOf(venue, venues) : undefined
  return {
    entry,
    /** The title that citations use, with mathematics as TeX. */
    titleTex,
    /** The same title as plain text. */
    title: titleText(titleTex),
    /** The authors that citations use, each name as it is printed. */
    authors: entry.publishedAuthors?.map(authorName) ?? entry.authors ?? [],
    /** The publication; undefined for a preprint. */
    publication,
    /** The type of the publication in each format. */
    types: typesOfKind[publication?.kind ?? 'preprint'],
    /** When it joined the list, as a timestamp for feeds: `2025-03-13T00:04:00Z`. */
    added,
    /** When its entry last changed, as a timestamp for feeds; not before `added`. */
    updated: changed > entry.added ? `${changed}T00:00:00Z` : added,
    /** The display names of its topics and of its tags. */
    topicNames: (entry.topics ?? []).map((id) => topics.find((one) => one.id === id)?.name ?? id),
    tagNames: (entry.tags ?? []).map((tag) => tags[tag]?.name ?? tag),
    /** Its arXiv id, if it is on arXiv. */
    arxiv: paper && arxivIdOf(paper),
    /** The address of its PDF, if it follows from the paper's address. */
    pdf: paper && pdfAddress(paper),
  }
}

/** An entry with everything that its citations need, other than the key. */
export type CitedEntry = ReturnType<typeof citedEntry>

/** The address of a paper's PDF on arXiv, the ACL Anthology or OpenReview, from the address of its page. */
function pdfAddress(paper: string): string | undefined {
  const arxiv = arxivIdOf(paper)
  if (arxiv) return `https://arxiv.org/pdf/${arxiv}`
  if (paper.startsWith('https://aclanthology.org/')) return `${paper.replace(/\/$/, '')}.pdf`
  if (paper.startsWith('https://openreview.net/forum?id=')) return paper.replace('/forum?', '/pdf?')
  return undefined
}
