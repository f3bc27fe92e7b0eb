import type { Link, PhrasingContent } from 'mdast'
import { arxivIdOf } from '../model/identifier.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { shown } from '../rules/engine/words.ts'
import { sameTitle } from '../similarity/near-titles.ts'
import { isPaperAddress } from './addresses.ts'
import { type LinkLine, linesWithLinks, linksIn, wordsIn } from './link-lines.ts'
import { namesIn } from './names.ts'
import { addCommand, emptyReading, type Item, type Reading } from './reading.ts'
import { readItem } from './record.ts'
import { venueName } from './venue-name.ts'

/** Words that a link carries to a paper when the title stands beside it. */
const label =
  /^[\p{Symbol}\p{Punctuation}\s]*(?:(?:full |original )?(?:paper|pdf|arxiv|abs|abstract|html|link|url|preprint|openreview|proceedings|doc|report|acl|here|read|source)s?(?:\s+(?:link|page|pdf|paper))?|(?:arxiv:?\s*)?\d{4}\.\d{4,5}(?:v\d+)?|[\d./\- ]*)[\p{Symbol}\p{Punctuation}\s]*$/iu
const codeLabel =
  /^\W*(?:official\s+)?(?:code|github|implementation|repo(?:sitory)?)\b|^\W*official\W*$/i
const projectLabel = /^\W*(?:project|home ?page|web ?(?:site|page)|page|demo|blog)\b/i

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
    if (!paper) omit('none of its links is a paper’s')
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
  const before = cell.slice(0, place)
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

function splitAt(nodes: readonly PhrasingContent[], sign: string): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    const pieces = node.type === 'text' ? node.value.split(sign) : [undefined]
    for (const [at, value] of pieces.entries()) {
      if (at > 0) parts.push([])
      parts.at(-1)?.push(value === undefined ? node : { type: 'text', value })
    }
  }
  return parts
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
): Item {
  const own = below.filter(({ nodes: part }) => isDetail(part))
  const labelled = [
    ...linksIn(nodes).map((link) => ({ link, words: wordsIn([link]) })),
    ...own.flatMap(({ links, nodes: part }) =>
      links.map((link) => ({ link, words: wordsIn(part) })),
    ),
  ].filter(({ link }) => link !== paper && !further.includes(link))
  const links = labelled
    .filter(({ link: { url } }) => /^https?:/i.test(url))
    .map(({ link, words }) => {
      const isCode =
        codeLabel.test(words) ||
        (/^https:\/\/github\.com\/[^/]+\/[^/]+/.test(link.url) && !/\bdata/i.test(words))
      const name = isCode ? 'code' : projectLabel.test(words) ? 'project' : 'link'
      return { name, value: link.url, line }
    })
  const plain = own
    .filter(({ links, nodes: part }) => links.length === 0 && !/^\w+\s*:/.test(wordsIn(part)))
    .map(({ nodes: part }) => wordsIn(part))
  const authors = plain.find((text) => namesIn(text))
  const around = wordsIn(nodes.filter((node) => linksIn([node]).length === 0))
  const venue = [around, ...plain].map((text) => venueName(text, undefined, venues)).find(Boolean)
  const bracketed = venue ? /[([][^)\]]*\d\d[)\]]/g : /$^/
  const rest = [
    around.replace(title, '').replace(bracketed, ''),
    ...own.filter(({ links }) => links.length === 0).map(({ nodes: part }) => wordsIn(part)),
  ]
    .filter((text) => text !== authors && /\p{L}{2}/u.test(text))
    .map((text) => ({ name: 'text', value: text.replace(/^[\s|]+|[\s|]+$/g, ''), line }))
  return {
    line,
    form: 'markup',
    fields: [
      { name: 'title', value: title, line },
      { name: 'link', value: paper.url, line },
      ...links,
      ...(authors ? [{ name: 'authors', value: namesIn(authors), line }] : []),
      ...(venue ? [{ name: 'venue', value: venue, line }] : []),
      ...rest,
    ],
  }
}
