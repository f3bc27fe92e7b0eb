import type { Link, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { arxivFault, arxivIdOf } from '../model/identifier.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { sameTitle } from '../similarity/near-titles.ts'
import { isPaperAddress } from './addresses.ts'
import { type LinkLine, lineText, linksIn, parseLinkLines, splitNodes } from './link-lines.ts'
import { parseNameList } from './names.ts'
import {
  addCommand,
  type ParsedRecords,
  type SourceField,
  type SourceRecord,
  skippedPart,
} from './paper.ts'
import { venueName } from './venue-name.ts'

type Venues = Vocabulary['venues']

/** Labels of links to a paper, which are not its title. */
const paperLabel =
  /^[\p{Symbol}\p{Punctuation}\s]*(?:(?:full |original )?(?:paper|pdf|arxiv|abs|abstract|html|link|url|preprint|openreview|proceedings|doc|report|acl|here|read|source)s?(?:\s+(?:link|page|pdf|paper))?|(?:arxiv:?\s*)?\d{4}\.\d{4,5}(?:v\d+)?|[\d./\- ]*)[\p{Symbol}\p{Punctuation}\s]*$/iu
/** Labels of other links, by field name. */
const labels: Readonly<Record<string, RegExp>> = {
  code: /^\W*(?:official\s+)?(?:code|github|implementation|repo(?:sitory)?)\b|^\W*official\W*$/i,
  dataset: /^\W*(?:data(?:sets?)?|corpus|corpora)\b/i,
  weights: /^\W*(?:models?|weights|checkpoints?)\b/i,
  project: /^\W*(?:project|home ?page|web ?(?:site|page)|page|demo|blog)\b/i,
}

/**
 * Parses a Markdown list of links, such as an "awesome" list. A paper is a list item, a table row, a heading or a line. Its
 * title is the link's text, or is next to a link such as "paper"; authors and code may be nested below it.
 */
export function* parseLinkList(text: string, venues: Venues): ParsedRecords {
  for (const line of parseLinkLines(text)) yield* parseLine(line, venues)
}

function* parseLine(unit: LinkLine, venues: Venues): ParsedRecords {
  const { line, form, nodes, nested } = unit
  for (const { name, value } of extraFields(unit))
    yield skippedPart(line, value, 'entries have no such field', name)
  const links = linksIn(nodes)
  const webLinks = links.filter(({ url }) => !/^(?:#|\.{0,2}\/)/.test(url))
  const own = webLinks.find(isPaperLink)
  const details = detailsOf(unit)
  const paper = own ?? details.flatMap((part) => linksIn(part.nodes)).find(isPaperLink)
  const isPaper =
    paper && (own || webLinks.length === 0) && (form !== 'line' || beginsLikeItem(nodes))
  const title = isPaper && (own ? titleOf(unit, paper) : strongTitle(nodes))
  if (title) {
    const further = links.filter((link) => link !== paper && isOtherPaper(link, title))
    yield recordOf(unit, details, paper, title, further, venues)
    for (const link of further) {
      const fields = [
        { name: 'title', value: unbracketed(lineText([link])) },
        { name: 'link', value: link.url },
      ]
      yield { line, markup: 'HTML', fields }
    }
    for (const other of otherLines(unit)) yield* parseLine(other, venues)
    return
  }
  const text = lineText(nodes)
  const addresses = links.map(({ url }) => url).filter((url) => !text.includes(url))
  const source = [text, ...addresses].join(' ').trim()
  if (source) yield skippedPart(line, source, ...reasonToSkip(unit, webLinks, own))
  for (const part of nested) yield* parseLine(part, venues)
}

const isPaperLink = ({ url }: Link) => isPaperAddress(url)

/** The reason to skip a line, and a name for it if it is not a loss. */
function reasonToSkip(
  { form, nodes }: LinkLine,
  webLinks: readonly Link[],
  own?: Link,
): [why: string, name?: string] {
  if (linksIn(nodes).length === 0) {
    if (form === 'heading') return ['it is a section heading', 'heading']
    return form === 'line' ? ['it has no link', 'text'] : ['it has no link']
  }
  if (webLinks.length === 0) return ['it links within the list', 'link']
  if (own && (form !== 'line' || beginsLikeItem(nodes))) {
    const id = arxivIdOf(own.url)
    return [`its link has no title${id ? `; \`${addCommand(id)}\` looks it up` : ''}`]
  }
  const fault = webLinks.map(({ url }) => arxivFault(url)).find(Boolean)
  if (fault) return [`its arXiv id cannot be right: ${fault}`]
  return [own ? 'it is running text' : 'none of its links leads to a paper']
}

/** What a line has other than text and addresses, as fields: images, link titles, code and HTML. */
function extraFields({ nodes, line }: LinkLine) {
  const fields: { name: string; value: string; line: number }[] = []
  const add = (name: string, value: string) => fields.push({ name, value, line })
  const tree: Root = { type: 'root', children: nodes }
  visit(tree, (node) => {
    if (node.type === 'image')
      add('image', [node.alt, node.url, node.title].filter(Boolean).join(' '))
    else if (node.type === 'link' && node.title) add('tooltip', node.title)
    else if (node.type === 'html' && !/^(?:<\/?\w+\s*\/?>)?$/.test(node.value))
      add('code or HTML', node.value)
  })
  return fields
}

/** The lines nested below a paper, at any depth, that belong to it. */
function detailsOf({ nested }: LinkLine): LinkLine[] {
  return nested.filter(isDetail).flatMap((part) => [part, ...detailsOf(part)])
}

/** The lines nested below a paper that do not belong to it. */
function otherLines({ nested }: LinkLine): LinkLine[] {
  return nested.flatMap((part) => (isDetail(part) ? otherLines(part) : [part]))
}

/** Whether a line below a paper belongs to it: "Code: …", "[Paper](…)", or text without a link; but not another title. */
function isDetail(unit: LinkLine): boolean {
  const { form, nodes } = unit
  const links = linksIn(nodes)
  const before = nodes.slice(0, nodes.findIndex(hasLink))
  if (form === 'block' || form === 'heading') return false
  if (links.length === 0 || /^\s*\p{Letter}+ ?:\s*$/u.test(lineText(before))) return true
  const paper = links.find(isPaperLink)
  const title = (paper && titleOf(unit, paper)) ?? ''
  return ![title, ...links.map((link) => unbracketed(lineText([link])))].some(isLongTitle)
}

const hasLink = (node: PhrasingContent) => linksIn([node]).length > 0

/** Whether a text is long enough that it must be a title, and not a label, venue or date. */
function isLongTitle(text: string): boolean {
  return isTitle(text) && text.split(/\s+/).length > 2 && !isVenueOrDate(text)
}

/** Whether a link in a paper's line leads to another paper and has that paper's title. */
function isOtherPaper(link: Link, title: string): boolean {
  const text = unbracketed(lineText([link]))
  return isLongTitle(text) && isPaperLink(link) && !sameTitle(text, title)
}

function beginsLikeItem([first, second]: readonly PhrasingContent[]): boolean {
  if (!first) return false
  const isMark = first.type === 'text' && /^[\s\p{Symbol}\d.)[\]-]*$/u.test(first.value)
  const start = isMark ? second : first
  return start !== undefined && ['link', 'strong', 'emphasis'].includes(start.type)
}

const isTitle = (text: string) =>
  !paperLabel.test(text) && !/^https?:/i.test(text) && /\p{Letter}{2}/u.test(text)
const unbracketed = (text: string) =>
  text
    .replace(/^[\s|]+|[\s|]+$/g, '')
    .replace(/^\[(.*)\]$/s, '$1')
    .trim()

/** The title of the paper that a link leads to: the link's text, or the most likely text around it. */
function titleOf({ nodes, form, titleCell = -1 }: LinkLine, paper: Link): string | undefined {
  const own = unbracketed(lineText([paper]))
  if (isTitle(own) && !isVenueOrDate(own)) return own
  const isRow = form === 'row'
  const row = isRow ? splitNodes(nodes, '|') : [nodes]
  const cell = row.find((part) => linksIn(part).includes(paper)) ?? nodes
  const linkIndex = cell.findIndex((node) => linksIn([node]).includes(paper))
  // Italics after the title are the authors.
  const italics = cell.findIndex(({ type }, index) => type === 'emphasis' && index > 0)
  const before = cell.slice(0, italics > 0 ? Math.min(italics, linkIndex) : linkIndex)
  const strong = (isRow ? nodes : before).find(
    (node) => node.type === 'strong' && isTitle(lineText([node])),
  )
  const withoutNames = (texts: string[]) => texts.filter((text) => !parseNameList(text.trim()))
  const after = lineText(cell.slice(linkIndex + 1).filter(({ type }) => type === 'text'))
  const candidates = [
    strong && lineText([strong]),
    lineText(row[titleCell] ?? []),
    // Ada Example et al., "The Title", ACL 2025.
    /["“]([^"”]{15,}?)[,.]?["”]/.exec(lineText(before))?.[1],
    withoutNames(
      splitNodes(before, '\n').map((line) =>
        lineText(line.filter(({ type }) => type !== 'link' || before.length === 1)),
      ),
    ).join(' '),
    ...(isRow
      ? withoutNames(row.map(lineText)).sort((a, b) => b.length - a.length)
      : [after.split(/\s\[|\.\s/)[0]]),
  ]
  return candidates
    .map((text) => trimTitle(text ?? ''))
    .find((text) => isTitle(text) && /\s/.test(text))
}

function isVenueOrDate(text: string): boolean {
  return /^[A-Za-z@ -]{2,12}[\s'’]*(?:20)?\d\d$/.test(text) || /^[\d./-]+$/.test(text)
}

/** Removes what surrounds a title: list markers, a date, a venue in brackets, and punctuation before links. */
function trimTitle(text: string): string {
  return text
    .replace(/^[\s|]+/, '')
    .replace(/^(?:\[[^\]]*\]|\([^)]*\d[^)]*\)|\d{4}[./-]\d\d?(?:[./-]\d\d?)?|\d+\.)[\s:,.]*/, '')
    .replace(/^[^\p{Letter}\p{Number}"“‘$\\(]+/u, '')
    .replace(/[\s|,:;([{–—-]+$/, '')
    .replace(/(?<=\p{Letter}{2})\.$/u, '')
}

/** The title in bold of a line whose links are nested below it. */
function strongTitle(nodes: readonly PhrasingContent[]): string | undefined {
  const text = trimTitle(lineText(nodes.filter(({ type }) => type === 'strong')))
  return isTitle(text) ? text : undefined
}

/** The record of a paper's line: its title, addresses, authors and venue, and all other text. */
function recordOf(
  unit: LinkLine,
  details: readonly LinkLine[],
  paper: Link,
  title: string,
  further: readonly Link[],
  venues: Venues,
): SourceRecord {
  const { nodes, line } = unit
  const plain = details
    .map((part) => (part.nodes.some(hasLink) ? '' : lineText(part.nodes)))
    .filter((text) => text && !/^\w+\s*:/.test(text))
  const cells = splitNodes(nodes, /[|\n]/).map((part) => lineText(part).trim())
  const italics = nodes.flatMap((node) => (node.type === 'emphasis' ? lineText([node]) : []))
  const authors = [...plain, ...italics, ...cells].find(
    (text) => text !== title && parseNameList(text),
  )
  const outsideLinks = lineText(nodes.filter((node) => !hasLink(node)))
  const venue = [outsideLinks, ...plain].map((text) => venueName(text, venues)).find(Boolean)
  const known = [title, authors ?? '', ...further.map((link) => lineText([link]))]
  const lines = [unit, ...details]
  return {
    line,
    markup: 'HTML',
    fields: [
      { name: 'title', value: title },
      { name: 'link', value: paper.url },
      ...lines.flatMap((part) => linkFields(part, [paper, ...further])),
      { name: 'authors', value: authors && parseNameList(authors) },
      { name: 'venue', value: venue },
      ...lines
        .map((part) => ({ name: 'text', value: otherText(part.nodes, known), line: part.line }))
        .filter(({ value }) => value !== `(${venue})`),
      ...details.flatMap(extraFields),
    ],
  }
}

/** The links of a line without known ones, as fields named by their labels: `code`, `project` or just `link`. */
function linkFields({ nodes, line }: LinkLine, known: readonly Link[]): SourceField[] {
  const text = lineText(nodes)
  const links = linksIn(nodes).filter((link) => !known.includes(link))
  return links.map((link) => {
    // The label is before the link in "Code: [official](…)", and in it in "[Code](…)".
    const label = /^\s*\p{Letter}+ ?:/u.test(text) ? text : lineText([link])
    const [named] = Object.entries(labels).find(([, pattern]) => pattern.test(label)) ?? []
    const isRepository = /^https:\/\/github\.com\/[^/]+\/[^/]+/.test(link.url)
    return { name: named ?? (isRepository ? 'code' : 'link'), value: link.url, line }
  })
}

/** The text of some nodes without the labels of links and without known texts; empty if that says nothing. */
function otherText(nodes: readonly PhrasingContent[], known: readonly string[]): string {
  const isLabel = (text: string) =>
    [paperLabel, ...Object.values(labels)].some((pattern) => pattern.test(text))
  const isLabelledLink = (node: PhrasingContent) => {
    const text = lineText([node])
    return hasLink(node) && (isLabel(text) || /^\W*https?:/.test(text))
  }
  const all = lineText(nodes.filter((node) => !isLabelledLink(node)))
  const rest = known
    .reduce((text, one) => text.replace(one, ''), all)
    .replace(/^[\s|]+|[\s|]+$/g, '')
  const isOnlyLabel = /^\p{L}+ ?:$/u.test(rest) && isLabel(rest)
  return /[\p{L}\p{N}]{2}/u.test(rest) && !isOnlyLabel ? rest : ''
}
