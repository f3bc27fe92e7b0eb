import type { Link, PhrasingContent } from 'mdast'
import { arxivFault, arxivIdOf } from '../model/identifier.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { shown } from '../rules/engine/words.ts'
import { sameTitle } from '../similarity/near-titles.ts'
import { isPaperAddress } from './addresses.ts'
import { type LinkLine, linesWithLinks, linksIn, splitAt, wordsIn } from './link-lines.ts'
import { namesIn } from './names.ts'
import { addCommand, emptyReading, type Reading, type SourceItem } from './reading.ts'
import { readItem } from './record.ts'
import { venueName } from './venue-name.ts'

/** Words that a link carries to a paper when the title stands beside it. */
const label =
  /^[\p{Symbol}\p{Punctuation}\s]*(?:(?:full |original )?(?:paper|pdf|arxiv|abs|abstract|html|link|url|preprint|openreview|proceedings|doc|report|acl|here|read|source)s?(?:\s+(?:link|page|pdf|paper))?|(?:arxiv:?\s*)?\d{4}\.\d{4,5}(?:v\d+)?|[\d./\- ]*)[\p{Symbol}\p{Punctuation}\s]*$/iu
const codeLabel =
  /^\W*(?:official\s+)?(?:code|github|implementation|repo(?:sitory)?)\b|^\W*official\W*$/i
const projectLabel = /^\W*(?:project|home ?page|web ?(?:site|page)|page|demo|blog)\b/i

const noPaper = 'none of its links is a paper’s'

/**
 * Reads a Markdown list of links, as "awesome" lists are written: one paper an item, a table's row, a heading or a line, with
 * its title as the link's text or beside a link that says "paper"; authors and code where they are listed below it.
 */
export function readLinkList(text: string, venues: Vocabulary['venues']): Reading {
  const reading = emptyReading()
  const papers = new Set<LinkLine>()
  for (const unit of linesWithLinks(text)) {
    const links = linksIn(unit.nodes)
    const omit = (why: string, said = links) => {
      const addresses = said.map(({ url }) => `\`${url}\``).join(', ')
      const what = shown(wordsIn(unit.nodes).trim())
      reading.leftOut.push({ line: unit.line, what, why: `${why}: ${addresses}` })
    }
    if (links.length > 0 && links.every(({ url }) => /^(?:#|\.{0,2}\/)/.test(url))) continue
    const own = links.find(({ url }) => isPaperAddress(url))
    if (unit.within && papers.has(unit.within) && isDetail(unit.nodes)) continue
    const paper =
      links.length > 0
        ? own
        : unit.below.flatMap((part) => part.links).find(({ url }) => isPaperAddress(url))
    const fault = links.map(({ url }) => arxivFault(url)).find(Boolean)
    if (!paper) omit(fault ? `arXiv cannot have given its id: ${fault}` : noPaper)
    else if (unit.form === 'line' && !startsLikeItem(unit.nodes)) omit('it is running text')
    else {
      const title = own ? titleOf(unit, paper) : titleBeside(unit.nodes)
      if (!title) omit(`no title stands beside its link${askable(paper.url)}`)
      else {
        papers.add(unit)
        const further = links.filter((link) => link !== paper && isOtherPaper(link, title))
        readItem(itemOf(unit, paper, title, further, venues), venues, reading)
        for (const link of further) {
          const fields = [
            { name: 'title', value: bare(wordsIn([link])), line: unit.line },
            { name: 'link', value: link.url, line: unit.line },
          ]
          readItem({ line: unit.line, form: 'markup', fields }, venues, reading)
        }
      }
    }
  }
  return reading
}

/** Whether a line below a paper is said of it: "Code: …", "[Paper](…)", or anything without a paper of its own. */
function isDetail(nodes: readonly PhrasingContent[]): boolean {
  const links = linksIn(nodes)
  const isLabelled = /^\s*\p{Letter}+ ?:/u.test(wordsIn(nodes))
  const papers = links.filter(({ url }) => isPaperAddress(url))
  return isLabelled || papers.every((link) => !isTitle(bare(wordsIn([link]))))
}

/** Whether a link within a paper's line leads to another paper, whose title it says. */
function isOtherPaper(link: Link, title: string): boolean {
  const words = bare(wordsIn([link]))
  const isPhrase = isTitle(words) && words.split(/\s+/).length > 2 && !isVenueOrDate(words)
  return isPhrase && isPaperAddress(link.url) && !sameTitle(words, title)
}

function askable(address: string): string {
  const id = arxivIdOf(address)
  return id ? `; \`${addCommand(id)}\` asks for it` : ''
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

function titleOf({ nodes, form }: LinkLine, paper: Link): string | undefined {
  const own = bare(wordsIn([paper]))
  if (isTitle(own) && !isVenueOrDate(own)) return own
  const row = form === 'row' ? splitAt(nodes, '|') : [nodes]
  const cell = row.find((part) => linksIn(part).includes(paper)) ?? nodes
  const place = cell.findIndex((node) => linksIn([node]).includes(paper))
  // Authors stand in italics behind a title.
  const italics = cell.findIndex(({ type }, at) => type === 'emphasis' && at > 0)
  const before = cell.slice(0, italics > 0 ? Math.min(italics, place) : place)
  const strong = (form === 'row' ? nodes : before).find(
    ({ type, ...node }) =>
      type === 'strong' && isTitle(wordsIn([{ type, ...node } as PhrasingContent])),
  )
  const candidates = [
    strong && wordsIn([strong]),
    wordsIn(before.filter(({ type }) => type !== 'link' || before.length === 1)),
    ...(form === 'row'
      ? row.map(wordsIn).sort((a, b) => b.length - a.length)
      : [
          wordsIn(cell.slice(place + 1).filter(({ type }) => type === 'text')).split(
            /\s\[|\.\s/,
          )[0],
        ]),
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
  const words = trimmed(wordsIn(nodes.filter(({ type }) => type === 'strong')))
  return isTitle(words) ? words : undefined
}

/** A paper's line as an item: its title, its addresses, the authors and the venue that stand with it, and the other words. */
function itemOf(
  { nodes, below, line }: LinkLine,
  paper: Link,
  title: string,
  further: readonly Link[],
  venues: Vocabulary['venues'],
): SourceItem {
  const own = below.filter(({ nodes: part }) => isDetail(part))
  const plain = own
    .filter(({ links, nodes: part }) => links.length === 0 && !/^\w+\s*:/.test(wordsIn(part)))
    .map(({ nodes: part }) => wordsIn(part))
  const cells = splitAt(nodes, '|').map((cell) => wordsIn(cell).trim())
  const italics = nodes.flatMap((node) => (node.type === 'emphasis' ? wordsIn([node]) : []))
  const authors = [...plain, ...italics, ...cells].find((text) => text !== title && namesIn(text))
  const around = wordsIn(nodes.filter((node) => linksIn([node]).length === 0))
  const venue = [around, ...plain].map((text) => venueName(text, undefined, venues)).find(Boolean)
  const known = [title, authors ?? '', ...further.map((link) => wordsIn([link]))]
  const rest = [nodes, ...own.map(({ nodes: part }) => part)]
    .map((part) => otherWords(part, known))
    .filter((text) => text && text !== `(${venue})`)
  const others = [...labelled(nodes), ...own.flatMap(({ nodes: part }) => labelled(part))].filter(
    ({ link }) => link !== paper && !further.includes(link) && /^https?:/i.test(link.url),
  )
  const field = (name: string, value: unknown) => ({ name, value, line })
  return {
    line,
    form: 'markup',
    fields: [
      field('title', title),
      field('link', paper.url),
      ...others.map(({ link, name }) => field(name, link.url)),
      ...(authors ? [field('authors', namesIn(authors))] : []),
      ...(venue ? [field('venue', venue)] : []),
      ...rest.map((text) => field('text', text)),
    ],
  }
}

/** The links in some nodes, each with the name of its field: `code`, `project` or just `link`. */
function labelled(nodes: readonly PhrasingContent[]): { link: Link; name: string }[] {
  const links = linksIn(nodes)
  const around = wordsIn(nodes)
  return links.map((link) => {
    // "Code: [official](…)" says it before the link, "[Code](…)" in it.
    const words = /^\s*\p{Letter}+ ?:/u.test(around) ? around : wordsIn([link])
    const isRepository = /^https:\/\/github\.com\/[^/]+\/[^/]+/.test(link.url)
    const isCode = codeLabel.test(words) || (isRepository && !/\bdata/i.test(words))
    return { link, name: isCode ? 'code' : projectLabel.test(words) ? 'project' : 'link' }
  })
}

/** The words of some nodes beside the labels of their links and what is known already; empty where they say nothing. */
function otherWords(nodes: readonly PhrasingContent[], known: readonly string[]): string {
  const isLabel = (node: PhrasingContent) => {
    const words = wordsIn([node])
    const isGeneric = [label, codeLabel, projectLabel].some((sign) => sign.test(words))
    return linksIn([node]).length > 0 && (isGeneric || /^\W*https?:/.test(words))
  }
  const all = wordsIn(nodes.filter((node) => !isLabel(node)))
  const rest = known
    .reduce((text, one) => text.replace(one, ''), all)
    .replace(/^[\s|]+|[\s|]+$/g, '')
  return /[\p{L}\p{N}]{2}/u.test(rest) && !/^\p{L}+ ?:$/u.test(rest) ? rest : ''
}
