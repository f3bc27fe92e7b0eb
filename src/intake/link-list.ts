import type { Link, PhrasingContent } from 'mdast'
import { arxivIdOf } from '../model/identifier.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { shown } from '../rules/engine/words.ts'
import { type LinkLine, linesWithLinks, linksIn, wordsIn } from './link-lines.ts'
import { addCommand } from './messages.ts'
import { namesIn } from './names.ts'
import { isPaperAddress, judged } from './raw-paper.ts'
import type { Reading } from './reading.ts'
import { venueName } from './venue-name.ts'

/** Words that a link carries to a paper when the title stands beside it. */
const label =
  /^[\p{Symbol}\p{Punctuation}\s]*(?:(?:full |original )?(?:paper|pdf|arxiv|abs|abstract|html|link|url|preprint|openreview|proceedings|doc|report|acl|here|read|source)s?(?:\s+(?:link|page|pdf|paper))?|(?:arxiv:?\s*)?\d{4}\.\d{4,5}(?:v\d+)?|[\d./\- ]*)[\p{Symbol}\p{Punctuation}\s]*$/iu
const codeLabel =
  /^\W*(?:official\s+)?(?:code|github|implementation|repo(?:sitory)?)\b|^\W*official\W*$/i
const projectLabel = /^\W*(?:project|home ?page|web ?(?:site|page)|page|demo|blog)\b/i

/**
 * Reads a Markdown list of links, as "awesome" lists are written: one paper an item, a table's row or a line, with its
 * title as the link's text or beside a link that says "paper"; authors and code where they are listed below it.
 */
export function readLinkList(text: string, venues: Vocabulary['venues']): Reading {
  const reading: Reading = { records: [], leftOut: [], unread: new Map() }
  const papers = new Set<LinkLine>()
  for (const unit of linesWithLinks(text)) {
    const omit = (why: string) =>
      reading.leftOut.push({ line: unit.line, what: shown(wordsIn(unit.nodes).trim()), why })
    const links = linksIn(unit.nodes)
    if (links.every(({ url }) => url.startsWith('#') || url.startsWith('./'))) continue
    const paper = links.find(({ url }) => isPaperAddress(url))
    // "Code: …" below a paper is said of the paper.
    const isDetail = !paper || /^\s*\p{Letter}+ ?:/u.test(wordsIn(unit.nodes))
    if (isDetail && unit.within && papers.has(unit.within)) continue
    if (!paper) omit('none of its links is a paper’s')
    else if (unit.form === 'line' && !startsLikeItem(unit.nodes)) omit('it is running text')
    else {
      const title = titleOf(unit, paper)
      if (!title) omit(`no title stands beside its link${askable(paper.url)}`)
      else {
        const found = judged({ ...detailsOf(unit, paper, venues), line: unit.line, title }, venues)
        reading.leftOut.push(...found.leftOut)
        papers.add(unit)
        if (found.record) reading.records.push(found.record)
      }
    }
  }
  return reading
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

const isTitle = (text: string) => !label.test(text) && /\p{Letter}{2}/u.test(text)
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

function detailsOf({ nodes, below }: LinkLine, paper: Link, venues: Vocabulary['venues']) {
  const labelled = [
    ...linksIn(nodes).map((link) => ({ link, words: wordsIn([link]) })),
    ...below.flatMap(({ text, links }) => links.map((link) => ({ link, words: text }))),
  ].filter(({ link }) => link !== paper)
  const linkTo = (sign: RegExp, host?: RegExp) =>
    labelled.find(({ link, words }) => sign.test(words) || host?.test(link.url))?.link.url
  const plain = below.filter(({ text, links }) => links.length === 0 && !/^\w+\s*:/.test(text))
  const authors = plain.map(({ text }) => namesIn(text)).find(Boolean)
  const around = wordsIn(nodes.filter((node) => !linksIn([node]).includes(paper)))
  const venue = [around, ...plain.map(({ text }) => text)]
    .map((text) => venueName(text, undefined, venues))
    .find(Boolean)
  return {
    addresses: [paper.url],
    code: linkTo(codeLabel, /^https:\/\/github\.com\/[^/]+\/[^/]+/),
    project: linkTo(projectLabel),
    ...(authors && { authors }),
    ...(venue && { venue }),
  }
}
