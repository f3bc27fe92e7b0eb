import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { readRecords } from '../../src/content/list.ts'
import { type Finding, findingLine } from '../../src/model/finding.ts'
import { doiOf } from '../../src/model/identifier.ts'
import { type Identities, type Identity, identitiesOf } from '../../src/model/identity.ts'
import { authorName } from '../../src/model/person.ts'
import { texTitle } from '../../src/text/tex.ts'
import { replaceFile } from '../check/whole-file.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { FoundPaper } from './found-paper.ts'

/** Where the identities of added papers are kept, below the content folder. */
export const identitiesFile = join('listing', 'identities.json')

/** Every identity that a content folder keeps. */
export function loadIdentities(content: string): Identities {
  const findings: Finding[] = []
  const records = readRecords(content, findings)
  if (findings.length > 0) throw new CommandFailed(findings.map(findingLine).join('\n'))
  return identitiesOf(records ?? [])
}

/** What is recorded of a found paper: title, authors and date as its source has them. Undefined without an identifier. */
export function identityOf({ title, item }: FoundPaper): Identity | undefined {
  const doi = item.doi && doiOf(item.doi)
  if (!item.arxiv && !doi) return undefined
  return {
    arxiv: item.arxiv ?? null,
    doi: doi ?? null,
    title: texTitle(title),
    authors: item.authors?.map(authorName) ?? [],
    alsoTitled: [],
    published: item.published ?? null,
  }
}

/** Whether a content folder keeps the identity of a paper, by its arXiv identifier or else by its DOI. */
export function isRecorded(
  { byArxiv, byDoi }: Identities,
  { arxiv, doi }: Partial<Identity>,
): boolean {
  return arxiv ? byArxiv.has(arxiv) : doi ? byDoi.has(doi.toLowerCase()) : false
}

const nameOf = ({ arxiv, doi }: Identity) => arxiv ?? doi ?? ''

/**
 * Adds to the identities that a content folder keeps, one a line in the order of their identifiers, so that two branches
 * seldom touch one line. What is recorded already stays as it is.
 */
export function recordIdentities(content: string, added: readonly Identity[]): void {
  const known = loadIdentities(content)
  const fresh = added.filter((identity) => !isRecorded(known, identity))
  if (fresh.length === 0) return
  const path = join(content, identitiesFile)
  const kept = existsSync(path)
    ? z.array(z.custom<Identity>()).parse(JSON.parse(readFileSync(path, 'utf8')))
    : []
  const all = [...kept, ...fresh].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  mkdirSync(dirname(path), { recursive: true })
  replaceFile(path, `[\n${all.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`)
}
