import type { Entry } from '../content/entry.ts'
import { arxivIdOf } from '../model/identifier.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { titleText } from '../text/title.ts'
import { citationKeys } from './citation-key.ts'
import type { CslDate, CslItem } from './csl-item.ts'
import { parsePerson } from './person.ts'
import { type Publication, publicationOf } from './publication.ts'

/** An entry with all that citing it needs, derived once. */
export interface Reference {
  entry: Entry
  /** Where it was published; absent for a preprint. */
  publication?: Publication
  item: CslItem
  /** Its tags as readers see them. */
  tagNames: string[]
  /** Its arXiv identifier, where its paper is on arXiv. */
  arxiv?: string
}

const types = {
  conference: 'paper-conference',
  workshop: 'paper-conference',
  journal: 'article-journal',
  other: 'document',
} as const satisfies Record<Publication['kind'], CslItem['type']>

/** A reference for each entry, in the order given. Keys are unique among all of them, so give the whole list. */
export function referencesOf(
  entries: readonly Entry[],
  { tags, venues }: Pick<Vocabulary, 'tags' | 'venues'>,
): Reference[] {
  const keys = citationKeys(entries)
  return entries.map((entry) => {
    const key = keys.get(entry.id) ?? entry.id
    const publication = entry.venue ? publicationOf(entry.venue, venues) : undefined
    const arxiv = entry.paper ? arxivIdOf(entry.paper) : undefined
    const tagNames = (entry.tags ?? []).map((tag) => tags[tag]?.name ?? tag)
    return {
      entry,
      ...(publication && { publication }),
      item: itemOf(entry, key, publication, arxiv, tagNames),
      tagNames,
      ...(arxiv && { arxiv }),
    }
  })
}

function itemOf(
  entry: Entry,
  key: string,
  publication: Publication | undefined,
  arxiv: string | undefined,
  tagNames: readonly string[],
): CslItem {
  const { authors, published, paper, doi, abstractText } = entry
  const first = published ? dateOf(published) : undefined
  const year = publication?.year
  return {
    id: key,
    type: publication ? types[publication.kind] : 'article',
    'citation-key': key,
    title: titleText(entry.title),
    ...(authors && { author: authors.map(parsePerson) }),
    ...(year ? { issued: { 'date-parts': [[year]] } } : first && { issued: first }),
    ...(year && first && { 'available-date': first }),
    ...(publication && { 'container-title': publication.title }),
    ...(!publication && { genre: 'Preprint' }),
    ...(!publication && arxiv && { publisher: 'arXiv', number: `arXiv:${arxiv}` }),
    ...(doi && { DOI: doi }),
    ...(paper && { URL: paper }),
    ...(abstractText && { abstract: abstractText }),
    ...(tagNames.length > 0 && { keyword: tagNames.join(', ') }),
  }
}

function dateOf(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] }
}
