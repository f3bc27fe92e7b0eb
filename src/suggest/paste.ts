import { arxivIdIn } from '../intake/addresses.ts'
import { firstVersion } from '../intake/dates.ts'
import { namesIn } from '../intake/names.ts'
import { arxivFault, arxivIdOf, canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import { parseDate } from '../model/partial-date.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { sameTitle } from '../similarity/near-titles.ts'
import { largestFile } from '../text/limits.ts'
import type { Draft, Pasted } from './draft.ts'

const shownNames: Partial<Record<string, string>> = {
  published: 'date',
  paper: 'address',
  doi: 'DOI',
}

/** Reads what a contributor pasted: an address, an entry's file, a paper in BibTeX, RIS or JSON, or a title with its abstract. */
export async function readPaste(
  text: string,
  today: string,
  venues: Vocabulary['venues'],
): Promise<Pasted> {
  const pasted = text.replace(/\r\n?/g, '\n').trim()
  if (pasted.length > largestFile)
    return { fields: {}, said: ['Not read: this is more than 64 KB. Paste one paper at a time.'] }
  if (/^---[ \t]*\n/.test(pasted)) {
    const said = ['Read as the file of an entry. It stands below as it was pasted; edit it there.']
    return { fields: { file: `${pasted}\n` }, said }
  }
  const { fields, said } = await readFacts(pasted, today, venues)
  const names = Object.keys(fields).map((name) => `the ${shownNames[name] ?? name}`)
  const all = new Intl.ListFormat('en-GB').format(names)
  return { fields, said: [...(all ? [`Read ${all}.`] : []), ...said] }
}

async function readFacts(
  pasted: string,
  today: string,
  venues: Vocabulary['venues'],
): Promise<Pasted> {
  const form = formOf(pasted)
  if (!form) return pasted.includes('\n') ? readPage(pasted) : readLine(pasted)
  // It comes only when somebody pastes a file.
  const { readFile } = await import('./paste-file.ts')
  return readFile(form, pasted, today, venues)
}

/** The form of file that a text has; the reader names those that it does not read. */
function formOf(text: string) {
  if (/@[ \t]*[a-z]+[ \t]*[({]\s*[^\s{}]*\s*[,=]/i.test(text)) return 'BibTeX'
  if (/^TY {2}- |^PMID *- |^%0 \S|^cff-version *:/m.test(text)) return 'RIS'
  return /^[[{]\s*["{[]/.test(text) ? 'JSON' : undefined
}

const noRequests =
  'This page asks no other site for anything, so that nobody learns what you read. Please paste the title and the abstract from there, too.'

function readLine(line: string): Pasted {
  const isShort = line.split(/\s+/).length <= 40
  // Within a sentence, as people write it to each other, the address is all that is of use.
  const arxiv = arxivIdOf(line) ?? (isShort ? arxivIdIn(line) : undefined)
  if (arxiv) return { fields: arxivFields(arxiv), said: [noRequests] }
  const fault = arxivFault(line)
  if (fault)
    return { fields: {}, said: [`Not read: \`${line}\` is no id that arXiv has given: ${fault}.`] }
  const doi = doiOf(line)
  if (doi) return { fields: { paper: canonicalPaperAddress(doi), doi }, said: [noRequests] }
  if (/^https?:\/\/\S+$/.test(line))
    return { fields: { paper: canonicalPaperAddress(line) }, said: [noRequests] }
  return { fields: isShort ? { title: line } : { abstract: line }, said: [] }
}

/** The address, and the month that the identifier tells. */
function arxivFields(arxiv: string): Partial<Draft> {
  const published = firstVersion(arxiv, undefined)
  return { paper: canonicalPaperAddress(arxiv), ...(published && { published }) }
}

/** The day on which a page says that a paper was submitted or published: `4 Oct 2024`, `Oct 4, 2024`. */
function submittedOn(text: string): string | undefined {
  const [, said = ''] =
    /\b(?:submitted|published)(?: on|:)? ((?:\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2}),? \d{4})/i.exec(
      text,
    ) ?? []
  return parseDate(said)
}

/** Lines of the pages of arXiv, Hugging Face, OpenReview and the ACL Anthology that are no words of a paper. */
const furniture =
  /^(?:computer science|statistics|mathematics|electrical engineering.*)\s*>|^\[?\(?(?:submitted|published)(?: on\b|: )|^arxiv:\s*\S+(?: \(.*\))?$|^(?:view|download)\s(?:a |the )?(?:pdf|arxiv|project|paper)\b|^html \(experimental\)|^(?:skip to main content|openreview\.net|login|(?:back|go) to .*homepage|(?:acl logo )?acl anthology|(?:news|faq|corrections|submissions)(?: ?\(current\))?|tex source|other formats|view license|papers|pdf|bib|cite|search(?: openreview)?\.*|copy citation|everyone|revisions|bibtex|github|hugging face|models|datasets|spaces|docs|pricing|log in|sign up|add to collection|ai-generated summary|·)$|^(?:submitted by|upvote|cc by)\b|^\+?\d+$|^https?:\/\/\S+$|poster$|oral$/i
/** Lines below the abstract on these pages: nothing of what follows is the paper's. */
const below =
  /^(?:comments|subjects|cite as|journal reference|related doi|report number|(?:acm|msc) classes|submission history|access paper|anthology id|volume|supplementary material|primary area|submission number|code of ethics|submission guidelines|keywords|tl;dr|venue|student paper|anonymous url|upload images, audio)\s*:?(?:\s|$)|^(?:community|edit ?preview|(?:models|datasets|spaces) citing this paper.*)$|^\(or arxiv:|^focus to learn more/i
/** Those of them that never stand above an abstract, which tell its end where no label tells its beginning. */
const neverAbove = /^(?:cite as|submission history|access paper)\b/i

/** What stands in front of each part of a page, alone on its line or with a colon. */
const labels = {
  title: /^titles?(?:\s*:\s*|$)/i,
  authors: /^authors?(?:\s*:\s*|$)/i,
  abstract: /^abstracts?(?:\s*:\s*|$)/i,
}
type Part = keyof typeof labels

/** Reads a title with its abstract, and the names, the date and the address that stand with them on a page. */
function readPage(text: string): Pasted {
  const lines = text.split('\n').map((line) => line.trim())
  const arxiv = lines.map((line) => (isMeta(line) ? arxivIdIn(line) : undefined)).find(Boolean)
  const address = lines.find((line) => /^https?:\/\/\S+$/.test(line))
  const published = submittedOn(text)
  const { title, authors, abstract } = partsOf(lines)
  const fields = {
    ...(title && { title }),
    ...(authors.length > 0 && { authors: authors.join('\n') }),
    ...(abstract && { abstract }),
    ...(address && { paper: canonicalPaperAddress(address) }),
    ...(arxiv && arxivFields(arxiv)),
    ...(published && { published }),
  }
  return { fields, said: [] }
}

const isMeta = (line: string) => furniture.test(line) || below.test(line)

/** The title, authors and abstract of a page. Without labels they stand in this order. */
function partsOf(lines: readonly string[]) {
  const isLabelled = lines.some((line) => labels.abstract.test(line))
  const parts: Record<Part | 'head', string[]> = { head: [], title: [], authors: [], abstract: [] }
  let part: keyof typeof parts = 'head'
  for (const line of lines) {
    const isStarted = parts[part].some(Boolean)
    // Within an abstract, only a label with a colon ends it.
    const named = (Object.keys(labels) as Part[]).find(
      (name) => labels[name].test(line) && (part !== 'abstract' || line.includes(':')),
    )
    const isEnd = part === 'abstract' ? isStarted && below.test(line) : neverAbove.test(line)
    if (isEnd && (part === 'abstract' || !isLabelled)) break
    if (named) part = named
    // One title has one line; and without a label, the abstract follows the authors after a blank line.
    else if (part === 'title' && isStarted) part = 'head'
    else if (part === 'authors' && isStarted && line === '' && !isLabelled) part = 'abstract'
    // On arXiv's page nothing above this line is the paper's; Hugging Face names a summary below it.
    if (/^\[submitted on\b/i.test(line)) parts.head = []
    if (/^ai-generated summary$/i.test(line)) parts.abstract = []
    if (named) parts[part].push(line.replace(labels[named], ''))
    else if (!isMeta(line)) parts[part].push(line)
  }
  const head = [...parts.title, ...parts.head]
  const title = head.find(Boolean) ?? ''
  const rest = head.slice(head.indexOf(title) + 1).filter((line) => line !== title)
  // One name alone can only be told above an abstract that says that it is one.
  const only = isLabelled && rest.filter(Boolean).length === 1 ? rest.find(Boolean) : undefined
  const byline = rest.find((line) => namesIn(line) !== undefined) ?? only
  const named = parts.authors.length > 0 ? parts.authors : byline ? [byline] : []
  const authors = named
    .flatMap((line) => line.replace(/\s*,$/, '') || [])
    .flatMap((line) => namesIn(line) ?? line)
  const words = parts.abstract.some(Boolean)
    ? parts.abstract
    : rest.filter((line) => line !== byline)
  const abstract = words
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { title, authors, abstract }
}

/** Whether a pasted text is of another paper than a draft: by its identifier, or else by its title. */
export function isOtherPaper(draft: Draft, { title, paper, doi }: Partial<Draft>): boolean {
  const idsOf = (address = '', bare = '') => ({
    arxiv: arxivIdOf(address),
    doi: (doiOf(bare) ?? doiOf(address))?.toLowerCase(),
  })
  const [own, other] = [idsOf(draft.paper, draft.doi), idsOf(paper, doi)]
  for (const kind of ['arxiv', 'doi'] as const)
    if (own[kind] && other[kind]) return own[kind] !== other[kind]
  return Boolean(draft.title && title) && !sameTitle(draft.title, title ?? '')
}
