import { arxivIdIn } from '../intake/addresses.ts'
import { namesIn } from '../intake/names.ts'
import { arxivIdOf, canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import { guard } from '../rules/engine/guard.ts'
import { parseEntryFile } from '../text/entry-file.ts'
import { largestFile } from '../text/limits.ts'
import { type Draft, entriesFolder } from './draft.ts'

/** What a pasted text told. */
export interface Reading {
  /** The fields that it fills. */
  fields: Partial<Draft>
  /** What was read and what was not, in sentences. */
  said: string[]
}

/**
 * Reads what a contributor pasted: an address, BibTeX, an entry's file, or a title with its abstract. What reads BibTeX is
 * large, so that it is loaded only when somebody pastes some.
 */
export async function readPaste(
  text: string,
  today: string,
  readBibtex: (text: string, today: string) => Promise<Reading>,
): Promise<Reading> {
  const pasted = text.replace(/\r\n?/g, '\n').trim()
  if (pasted.length > largestFile) {
    const path = `${entriesFolder}/the-title.mdx`
    const refusals = guard(parseEntryFile(path, pasted))
    return { fields: {}, said: refusals.map(({ message, rule }) => `${message} (${rule})`) }
  }
  if (/^---[ \t]*\n/.test(pasted)) {
    const said = [
      'Read as the file of an entry. It is below as you pasted it, and you can edit it there.',
    ]
    return { fields: { file: `${pasted}\n` }, said }
  }
  if (/^[ \t]*@[ \t]*[a-z]+[ \t]*[({]/im.test(pasted)) return readBibtex(pasted, today)
  const form = /^TY {2}- /.test(pasted) ? 'RIS' : /^[[{]\s*["{[]/.test(pasted) ? 'JSON' : undefined
  if (form) {
    return { fields: {}, said: [`Not read: ${form}. Please paste the same paper as BibTeX.`] }
  }
  return pasted.includes('\n') ? readPage(pasted) : readLine(pasted)
}

function readLine(line: string): Reading {
  const isShort = line.split(/\s+/).length <= 40
  // Within a sentence, as people write it to each other, the address is all that is of use.
  const arxiv = arxivIdOf(line) ?? (isShort ? arxivIdIn(line) : undefined)
  if (arxiv) return addressed(`arXiv’s ${arxiv}`, arxivFields(arxiv))
  const doi = doiOf(line)
  if (doi) return addressed(`the DOI ${doi}`, { paper: canonicalPaperAddress(doi), doi })
  if (/^https?:\/\/\S+$/.test(line))
    return addressed('the paper’s address', { paper: canonicalPaperAddress(line) })
  return isShort
    ? { fields: { title: line }, said: ['Read the title.'] }
    : { fields: { abstract: line }, said: ['Read the abstract.'] }
}

function addressed(what: string, fields: Partial<Draft>): Reading {
  const rest =
    'This page asks no other site for anything, so that nobody learns what you read. Please paste the title and the abstract from there, too.'
  return { fields, said: [`Read ${what}. ${rest}`] }
}

/** The address, and the month that the identifier tells. */
function arxivFields(arxiv: string): Partial<Draft> {
  const [, year, month] = /^(\d\d)(0[1-9]|1[0-2])\./.exec(arxiv) ?? []
  return {
    paper: canonicalPaperAddress(arxiv),
    ...(year && { published: `20${year}-${month}` }),
  }
}

function submittedOn(text: string): string | undefined {
  const day = /\b(?:submitted|published) on (\d{1,2} [a-z]{3})[a-z]* (\d{4})/i.exec(text)
  const date = new Date(`${day?.[1]} ${day?.[2]} UTC`)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10)
}

const furniture =
  /^(?:computer science|statistics)\s*>|^\[?\(?submitted on\b|^arxiv:\s*\d{4}\.\d{4,5}|^view pdf\b|^(?:comments|subjects|cite as|journal reference|related doi|report number|(?:acm|msc) classes):\s|^https?:\/\/\S+$|^(?:abstract|title|authors?):?$/i

/** Reads a title with its abstract, and the names, the date and the address that stand with them on arXiv's page. */
function readPage(text: string): Reading {
  const lines = text.split('\n').map((line) => line.trim())
  const address = lines.find((line) => /^https?:\/\/\S+$/.test(line))
  const arxiv = lines
    .map((line) => (furniture.test(line) ? arxivIdIn(line) : undefined))
    .find(Boolean)
  const published = submittedOn(text)
  const blocks = lines
    .map((line) => (furniture.test(line) ? '' : line))
    .join('\n')
    .split(/\n{2,}/)
    .flatMap((block) => block.trim() || [])
  const [first = '', ...others] = blocks
  const [title = '', ...sameBlock] = first.split('\n')
  const rest = [...(sameBlock.length > 0 ? [sameBlock.join('\n')] : []), ...others]
  const authors: string[] = []
  const paragraphs = rest.flatMap((block) => {
    const [line = '', ...more] = block.split('\n')
    const names = authors.length === 0 ? namesIn(line.replace(/^authors?:\s*/i, '')) : undefined
    if (!names) return [block]
    authors.push(...names)
    return more.length > 0 ? [more.join('\n')] : []
  })
  const abstract = paragraphs.join('\n\n').replace(/^abstract[.:]?\s+/i, '')
  const fields: Partial<Draft> = {
    title: title.replace(/^title:\s*/i, ''),
    ...(authors.length > 0 && { authors: authors.join('\n') }),
    ...(abstract && { abstract }),
    ...(address && { paper: canonicalPaperAddress(address) }),
    ...(arxiv && arxivFields(arxiv)),
    ...(published && { published }),
  }
  return { fields, said: [sayOfFields(fields)] }
}

const shownNames: Partial<Record<keyof Draft, string>> = {
  title: 'the title',
  authors: 'the authors',
  published: 'the date',
  paper: 'the address',
  venue: 'the venue',
  doi: 'the DOI',
  abstract: 'the abstract',
  code: 'the code',
  data: 'the data',
  model: 'the model',
  project: 'the project',
}

/** What was read, in one sentence. */
export function sayOfFields(fields: Partial<Draft>): string {
  const names = Object.keys(fields).flatMap((name) => shownNames[name as keyof Draft] ?? [])
  const last = names.pop() ?? 'nothing'
  return `Read ${names.length > 0 ? `${names.join(', ')} and ${last}` : last}.`
}
