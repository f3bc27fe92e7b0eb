import type { EntryFacts } from '../model/entry.ts'
import { arxivIdOf, canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import { authorName } from '../model/person.ts'
import { guard } from '../rules/engine/guard.ts'
import { shown } from '../rules/engine/words.ts'
import { addressFault } from '../rules/safe-address.ts'
import { parseEntryFile } from '../text/entry-file.ts'
import type { EntryContent } from '../text/entry-writer.ts'
import { plainText } from '../text/plain.ts'
import { texNames, texTitle, texTree } from '../text/tex.ts'
import type { BibliographyItem } from './bibliography.ts'
import { linksOf } from './links.ts'
import { countOne, type PaperRecord } from './reading.ts'

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
    authors: some(item?.authors?.map(texNames)),
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

/**
 * What keeps a new entry from being written, as messages: what the guard refuses, and words of the abstract that would not
 * come back when the entry is read.
 */
export function refusalsOf(
  path: string,
  text: string,
  { facts, abstract }: EntryContent,
): string[] {
  const file = parseEntryFile(path, text)
  const title = shown(facts.title ?? '')
  const refused = guard(file).map(
    ({ message, rule }) => `${message} (${rule}, in the entry of ${title})`,
  )
  if (refused.length > 0 || plainText(file.abstract) === plainText(abstract)) return refused
  return [
    `Unexpected loss of words in the entry of ${title}, expected every word of the abstract. Write the abstract without the markup that stands there.`,
  ]
}

/** Says which commands of TeX stay in entries as they are written, because the decoder does not know them. */
export function sayUnknownTex(entries: readonly EntryContent[]): string[] {
  const counts = new Map<string, number>()
  for (const command of entries.flatMap(commandsIn)) countOne(counts, command)
  const found = [...counts].map(([command, many]) => `\`${command}\` (${many})`)
  return found.length > 0 ? [`Unknown TeX, kept as it is: ${found.join(', ')}.`] : []
}

function commandsIn({ facts, abstract }: EntryContent): string[] {
  const { title = '', authors = [] } = facts
  // Between dollar signs a title has mathematics, which pages show.
  const texts = [title.replace(/\$[^$]*\$/g, ''), ...authors.map(authorName), plainText(abstract)]
  return texts.flatMap((text) => text.match(/\\[a-z]+/gi) ?? [])
}

function venueOf({ name, year }: NonNullable<BibliographyItem['venue']>): string {
  return year === undefined || /\b(?:19|20)\d\d\b/.test(name) ? name : `${name} ${year}`
}

function some<T>(list: readonly T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? [...list] : undefined
}
