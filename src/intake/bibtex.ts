import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { z } from 'zod'
import type { Vocabulary } from '../model/vocabulary.ts'
import { type BibtexBlock, bibtexBlocks } from './bibtex-blocks.ts'
import { dateOf, nameOf } from './csl-names.ts'
import { judged } from './raw-paper.ts'
import { countOne, type Reading } from './reading.ts'
import { withoutBraces } from './tex-braces.ts'

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
  const [item] = new Cite(strings + source, { forceType: '@biblatex/text' }).data
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
    fields['url']?.replace(/\\([_%#&~])/g, '$1'),
    fields['journal'],
    fields['note'],
    fields['pdf'],
    said?.[1] ?? said?.[2],
  ].filter((text) => text !== undefined && text !== '')
}
