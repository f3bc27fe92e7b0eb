import { type EntryFacts, linkKind } from '../model/entry.ts'
import {
  arxivIdOf,
  canonicalPaperAddress,
  doiOf,
  idFromTitle,
  isReservedName,
} from '../model/identifier.ts'
import { type Author, authorName } from '../model/person.ts'
import { guard } from '../rules/engine/guard.ts'
import { addressFault } from '../rules/safe-address.ts'
import { parseEntryFile } from '../text/entry-file.ts'
import { type EntryContent, writeEntryFile } from '../text/entry-writer.ts'
import { shown } from '../text/messages.ts'
import { plainText } from '../text/plain.ts'
import { texNames, texTitle, texTree } from '../text/tex.ts'
import { titleText } from '../text/title.ts'
import { linksOf } from './links.ts'
import {
  type BibliographyItem,
  factsOf,
  type LeftOut,
  longestSaid,
  type PaperRecord,
  type ReadRecord,
} from './reading.ts'

/** A record and what is known of its paper, as an entry. Facts without a source are absent. */
export function entryFrom(
  { title, abstract, paper }: PaperRecord & { paper?: string },
  item: BibliographyItem | undefined,
  added: string,
): EntryContent {
  const tree = texTree(abstract, (address) => addressFault(address) === undefined)
  const arxiv = item?.arxiv && arxivIdOf(item.arxiv)
  const doi = item?.doi && doiOf(item.doi)
  const facts: Partial<EntryFacts> = {
    title: texTitle(title),
    authors: some(item?.authors?.map(plainAuthor)),
    published: item?.published,
    paper: arxiv ? canonicalPaperAddress(arxiv) : doi ? canonicalPaperAddress(doi) : paper,
    venue: item?.venue && venueOf(item.venue),
    doi: doi && !/^10\.48550\//.test(doi) ? doi : undefined,
    alsoTitled: some(item?.alsoTitled?.map(texTitle).filter((other) => other !== texTitle(title))),
    links: linksOf(tree, item),
    added,
  }
  return { facts, abstract: tree }
}

/** A name in plain characters; a fault of TeX in it stays visible. */
function plainAuthor(author: Author): Author {
  if (typeof author === 'string') return texNames(author)
  return { family: texNames(author.family), given: texNames(author.given) }
}

/**
 * A record without what the guard would refuse in its entry, so that a fault in one field costs no more than that field.
 * What is taken out is told. A record whose title is refused is gone as a whole.
 */
export function soundRecord(record: ReadRecord): { record?: ReadRecord; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = []
  const { line, title } = record
  const what = shown(texTitle(title), 200)
  for (let sound = record; ; ) {
    const content = entryFrom(sound, sound.item, '2000-01-01')
    const [refusal] = refusalsIn('entry.mdx', writeEntryFile(content), content)
    if (!refusal) return { record: sound, leftOut }
    const { fact, why } = refusal
    const less = withoutFact(sound, fact)
    if (!less) {
      const rest = [...factsOf(sound), ...sound.abstract].join('. ')
      const all = rest ? `${why} It has ${shown(rest, longestSaid)}` : why
      return { leftOut: [...leftOut, { line, what, why: all }] }
    }
    leftOut.push({ line, what: `${fact} of ${what}`, why: `${shown(less.taken)} ${why}` })
    sound = less.record
  }
}

/** A record without what one fact of its entry is made of, and that; undefined where there is nothing to take. */
function withoutFact({ item, paper, abstract, ...rest }: ReadRecord, fact: string) {
  const sources: Record<string, string[]> = {
    links: linkKind.options,
    paper: ['arxiv', 'doi', 'paper'],
  }
  const names = sources[fact] ?? [fact]
  const isTaken = ([name, value]: [string, unknown]) => names.includes(name) && Boolean(value)
  const all = Object.entries({ ...item, paper, abstract: abstract.join(' ') })
  const taken = all.filter(isTaken).map(([, value]) => value)
  if (fact === 'title' || taken.length === 0) return undefined
  const record: ReadRecord = {
    ...rest,
    item: { ...item, ...Object.fromEntries(names.map((name) => [name, undefined])) },
    abstract: fact === 'abstract' ? [] : abstract,
    ...(paper && fact !== 'paper' && { paper }),
  }
  const words = taken.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  return { taken: words.join(', '), record }
}

/** The name of the fact on a line of an entry's file; `abstract` below the facts. */
export function factAt(source: string, line: number): string {
  const before = source.split('\n').slice(0, line)
  if (before.slice(1).some((text) => /^---\s*$/.test(text))) return 'abstract'
  return before.findLast((text) => /^\w+:/.test(text))?.replace(/:.*$/s, '') ?? ''
}

/**
 * What keeps a new entry from being written, as messages: what the guard refuses, and words of the abstract that would not
 * come back when the entry is read.
 */
export function refusalsOf(path: string, text: string, content: EntryContent): string[] {
  return refusalsIn(path, text, content).map(({ why }) => why)
}

/** The same, each with the fact that has the fault. */
function refusalsIn(path: string, text: string, { facts, abstract }: EntryContent) {
  const file = parseEntryFile(path, text)
  const entry = `the entry of ${shown(facts.title ?? '')}`
  const refused = guard(file).map(({ message, rule, line }) => ({
    fact: factAt(text, line),
    why: `${message} (${rule}, in ${entry})`,
  }))
  if (refused.length > 0 || plainText(file.abstract) === plainText(abstract)) return refused
  const why = `Unexpected loss of words in ${entry}, expected every word of the abstract. Write the abstract without the markup that stands there.`
  return [{ fact: 'abstract', why }]
}

/** Says which commands of TeX stay in entries as they are written, because the decoder does not know them. */
export function sayUnknownTex(entries: readonly EntryContent[]): string[] {
  const commands = Map.groupBy(entries.flatMap(commandsIn), (command) => command)
  const found = [...commands].map(([command, all]) => `\`${command}\` (${all.length})`)
  return found.length > 0 ? [`Unknown TeX, kept as it is: ${found.join(', ')}.`] : []
}

function commandsIn({ facts, abstract }: EntryContent): string[] {
  const { title = '', authors = [] } = facts
  // Between dollar signs a title has mathematics, which pages show.
  const texts = [title.replace(/\$[^$]*\$/g, ''), ...authors.map(authorName), plainText(abstract)]
  return texts.flatMap((text) => text.match(/\\[a-z]+|&[a-z]+;/gi) ?? [])
}

function venueOf({ name, year }: NonNullable<BibliographyItem['venue']>): string {
  return year === undefined || /\b(?:19|20)\d\d\b/.test(name) ? name : `${name} ${year}`
}

function some<T>(list: readonly T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? [...list] : undefined
}

/** Makes the id of a new entry from its title. It differs from every id that is taken. */
export function newId(title: string, taken: ReadonlySet<string>): string {
  const wanted = idFromTitle(titleText(title)) || `paper-${numberOf(title)}`
  // `index` is the name of a folder's own page.
  const base = isReservedName(wanted) || wanted === 'index' ? `${wanted}-paper` : wanted
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  return id
}

/** A short number for a title without Latin or Greek letters, always the same for the same one (FNV-1a). */
function numberOf(title: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(title)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
