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
import { factTexts, longestShown, type Paper, type Skipped } from './paper.ts'

/** Turns a paper into an entry. Unknown facts are absent. */
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
    // arXiv's own DOIs are left out.
    doi: doi && !/^10\.48550\//.test(doi) ? doi : undefined,
    alsoTitled: some(alsoTitled?.map(texTitle).filter((other) => other !== texTitle(title))),
    links: linksOf(tree, paper),
    added,
  }
  return { facts, abstract: tree }
}

/** An author without TeX. Invalid TeX stays as it is. */
function plainAuthor(author: Author): Author {
  if (typeof author === 'string') return texNames(author)
  return { family: texNames(author.family), given: texNames(author.given) }
}

function some<T>(list: readonly T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? [...list] : undefined
}

type PaperFact = Exclude<keyof Paper, 'line'>

/** The facts of a paper from which a fact of its entry is made, if they have other names. */
const sourceFacts: Readonly<Record<string, readonly PaperFact[]>> = {
  links: linkKind.options,
  paper: ['arxiv', 'doi', 'paper'],
}

/** Removes the facts of a paper that its entry must not have, and reports them. Undefined if the title is invalid. */
export function withoutInvalidFields(paper: Paper, skipped: Skipped[]): Paper | undefined {
  const { line, title } = paper
  const name = shown(texTitle(title), 200)
  for (let valid = paper; ; ) {
    const error = entryError('entry.mdx', entryFrom(valid, '2000-01-01'))
    if (!error) return valid
    const { fact, why } = error
    const sources = sourceFacts[fact] ?? [fact as PaperFact]
    const values = sources.flatMap((source) => valid[source] ?? []).map(authorName)
    if (fact === 'title' || values.length === 0) {
      const rest = [...factTexts(valid), ...valid.abstract].join('. ')
      const has = rest ? ` It has ${shown(rest, longestShown)}` : ''
      skipped.push({ line, what: name, why: why + has })
      return undefined
    }
    skipped.push({ line, what: `${fact} of ${name}`, why: `${shown(values.join(', '))} ${why}` })
    const removed = sources.map((source) => [source, source === 'abstract' ? [] : undefined])
    valid = { ...valid, ...Object.fromEntries(removed) }
  }
}

/** The name of the fact on a line of an entry's file; `abstract` below the front matter. */
export function factAt(source: string, line: number): string {
  const before = source.split('\n').slice(0, line)
  if (before.slice(1).some((text) => /^---\s*$/.test(text))) return 'abstract'
  return before.findLast((text) => /^\w+:/.test(text))?.replace(/:.*$/s, '') ?? ''
}

/**
 * Why a new entry must not be written, with the fact that causes it: the first finding of the guard, or an abstract that
 * would lose words when the entry is read. Undefined if the entry is valid.
 */
export function entryError(
  path: string,
  content: EntryContent,
): { fact: string; why: string } | undefined {
  const { facts, abstract } = content
  const text = writeEntryFile(content)
  const file = parseEntryFile(path, text)
  const entry = `the entry of ${shown(facts.title ?? '')}`
  const [finding] = guard(file)
  if (finding) {
    const why = `${finding.message} (${finding.rule}, in ${entry})`
    return { fact: factAt(text, finding.line), why }
  }
  if (plainText(file.abstract) === plainText(abstract)) return undefined
  const why = `Unexpected loss of words in ${entry}, expected every word of the abstract. Write the abstract without its markup.`
  return { fact: 'abstract', why }
}

/** One line that lists the unknown TeX commands in new entries, where they stay as they are; empty if there are none. */
export function unknownTexLines(entries: readonly EntryContent[]): string[] {
  const commands = Map.groupBy(entries.flatMap(commandsIn), (command) => command)
  const found = [...commands].map(([command, all]) => `\`${command}\` (${all.length})`)
  return found.length > 0 ? [`Unknown TeX, kept as it is: ${found.join(', ')}.`] : []
}

function commandsIn({ facts, abstract }: EntryContent): string[] {
  const { title = '', authors = [] } = facts
  // Mathematics in a title is shown as such.
  const texts = [title.replace(/\$[^$]*\$/g, ''), ...authors.map(authorName), plainText(abstract)]
  return texts.flatMap((text) => text.match(/\\[a-z]+|&[a-z]+;/gi) ?? [])
}

/** Makes the id of a new entry from its title. It differs from all taken ids. */
export function newId(title: string, taken: ReadonlySet<string>): string {
  const wanted = idFromTitle(titleText(title)) || `paper-${hashOf(title)}`
  // A page called `index` would replace that of its folder.
  const base = isReservedName(wanted) || wanted === 'index' ? `${wanted}-paper` : wanted
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  return id
}

/** A short hash (FNV-1a) for a title without Latin or Greek letters. */
function hashOf(title: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(title)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
