import type { EntryFacts } from '../model/entry.ts'
import { arxivIdOf, canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import { addressFault } from '../rules/safe-address.ts'
import type { EntryContent } from '../text/entry-writer.ts'
import { texTitle, texTree } from '../text/tex.ts'
import type { BibliographyItem } from './bibliography-item.ts'
import { linksOf } from './links.ts'
import type { PaperRecord } from './reading.ts'

/** A record and what the bibliography knows of it, as an entry. Facts without a source are absent. */
export function entryOf(
  { title, abstract }: PaperRecord,
  item: BibliographyItem | undefined,
  added: string,
): EntryContent {
  const tree = texTree(abstract, (address) => addressFault(address) === undefined)
  const arxiv = item?.arxiv && arxivIdOf(item.arxiv)
  const doi = item?.doi && doiOf(item.doi)
  const facts: Partial<EntryFacts> = {
    title: texTitle(title),
    authors: some(item?.authors),
    published: item?.published,
    paper: arxiv ? canonicalPaperAddress(arxiv) : doi && canonicalPaperAddress(doi),
    venue: item?.venue && venueOf(item.venue),
    doi: doi && !/^10\.48550\//.test(doi) ? doi : undefined,
    alsoTitled: some(item?.alsoTitled?.map(texTitle).filter((other) => other !== texTitle(title))),
    links: linksOf(tree, item),
    added,
  }
  return { facts, abstract: tree }
}

function venueOf({ name, year }: NonNullable<BibliographyItem['venue']>): string {
  return year === undefined || /\b(?:19|20)\d\d\b/.test(name) ? name : `${name} ${year}`
}

function some<T>(list: readonly T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? [...list] : undefined
}
