import { z } from 'zod'
import type { Finding } from '../model/finding.ts'
import { titleKey } from '../model/identifier.ts'
import { shown } from '../text/messages.ts'
import { withoutMark } from '../text/place.ts'
import { type BibliographyItem, bibliographyItem, fault } from './reading.ts'

/** A bibliography whose items are found by title. */
export interface Bibliography {
  items: readonly BibliographyItem[]
  findings: Finding[]
  /** What is known of a paper, by its title or another title of it, however it is written. */
  itemOf(title: string): BibliographyItem | undefined
}

/** Reads a bibliography in JSON: a list of papers in any order. */
export function parseBibliography(path: string, text: string): Bibliography {
  const items: BibliographyItem[] = []
  const findings: Finding[] = []
  const byTitle = new Map<string, BibliographyItem>()
  const raw = listIn(text)
  if (typeof raw === 'string') {
    findings.push(fault(path, `Unexpected ${raw}. Write a list of papers in JSON.`))
    return { ...noBibliography, findings }
  }
  for (const [at, value] of raw.entries()) {
    const line = lineOf(text, value)
    const { data: item, error } = bibliographyItem.safeParse(value)
    for (const issue of error?.issues ?? []) {
      const name = [`item ${at + 1}`, ...issue.path].join(', ')
      const wish = issue.message.startsWith('expected')
        ? issue.message
        : `a valid value: ${issue.message}`
      const message = `Unexpected value in ${name}, ${wish}. Write the value as the paper's source has it.`
      findings.push(fault(path, message, line))
    }
    if (!item) continue
    const key = titleKey(item.title) || item.title
    if (byTitle.has(key)) {
      const message = `Unexpected second item ${shown(item.title)}, expected each paper once. Delete one of the two items.`
      findings.push(fault(path, message, line))
    }
    items.push(item)
    byTitle.set(key, item)
  }
  for (const item of items) {
    for (const title of item.alsoTitled ?? []) {
      const key = titleKey(title)
      if (!byTitle.has(key)) byTitle.set(key, item)
    }
  }
  return { items, findings, itemOf: (title) => byTitle.get(titleKey(title) || title) }
}

/** The bibliography of a listing that has none. */
export const noBibliography: Bibliography = { items: [], findings: [], itemOf: () => undefined }

/** The list in a JSON text; what else it is, as a phrase. */
function listIn(text: string): unknown[] | string {
  try {
    const value: unknown = JSON.parse(withoutMark(text))
    return Array.isArray(value) ? value : 'JSON, expected a list'
  } catch (error) {
    return `text (${error instanceof Error ? error.message : error}), expected JSON`
  }
}

function lineOf(text: string, value: unknown): number {
  const title = z.object({ title: z.string() }).safeParse(value).data?.title
  const at = title === undefined ? -1 : text.indexOf(JSON.stringify(title))
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}
