import type { Link, Nodes, PhrasingContent } from 'mdast'
import { arxivFault, arxivIdOf } from '../model/identifier.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { sameTitle } from '../similarity/near-titles.ts'
import { isPaperAddress } from './addresses.ts'
import { type LinkLine, lineText, linksIn, parseLinkLines, splitAt } from './link-lines.ts'
import { parseNameList } from './names.ts'
import { addCommand, type Skipped, type SourceRecord, skippedPart } from './paper.ts'
import { venueName } from './venue-name.ts'

type Venues = Vocabulary['venues']

/** Words that a link carries to a paper when the title stands beside it. */
const label =
  /^[\p{Symbol}\p{Punctuation}\s]*(?:(?:full |original )?(?:paper|pdf|arxiv|abs|abstract|html|link|url|preprint|openreview|proceedings|doc|report|acl|here|read|source)s?(?:\s+(?:link|page|pdf|paper))?|(?:arxiv:?\s*)?\d{4}\.\d{4,5}(?:v\d+)?|[\d./\- ]*)[\p{Symbol}\p{Punctuation}\s]*$/iu
/** Labels of other links, by the names of their fields. */
const labels: Readonly<Record<string, RegExp>> = {
  code: /^\W*(?:official\s+)?(?:code|github|implementation|repo(?:sitory)?)\b|^\W*official\W*$/i,
  dataset: /^\W*(?:data(?:sets?)?|corpus|corpora)\b/i,
  weights: /^\W*(?:models?|weights|checkpoints?)\b/i,
  project: /^\W*(?:project|home ?page|web ?(?:site|page)|page|demo|blog)\b/i,
}

/**
 * The papers of a Markdown list of links, as "awesome" lists are written: one paper an item, a table's row, a heading or a line, with
 * its title as the link's text or beside a link that says "paper"; authors and code where they are listed below it. Every
 * other line is named.
 */
export function* parseLinkList(text: string, venues: Venues): Generator<SourceRecord | Skipped> {
  for (const line of parseLinkLines(text)) yield* partsOf(line, venues)
}

function* partsOf(unit: LinkLine, venues: Venues): Generator<SourceRecord | Skipped> {
  const { line, form, nodes, below } = unit
  for (const [name, source] of besideWords(nodes))
    yield skippedPart(line, source, 'an entry has no such fact', name)
  const links = linksIn(nodes)
  const web = links.filter(({ url }) => !/^(?:#|\.{0,2}\/)/.test(url))
  const own = web.find(isOfPaper)
  const details = detailsOf(unit)
  const paper = own ?? details.flatMap((part) => linksIn(part.nodes)).find(isOfPaper)
  const isPaper = paper && (own || web.length === 0) && (form !== 'line' || startsLikeItem(nodes))
  const title = isPaper && (own ? titleOf(unit, paper) : titleBeside(nodes))
  if (title) {
    const further = links.filter((link) => link !== paper && isOtherPaper(link, title))
    yield itemOf(unit, details, paper, title, further, venues)
    for (const link of further) {
      const values = { title: bare(lineText([link])), link: link.url }
      const fields = Object.entries(values).map(([name, value]) => ({ name, value, line }))
      yield { line, form: 'markup', fields }
    }
    for (const other of othersOf(unit)) yield* partsOf(other, venues)
    return
  }
  const said = lineText(nodes).trim()
  if (web.length > 0) {
    const addresses = links.map(({ url }) => `\`${url}\``).join(', ')
    yield skippedPart(line, said || 'link', `${faultOf(unit, web, own)}: ${addresses}`)
  } else {
    const source = [said, ...links.map(({ url }) => url)].join(' ').trim()
    const [why, name] =
      links.length > 0
        ? ['it leads within the list', 'link']
        : form === 'heading'
          ? ['it is the name of a section', 'heading']
          : ['no link stands beside it', form === 'line' ? 'text' : undefined]
    if (source) yield skippedPart(line, source, why ?? '', name)
  }
  for (const part of below) yield* partsOf(part, venues)
}

const isOfPaper = ({ url }: Link) => isPaperAddress(url)

/** Why a line with links is no paper. */
function faultOf({ form, nodes }: LinkLine, links: readonly Link[], own?: Link): string {
  const fault = links.map(({ url }) => arxivFault(url)).find(Boolean)
  if (own && (form !== 'line' || startsLikeItem(nodes))) {
    const id = arxivIdOf(own.url)
    return `no title stands beside its link${id ? `; \`${addCommand(id)}\` asks for it` : ''}`
  }
  if (fault) return `arXiv cannot have given its id: ${fault}`
  return own ? 'it is running text' : 'none of its links is a paper’s'
}

/** What else stands in some nodes: images, the tips of links, and HTML that says something. */
function besideWords(nodes: readonly Nodes[]): [name: string, value: string][] {
  return nodes.flatMap((node): [string, string][] => {
    if (node.type === 'image')
      return [['image', [node.alt, node.url, node.title].filter(Boolean).join(' ')]]
    if (node.type === 'html')
      return /^(?:<\/?\w+\s*\/?>)?$/.test(node.value) ? [] : [['code or HTML', node.value]]
    const tip: [string, string][] = node.type === 'link' && node.title ? [['tip', node.title]] : []
    return 'children' in node ? [...tip, ...besideWords(node.children)] : tip
  })
}

/** What is said of a paper below it, at any depth. */
function detailsOf({ below }: LinkLine): LinkLine[] {
  return below.filter(isDetail).flatMap((part) => [part, ...detailsOf(part)])
}

/** What stands below a paper and is not said of it. */
function othersOf({ below }: LinkLine): LinkLine[] {
  return below.flatMap((part) => (isDetail(part) ? othersOf(part) : [part]))
}

/** Whether a line below a paper is said of it: "Code: …", "[Paper](…)", or words without a link. A title makes it another item. */
function isDetail(unit: LinkLine): boolean {
  const { form, nodes } = unit
  const links = linksIn(nodes)
  const before = nodes.slice(0, nodes.findIndex(hasLink))
  if (form === 'block' || form === 'heading') return false
  if (links.length === 0 || /^\s*\p{Letter}+ ?:\s*$/u.test(lineText(before))) return true
  const paper = links.find(isOfPaper)
  const own = (paper && titleOf(unit, paper)) ?? ''
  return ![own, ...links.map((link) => bare(lineText([link])))].some(isPhrase)
}

const hasLink = (node: PhrasingContent) => linksIn([node]).length > 0

/** Whether words can only be the title of something, and no label, venue or date. */
function isPhrase(words: string): boolean {
  return isTitle(words) && words.split(/\s+/).length > 2 && !isVenueOrDate(words)
}

/** Whether a link within a paper's line leads to another paper, whose title it says. */
function isOtherPaper(link: Link, title: string): boolean {
  const words = bare(lineText([link]))
  return isPhrase(words) && isOfPaper(link) && !sameTitle(words, title)
}

function startsLikeItem([first, second]: readonly PhrasingContent[]): boolean {
  if (!first) return false
  const isMark = first.type === 'text' && /^[\s\p{Symbol}\d.)[\]-]*$/u.test(first.value)
  const start = isMark ? second : first
  return start !== undefined && ['link', 'strong', 'emphasis'].includes(start.type)
}

const isTitle = (text: string) =>
  !label.test(text) && !/^https?:/i.test(text) && /\p{Letter}{2}/u.test(text)
const bare = (text: string) =>
  text
    .replace(/^[\s|]+|[\s|]+$/g, '')
    .replace(/^\[(.*)\]$/s, '$1')
    .trim()

/** The title of the paper that a link in a line leads to: the link's words, or the likeliest of those around it. */
function titleOf({ nodes, form, titleCell = -1 }: LinkLine, paper: Link): string | undefined {
  const own = bare(lineText([paper]))
  if (isTitle(own) && !isVenueOrDate(own)) return own
  const isRow = form === 'row'
  const row = isRow ? splitAt(nodes, '|') : [nodes]
  const cell = row.find((part) => linksIn(part).includes(paper)) ?? nodes
  const place = cell.findIndex((node) => linksIn([node]).includes(paper))
  // Authors stand in italics behind a title.
  const italics = cell.findIndex(({ type }, at) => type === 'emphasis' && at > 0)
  const before = cell.slice(0, italics > 0 ? Math.min(italics, place) : place)
  const strong = (isRow ? nodes : before).find(
    (node) => node.type === 'strong' && isTitle(lineText([node])),
  )
  const noNames = (texts: string[]) => texts.filter((text) => !parseNameList(text.trim()))
  const behind = lineText(cell.slice(place + 1).filter(({ type }) => type === 'text'))
  const candidates = [
    strong && lineText([strong]),
    lineText(row[titleCell] ?? []),
    // Ada Example et al., "The Title", ACL 2025.
    /["“]([^"”]{15,}?)[,.]?["”]/.exec(lineText(before))?.[1],
    noNames(
      splitAt(before, '\n').map((line) =>
        lineText(line.filter(({ type }) => type !== 'link' || before.length === 1)),
      ),
    ).join(' '),
    ...(isRow
      ? noNames(row.map(lineText)).sort((a, b) => b.length - a.length)
      : [behind.split(/\s\[|\.\s/)[0]]),
  ]
  return candidates
    .map((text) => trimmed(text ?? ''))
    .find((text) => isTitle(text) && /\s/.test(text))
}

function isVenueOrDate(text: string): boolean {
  return /^[A-Za-z@ -]{2,12}[\s'’]*(?:20)?\d\d$/.test(text) || /^[\d./-]+$/.test(text)
}

/** A line's words without its mark, its date, the venue in brackets and the signs that part it from its links. */
function trimmed(text: string): string {
  return text
    .replace(/^[\s|]+/, '')
    .replace(/^(?:\[[^\]]*\]|\([^)]*\d[^)]*\)|\d{4}[./-]\d\d?(?:[./-]\d\d?)?|\d+\.)[\s:,.]*/, '')
    .replace(/^[^\p{Letter}\p{Number}"“‘$\\(]+/u, '')
    .replace(/[\s|,:;([{–—-]+$/, '')
    .replace(/(?<=\p{Letter}{2})\.$/u, '')
}

/** A title that stands by itself, with the links below it. */
function titleBeside(nodes: readonly PhrasingContent[]): string | undefined {
  const words = trimmed(lineText(nodes.filter(({ type }) => type === 'strong')))
  return isTitle(words) ? words : undefined
}

/** A paper's line as an item: its title, its addresses, the authors and the venue that stand with it, and the other words. */
function itemOf(
  { nodes, line }: LinkLine,
  details: readonly LinkLine[],
  paper: Link,
  title: string,
  further: readonly Link[],
  venues: Venues,
): SourceRecord {
  const plain = details
    .map((part) => (part.nodes.some(hasLink) ? '' : lineText(part.nodes)))
    .filter((text) => text && !/^\w+\s*:/.test(text))
  const cells = splitAt(nodes, '|')
    .flatMap((cell) => splitAt(cell, '\n'))
    .map((part) => lineText(part).trim())
  const italics = nodes.flatMap((node) => (node.type === 'emphasis' ? lineText([node]) : []))
  const authors = [...plain, ...italics, ...cells].find(
    (text) => text !== title && parseNameList(text),
  )
  const around = lineText(nodes.filter((node) => !hasLink(node)))
  const venue = [around, ...plain].map((text) => venueName(text, undefined, venues)).find(Boolean)
  const known = [title, authors ?? '', ...further.map((link) => lineText([link]))]
  const lines = [{ nodes, line }, ...details]
  const links = lines.flatMap((part) =>
    labelled(part.nodes).map(({ link, name }) => ({ link, name, line: part.line })),
  )
  const rest = lines.map((part) => ({
    name: 'text',
    value: otherWords(part.nodes, known),
    line: part.line,
  }))
  return {
    line,
    form: 'markup',
    fields: [
      { name: 'title', value: title, line },
      { name: 'link', value: paper.url, line },
      ...links
        .filter(({ link }) => link !== paper && !further.includes(link))
        .map(({ link, ...field }) => ({ ...field, value: link.url })),
      { name: 'authors', value: authors && parseNameList(authors), line },
      { name: 'venue', value: venue, line },
      ...rest.filter(({ value }) => value !== `(${venue})`),
      ...details.flatMap((part) =>
        besideWords(part.nodes).map(([name, value]) => ({ name, value, line: part.line })),
      ),
    ],
  }
}

/** The links in some nodes, each with the name of its field: `code`, `project` or just `link`. */
function labelled(nodes: readonly PhrasingContent[]): { link: Link; name: string }[] {
  const links = linksIn(nodes)
  const around = lineText(nodes)
  return links.map((link) => {
    // "Code: [official](…)" says it before the link, "[Code](…)" in it.
    const words = /^\s*\p{Letter}+ ?:/u.test(around) ? around : lineText([link])
    const [named] = Object.entries(labels).find(([, sign]) => sign.test(words)) ?? []
    const isRepository = /^https:\/\/github\.com\/[^/]+\/[^/]+/.test(link.url)
    return { link, name: named ?? (isRepository ? 'code' : 'link') }
  })
}

/** The words of some nodes beside the labels of their links and what is known already; empty where they say nothing. */
function otherWords(nodes: readonly PhrasingContent[], known: readonly string[]): string {
  const isGeneric = (words: string) =>
    [label, ...Object.values(labels)].some((sign) => sign.test(words))
  const isLabel = (node: PhrasingContent) => {
    const words = lineText([node])
    return hasLink(node) && (isGeneric(words) || /^\W*https?:/.test(words))
  }
  const all = lineText(nodes.filter((node) => !isLabel(node)))
  const rest = known
    .reduce((text, one) => text.replace(one, ''), all)
    .replace(/^[\s|]+|[\s|]+$/g, '')
  const isName = /^\p{L}+ ?:$/u.test(rest) && isGeneric(rest)
  return /[\p{L}\p{N}]{2}/u.test(rest) && !isName ? rest : ''
}
