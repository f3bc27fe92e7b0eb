import { arxivIdIn } from '../intake/addresses.ts'
import { firstVersionDate } from '../intake/dates.ts'
import { parseNameList } from '../intake/names.ts'
import { arxivFault, arxivIdOf, canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import { parseDate } from '../model/partial-date.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { sameTitle } from '../similarity/near-titles.ts'
import { largestFile } from '../text/limits.ts'
import type { Draft, ParsedPaste } from './draft.ts'

/** The names of fields in messages, where they differ. */
const fieldNames: Partial<Record<string, string>> = {
  published: 'date',
  paper: 'address',
  doi: 'DOI',
}

/** Parses what a contributor pasted: an address, an entry file, a paper in BibTeX, RIS or JSON, or a title with its abstract. */
export async function parsePaste(
  text: string,
  today: string,
  venues: Vocabulary['venues'],
): Promise<ParsedPaste> {
  const pasted = text.replace(/\r\n?/g, '\n').trim()
  if (pasted.length > largestFile)
    return {
      fields: {},
      messages: ['Not read: this is more than 64 KB. Paste one paper at a time.'],
    }
  if (/^---[ \t]*\n/.test(pasted)) {
    const message =
      'This is the file of an entry. It is below, exactly as you pasted it; edit it there.'
    return { fields: { file: `${pasted}\n` }, messages: [message] }
  }
  const format = formatOf(pasted)
  // The parsers of files are loaded only if somebody pastes a file.
  const { fields, messages } = format
    ? (await import('./paste-file.ts')).parsePastedFile(format, pasted, today, venues)
    : pasted.includes('\n')
      ? parsePage(pasted)
      : parseLine(pasted)
  const names = Object.keys(fields).map((name) => `the ${fieldNames[name] ?? name}`)
  const all = new Intl.ListFormat('en-GB').format(names)
  return { fields, messages: [...(all ? [`Filled in ${all}.`] : []), ...messages] }
}

/** The format of a pasted file. Formats that are not supported go to the most similar parser, which names them. */
function formatOf(text: string) {
  if (/@[ \t]*[a-z]+[ \t]*[({]\s*[^\s{}]*\s*[,=]/i.test(text)) return 'BibTeX'
  if (/^TY {2}- |^PMID *- |^%0 \S|^cff-version *:/m.test(text)) return 'RIS'
  return /^[[{]\s*["{[]/.test(text) ? 'JSON' : undefined
}

const noRequests =
  'This page sends nothing to other sites, so that nobody learns what you read. Please paste the title and the abstract from there as well.'

/** Parses one line: an address, an identifier, a title or an abstract. */
function parseLine(line: string): ParsedPaste {
  const isShort = line.split(/\s+/).length <= 40
  // In a sentence such as a request to add a paper, only the address is useful.
  const arxiv = arxivIdOf(line) ?? (isShort ? arxivIdIn(line) : undefined)
  if (arxiv) return { fields: arxivFields(arxiv), messages: [noRequests] }
  const fault = arxivFault(line)
  if (fault)
    return { fields: {}, messages: [`Not read: \`${line}\` is not a valid arXiv id: ${fault}.`] }
  const doi = doiOf(line)
  if (doi) return { fields: { paper: canonicalPaperAddress(doi), doi }, messages: [noRequests] }
  if (/^https?:\/\/\S+$/.test(line))
    return { fields: { paper: canonicalPaperAddress(line) }, messages: [noRequests] }
  return { fields: isShort ? { title: line } : { abstract: line }, messages: [] }
}

/** The address of an arXiv paper, and the month in its id. */
function arxivFields(arxiv: string): Partial<Draft> {
  const published = firstVersionDate(arxiv, undefined)
  return { paper: canonicalPaperAddress(arxiv), ...(published && { published }) }
}

/** The day on which a paper was submitted or published, according to a page: `4 Oct 2024`, `Oct 4, 2024`. */
function submissionDate(text: string): string | undefined {
  const [, date = ''] =
    /\b(?:submitted|published)(?: on|:)? ((?:\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2}),? \d{4})/i.exec(
      text,
    ) ?? []
  return parseDate(date)
}

/** Lines on pages of arXiv, Hugging Face, OpenReview and the ACL Anthology that are not part of a paper. */
const boilerplate =
  /^(?:computer science|statistics|mathematics|electrical engineering.*)\s*>|^\[?\(?(?:submitted|published)(?: on\b|: )|^arxiv:\s*\S+(?: \(.*\))?$|^(?:view|download)\s(?:a |the )?(?:pdf|arxiv|project|paper)\b|^html \(experimental\)|^(?:skip to main content|openreview\.net|login|(?:back|go) to .*homepage|(?:acl logo )?acl anthology|(?:news|faq|corrections|submissions)(?: ?\(current\))?|tex source|other formats|view license|papers|pdf|bib|cite|search(?: openreview)?\.*|copy citation|everyone|revisions|bibtex|github|hugging face|models|datasets|spaces|docs|pricing|log in|sign up|add to collection|ai-generated summary|·)$|^(?:submitted by|upvote|cc by)\b|^\+?\d+$|^https?:\/\/\S+$|poster$|oral$/i
/** Lines that end the abstract on these pages. */
const afterAbstract =
  /^(?:comments|subjects|cite as|journal reference|related doi|report number|(?:acm|msc) classes|submission history|access paper|anthology id|volume|supplementary material|primary area|submission number|code of ethics|submission guidelines|keywords|tl;dr|venue|student paper|anonymous url|upload images, audio)\s*:?(?:\s|$)|^(?:community|edit ?preview|(?:models|datasets|spaces) citing this paper.*)$|^\(or arxiv:|^focus to learn more/i
/** The ones that never occur above an abstract. They end it even if no label marks its beginning. */
const onlyAfterAbstract = /^(?:cite as|submission history|access paper)\b/i

/** The labels of the parts of a page, alone on a line or followed by a colon. */
const labels = {
  title: /^titles?(?:\s*:\s*|$)/i,
  authors: /^authors?(?:\s*:\s*|$)/i,
  abstract: /^abstracts?(?:\s*:\s*|$)/i,
}
type Part = keyof typeof labels

/** Parses a copied page: a title with its abstract, and the authors, date and address around them. */
function parsePage(text: string): ParsedPaste {
  const lines = text.split('\n').map((line) => line.trim())
  const [arxiv] = lines.filter(isBoilerplate).flatMap((line) => arxivIdIn(line) ?? [])
  const address = lines.find((line) => /^https?:\/\/\S+$/.test(line))
  const published = submissionDate(text)
  const { title, authors, abstract } = splitPage(lines)
  const fields = {
    ...(title && { title }),
    ...(authors.length > 0 && { authors: authors.join('\n') }),
    ...(abstract && { abstract }),
    ...(address && { paper: canonicalPaperAddress(address) }),
    ...(arxiv && arxivFields(arxiv)),
    ...(published && { published }),
  }
  return { fields, messages: [] }
}

const isBoilerplate = (line: string) => boilerplate.test(line) || afterAbstract.test(line)

/** Splits a page into title, authors and abstract. Without labels, they are expected in this order. */
function splitPage(lines: readonly string[]) {
  const isLabelled = lines.some((line) => labels.abstract.test(line))
  const parts: Record<Part | 'head', string[]> = { head: [], title: [], authors: [], abstract: [] }
  let part: keyof typeof parts = 'head'
  for (const line of lines) {
    const isStarted = parts[part].some(Boolean)
    // Within an abstract, a label without a colon is text.
    const label = (Object.keys(labels) as Part[]).find(
      (name) => labels[name].test(line) && (part !== 'abstract' || line.includes(':')),
    )
    const isEnd =
      part === 'abstract'
        ? isStarted && afterAbstract.test(line)
        : !isLabelled && onlyAfterAbstract.test(line)
    if (isEnd) break
    if (label) part = label
    // A title has one line. Without labels, a blank line separates the authors from the abstract.
    else if (part === 'title' && isStarted) part = 'head'
    else if (part === 'authors' && isStarted && line === '' && !isLabelled) part = 'abstract'
    // Everything above this line on arXiv's page is navigation.
    if (/^\[submitted on\b/i.test(line)) parts.head = []
    // Hugging Face puts a summary in front of the abstract, and this label below it.
    if (/^ai-generated summary$/i.test(line)) parts.abstract = []
    if (label) parts[part].push(line.replace(labels[label], ''))
    else if (!isBoilerplate(line)) parts[part].push(line)
  }
  const head = [...parts.title, ...parts.head]
  const title = head.find(Boolean) ?? ''
  const rest = head.slice(head.indexOf(title) + 1).filter((line) => line !== title)
  // A line with one name is recognised as the author only if it is all that is left above a labelled abstract.
  const onlyLine = isLabelled && rest.filter(Boolean).length === 1 ? rest.find(Boolean) : undefined
  const byline = rest.find((line) => parseNameList(line) !== undefined) ?? onlyLine
  const named = parts.authors.length > 0 ? parts.authors : byline ? [byline] : []
  const authors = named
    .flatMap((line) => line.replace(/\s*,$/, '') || [])
    .flatMap((line) => parseNameList(line) ?? line)
  const words = parts.abstract.some(Boolean)
    ? parts.abstract
    : rest.filter((line) => line !== byline)
  const abstract = words
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { title, authors, abstract }
}

/** Whether pasted fields belong to a different paper from the draft, by their identifiers, or by their titles if these are missing. */
export function isOtherPaper(draft: Draft, { title, paper, doi }: Partial<Draft>): boolean {
  const idsOf = (address = '', bare = '') => ({
    arxiv: arxivIdOf(address),
    doi: (doiOf(bare) ?? doiOf(address))?.toLowerCase(),
  })
  const [own, pasted] = [idsOf(draft.paper, draft.doi), idsOf(paper, doi)]
  for (const kind of ['arxiv', 'doi'] as const)
    if (own[kind] && pasted[kind]) return own[kind] !== pasted[kind]
  return Boolean(draft.title && title) && !sameTitle(draft.title, title ?? '')
}
