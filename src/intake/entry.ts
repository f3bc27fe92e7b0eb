import { type EntryFacts, linkKind } from '../model/entry.ts'
import { canonicalPaperAddress, idFromTitle, isReservedName } from '../model/identifier.ts'
import { type Author, authorName } from '../model/person.ts'
import { guard } from '../rules/engine/guard.ts'
import { messageForAddress } from '../rules/safe-address.ts'
import { parseEntryFile } from '../text/entry-file.ts'
import { type EntryContent, writeEntryFile } from '../text/entry-writer.ts'
import { shown } from '../text/messages.ts'
import { plainText } from '../text/plain.ts'
import { texNames, texTitle, texTree } from '../text/tex.ts'
import { titleText } from '../text/title.ts'
import { linksOf } from './links.ts'
import { factsOf, type Left, longestSaid, type Paper } from './paper.ts'

/** A paper as an entry. Facts without a source are absent. */
export function entryFrom(paper: Paper, added: string): EntryContent {
  const { title, abstract, authors, published, venue, arxiv, doi, alsoTitled } = paper
  const tree = texTree(abstract, (address) => messageForAddress(address) === undefined)
  const id = arxiv ?? doi
  const facts: Partial<EntryFacts> = {
    title: texTitle(title),
    authors: some(authors?.map(plainAuthor)),
    published,
    paper: paper.paper ?? (id && canonicalPaperAddress(id)),
    venue,
    doi: doi && !/^10\.48550\//.test(doi) ? doi : undefined,
    alsoTitled: some(alsoTitled?.map(texTitle).filter((other) => other !== texTitle(title))),
    links: linksOf(tree, paper),
    added,
  }
  return { facts, abstract: tree }
}

/** A name in plain characters; a fault of TeX in it stays visible. */
function plainAuthor(author: Author): Author {
  if (typeof author === 'string') return texNames(author)
  return { family: texNames(author.family), given: texNames(author.given) }
}

function some<T>(list: readonly T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? [...list] : undefined
}

/** Which facts of a paper a fact of its entry is made of, where they have other names. */
const madeOf: Readonly<Record<string, readonly (keyof Paper)[]>> = {
  links: linkKind.options,
  paper: ['arxiv', 'doi', 'paper'],
}

/**
 * A paper without what the guard would refuse in its entry, so that a fault in one field costs no more than that field. What
 * is taken out is told. Undefined where the title is refused.
 */
export function soundPaper(paper: Paper, left: Left[]): Paper | undefined {
  const { line, title } = paper
  const what = shown(texTitle(title), 200)
  for (let sound = paper; ; ) {
    const refusal = refusalOf('entry.mdx', entryFrom(sound, '2000-01-01'))
    if (!refusal) return sound
    const { fact, why } = refusal
    const own = madeOf[fact] ?? [fact as keyof Paper]
    const taken = own.flatMap((name) => wordsOf(sound[name]))
    if (fact === 'title' || taken.length === 0) {
      const rest = [...factsOf(sound), ...sound.abstract].join('. ')
      left.push({ line, what, why: rest ? `${why} It has ${shown(rest, longestSaid)}` : why })
      return undefined
    }
    left.push({ line, what: `${fact} of ${what}`, why: `${shown(taken.join(', '))} ${why}` })
    const gone = own.map((name) => [name, name === 'abstract' ? [] : undefined])
    sound = { ...sound, ...Object.fromEntries(gone) }
  }
}

function wordsOf(value: Paper[keyof Paper]): string[] {
  if (Array.isArray(value)) return value.map(authorName)
  return value === undefined ? [] : [String(value)]
}

/** The name of the fact on a line of an entry's file; `abstract` below the facts. */
export function factAt(source: string, line: number): string {
  const before = source.split('\n').slice(0, line)
  if (before.slice(1).some((text) => /^---\s*$/.test(text))) return 'abstract'
  return before.findLast((text) => /^\w+:/.test(text))?.replace(/:.*$/s, '') ?? ''
}

/**
 * What first keeps a new entry from being written, and the fact that has the fault: what the guard refuses, or words of the
 * abstract that would not come back when the entry is read.
 */
export function refusalOf(
  path: string,
  content: EntryContent,
): { fact: string; why: string } | undefined {
  const { facts, abstract } = content
  const text = writeEntryFile(content)
  const file = parseEntryFile(path, text)
  const entry = `the entry of ${shown(facts.title ?? '')}`
  const [refused] = guard(file)
  if (refused) {
    const why = `${refused.message} (${refused.rule}, in ${entry})`
    return { fact: factAt(text, refused.line), why }
  }
  if (plainText(file.abstract) === plainText(abstract)) return undefined
  const why = `Unexpected loss of words in ${entry}, expected every word of the abstract. Write the abstract without the markup that stands there.`
  return { fact: 'abstract', why }
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
