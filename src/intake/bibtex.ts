import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { z } from 'zod'
import type { Vocabulary } from '../model/vocabulary.ts'
import { texNames } from '../text/tex.ts'
import { plainAddress } from '../text/tex-links.ts'
import { dateOf } from './fields.ts'
import { nameOf } from './names.ts'
import { judged } from './raw-paper.ts'
import { countOne, type Reading } from './reading.ts'

const rawEntry = z.object({
  label: z.string(),
  properties: z.record(z.string(), z.coerce.string()),
})
type Fields = Record<string, string>

const read = new Set(
  `abstract archiveprefix author booktitle code date doi eprint eprinttype journal journaltitle howpublished month note
  pdf project title url year`.split(/\s+/),
)

/** Reads BibTeX or BibLaTeX, paper by paper, so that a fault in one costs no other. */
export function readBibtex(text: string, venues: Vocabulary['venues']): Reading {
  const reading: Reading = { records: [], leftOut: [], unread: new Map() }
  let strings = ''
  for (const block of bibtexBlocks(text)) {
    const { type, line, source, open } = block
    if (type === 'comment' || type === 'preamble') continue
    if (type === 'string' && !open) strings += `${source}\n`
    const what = `\`${source.split('\n', 1)[0]?.trim()}\``
    if (open) {
      reading.leftOut.push({ line, what, why: 'its braces do not close' })
    } else if (type !== 'string') {
      try {
        add(reading, block, strings, venues)
      } catch (error) {
        const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
        reading.leftOut.push({ line, what, why: `it is no BibTeX: ${why.replace(/[:.]$/, '')}` })
      }
    }
  }
  return reading
}

function add(
  reading: Reading,
  { line, source }: BibtexBlock,
  strings: string,
  venues: Vocabulary['venues'],
): void {
  const target = '@biblatex/entries+list'
  const parsed = plugins.input.chain(strings + source, { forceType: '@biblatex/text', target })
  const [entry] = z.array(rawEntry).parse(parsed)
  if (!entry) throw new Error('no fields')
  const { label, properties: fields } = entry
  // Its library parts names, and our decoder reads the letters in them, as everywhere else.
  const author = fields['author'] && { author: texNames(fields['author']) }
  const decoded = { ...entry, properties: { ...fields, ...author } }
  const [item] = new Cite([decoded], { forceType: '@biblatex/entries+list' }).data
  const paper = judged(
    {
      line,
      key: label,
      title: fields['title'] && withoutBraces(fields['title']),
      abstract: fields['abstract'] && withoutBraces(fields['abstract']),
      authors: item?.author?.map(nameOf) ?? [],
      date: item?.issued && dateOf(item.issued),
      addresses: addressesOf(fields),
      venue: fields['booktitle'] ?? fields['journaltitle'] ?? fields['journal'],
      code: fields['code'],
      project: fields['project'],
    },
    venues,
  )
  reading.leftOut.push(...paper.leftOut)
  if (paper.record) reading.records.push(paper.record)
  for (const name of Object.keys(fields)) if (!read.has(name)) countOne(reading.unread, name)
}

/** Where a paper may be, the surest first. */
function addressesOf(fields: Fields): (string | undefined)[] {
  const archive = `${fields['archiveprefix'] ?? ''}${fields['eprinttype'] ?? ''}`.toLowerCase()
  const said = /\\url\{([^}]*)\}|(https?:\/\/\S+)/.exec(fields['howpublished'] ?? '')
  return [
    fields['eprint'] && (archive === '' || archive === 'arxiv') ? fields['eprint'] : undefined,
    fields['doi'],
    fields['url'] && plainAddress(fields['url']),
    fields['journal'],
    fields['note'],
    fields['pdf'],
    said?.[1] ?? said?.[2],
  ].filter((text) => text !== undefined && text !== '')
}

/**
 * A text without the braces by which BibTeX keeps capitals: `{RLHF}` is `RLHF`. Braces that TeX needs stay: those of a
 * command's argument, of an exponent, of an accent and of mathematics.
 */
export function withoutBraces(tex: string): string {
  let shown = ''
  let mathematics = false
  const kept: boolean[] = []
  for (let at = 0; at < tex.length; at += 1) {
    const character = tex[at] ?? ''
    if (character === '\\') {
      shown += character + (tex[at + 1] ?? '')
      at += 1
      continue
    }
    if (character === '$') mathematics = !mathematics
    if (character === '{') {
      const keep = mathematics || tex[at + 1] === '\\' || /(?:\\[a-z]+|\\.|[\^_}])$/i.test(shown)
      kept.push(keep)
      if (keep) shown += character
    } else if (character === '}') {
      if (kept.pop() ?? true) shown += character
    } else shown += character
  }
  return shown
}

/** One `@…{…}` of a BibTeX file. */
interface BibtexBlock {
  /** `article`, `string`, …: in lower case. */
  type: string
  /** Where it begins, from 1. */
  line: number
  source: string
}

const opening = /^[ \t]*@[ \t]*([a-z]+)[ \t]*[({]/gim

/**
 * The blocks of a BibTeX file; what stands between them is a comment. A block whose braces do not close ends where the
 * next one begins, and is told by `open`, so that one fault costs one paper.
 */
function* bibtexBlocks(text: string): Generator<BibtexBlock & { open: boolean }> {
  let from = 0
  let line = 1
  opening.lastIndex = 0
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index + match[0].indexOf('@')
    line += text.slice(from, start).split('\n').length - 1
    from = start
    const next = text.slice(opening.lastIndex).search(opening)
    const limit = next < 0 ? text.length : opening.lastIndex + next
    const end = closingPlace(text, opening.lastIndex - 1)
    const open = end === undefined
    const stop = end ?? limit
    const type = (match[1] ?? '').toLowerCase()
    yield { type, line, source: text.slice(start, stop), open }
    opening.lastIndex = stop
  }
}

/** The place behind the brace that closes the one at a place. */
function closingPlace(text: string, at: number): number | undefined {
  let depth = 0
  for (let place = at; place < text.length; place += 1) {
    const character = text[place]
    if (character === '\\') place += 1
    else if (character === '{' || (character === '(' && place === at)) depth += 1
    else if (character === '}' || (character === ')' && depth === 1 && text[at] === '(')) depth -= 1
    if (depth === 0) return place + 1
  }
  return undefined
}
