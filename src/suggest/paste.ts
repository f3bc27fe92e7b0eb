import { arxivIdIn } from '../intake/addresses.ts'
import { firstVersion } from '../intake/dates.ts'
import { namesIn } from '../intake/names.ts'
import { arxivFault, arxivIdOf, canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import { dateIn } from '../model/partial-date.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { sameTitle } from '../similarity/near-titles.ts'
import { largestFile } from '../text/limits.ts'
import type { Draft, Pasted } from './draft.ts'

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
  const names = Object.keys(fields).flatMap((name) => shownNames[name as keyof Draft] ?? [])
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
  return dateIn(said)
}

/** Lines of the pages of arXiv, Hugging Face, OpenReview and the ACL Anthology that are no words of a paper. */
const furniture =
  /^(?:computer science|statistics|mathematics|electrical engineering.*)\s*>|^\[?\(?(?:submitted|published)(?: on\b|: )|^arxiv:\s*\S+(?: \(.*\))?$|^(?:view|download)\s(?:a |the )?(?:pdf|arxiv|project|paper)\b|^html \(experimental\)|^(?:skip to main content|openreview\.net|login|(?:back|go) to .*homepage|(?:acl logo )?acl anthology|(?:news|faq|corrections|submissions)(?: ?\(current\))?|tex source|other formats|view license|papers|pdf|bib|cite|search(?: openreview)?\.*|copy citation|everyone|revisions|bibtex|github|hugging face|models|datasets|spaces|docs|pricing|log in|sign up|add to collection|ai-generated summary|·)$|^(?:submitted by|upvote|cc by)\b|^\+?\d+$|^https?:\/\/\S+$|poster$|oral$/i
/** Lines below the abstract on these pages: nothing of what follows is the paper's. */
const below =
  /^(?:comments|subjects|cite as|journal reference|related doi|report number|(?:acm|msc) classes|submission history|access paper|anthology id|volume|supplementary material|primary area|submission number|code of ethics|submission guidelines|keywords|tl;dr|venue|student paper|anonymous url|upload images, audio)\s*:?(?:\s|$)|^(?:community|edit ?preview|(?:models|datasets|spaces) citing this paper.*)$|^\(or arxiv:|^focus to learn more/i
/** Those of them that never stand above an abstract, which tell its end where no label tells its beginning. */
const neverAbove = /^(?:cite as|submission history|access paper)\b/i
const label = (name: string) => new RegExp(`^${name}s?(?:\\s*:\\s*|$)`, 'i')

/** Reads a title with its abstract, and the names, the date and the address that stand with them on a page. */
function readPage(text: string): Pasted {
  const page = abstractLast(text.split('\n').map((line) => line.trim()))
  // On arXiv's page nothing above this line is the paper's.
  const lines = page.slice(page.findIndex((line) => /^\[submitted on\b/i.test(line)) + 1)
  const isMeta = (line: string) => furniture.test(line) || below.test(line)
  const arxiv = page.map((line) => (isMeta(line) ? arxivIdIn(line) : undefined)).find(Boolean)
  const address = lines.find((line) => /^https?:\/\/\S+$/.test(line))
  const published = submittedOn(text)
  const start = lines.findIndex((line) => label('abstract').test(line))
  const over = lines.findIndex((line) => neverAbove.test(line))
  const headEnd = start < 0 && over >= 0 ? over : start
  const head = (headEnd < 0 ? lines : lines.slice(0, headEnd)).filter((line) => !isMeta(line))
  const { title, authors, rest } = readHead(head, start >= 0)
  const tail =
    start < 0 ? rest : lines.slice(start).map((line) => line.replace(label('abstract'), ''))
  const end = tail.findIndex((line, at) => at > 0 && below.test(line))
  // Hugging Face sets a summary above the abstract, and names it below.
  const after = tail.findIndex((line) => /^ai-generated summary$/i.test(line)) + 1
  const body = tail.slice(after, end < 0 ? undefined : end).filter((line) => !furniture.test(line))
  const abstract = body
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
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

/** The lines with a labelled abstract behind the title and the authors, where their labels stand below it. */
function abstractLast(lines: string[]): string[] {
  const start = lines.findIndex((line) => label('abstract').test(line))
  const end = lines.findIndex((line, at) => at > start && /^(?:title|authors?)\s*:/i.test(line))
  if (start < 0 || end < 0 || lines.slice(start + 1, end).some((line) => below.test(line)))
    return lines
  return [...lines.slice(0, start), ...lines.slice(end), ...lines.slice(start, end)]
}

/** The title and the authors above an abstract, and the lines that may be the abstract where no label begins it. */
function readHead(lines: readonly string[], isLabelled: boolean) {
  const titled = lines.findIndex((line) => label('title').test(line))
  const from = titled < 0 ? lines.findIndex(Boolean) : titled
  const title = (lines[from] ?? '').replace(label('title'), '') || (lines[from + 1] ?? '')
  const authorsAbove = lines.slice(0, from).filter((line) => label('author').test(line))
  const rest = [...lines.slice(from + 1).filter((line) => line !== title), ...authorsAbove]
  const named = rest.findIndex((line) => label('author').test(line))
  if (named >= 0) {
    const said = rest.slice(named).map((line) => line.replace(label('author'), ''))
    const stop = isLabelled ? said.length : said.findIndex((line, at) => at > 0 && line === '')
    const names = said
      .slice(0, stop < 0 ? 1 : stop)
      .flatMap((line) => line.replace(/\s*,$/, '') || [])
    const authors = names.flatMap((name) => namesIn(name) ?? name)
    return { title, authors, rest: said.slice(stop < 0 ? 1 : stop) }
  }
  const at = rest.findIndex((line) => namesIn(line) !== undefined)
  const only = rest.filter(Boolean)
  // One name alone can only be told above an abstract that says that it is one.
  if (at < 0 && isLabelled && only.length === 1) return { title, authors: only, rest: [] }
  const authors = at < 0 ? [] : (namesIn(rest[at] ?? '') ?? [])
  return { title, authors, rest: at < 0 ? rest : rest.filter((_, place) => place !== at) }
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
