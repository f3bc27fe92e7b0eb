import { venueName } from '../../src/intake/venue-name.ts'
import { arxivIdOf, doiOf } from '../../src/model/identifier.ts'
import type { Vocabulary } from '../../src/model/vocabulary.ts'
import { texTitle } from '../../src/text/tex.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { AskText } from './ask-text.ts'
import { type AtomEntry, NoFeed, parseAtom } from './atom.ts'
import { type FoundPaper, paragraphsOf } from './found-paper.ts'

/** arXiv's API. @see https://info.arxiv.org/help/api/user-manual.html */
export const arxivApi = 'https://export.arxiv.org/api/query'

/** How many papers arXiv is asked for at once. */
const mostAtOnce = 50

const withdrawn = /\bwith?drawn\b|\bretract(?:ed|ion)\b|\bwithdrew\b/i

/** What arXiv knows of some papers, by their identifiers without version; one that it does not know is absent. */
export async function askArxiv(
  ids: readonly string[],
  ask: AskText,
  venues: Vocabulary['venues'],
  api = arxivApi,
): Promise<Map<string, FoundPaper | CommandFailed>> {
  const found = new Map<string, FoundPaper | CommandFailed>()
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const some = ids.slice(from, from + mostAtOnce)
    for (const entry of await feedOf(some, ask, api)) {
      const id = arxivIdOf(entry.id)
      if (id) found.set(id, withdrawal(id, entry) ?? paperOf(id, entry, venues))
      else if (some.length === 1 && some[0]) found.set(some[0], sayRefused(some[0], entry.summary))
    }
  }
  for (const id of ids) if (!found.has(id)) found.set(id, sayUnknown(id))
  return found
}

async function feedOf(ids: readonly string[], ask: AskText, api: string): Promise<AtomEntry[]> {
  const query = `id_list=${ids.map(encodeURIComponent).join(',')}&max_results=${ids.length}`
  const { status, text } = await ask(`${api}?${query}`, 'application/atom+xml')
  const host = new URL(api).host
  try {
    const entries = parseAtom(text)
    const isRefused = entries.some(({ id }) => id.includes('/api/errors'))
    // One identifier in wrong form takes the others in the same question down with it.
    if (!isRefused || ids.length === 1) return entries
  } catch (error) {
    if (!(error instanceof NoFeed)) throw error
    const said = status === 200 ? error.message : `answer ${status} with ${error.message}`
    throw new CommandFailed(
      `Unexpected ${said.replace(/^an? /, '')} from \`${host}\`, expected arXiv's Atom feed. Run the command again in ten minutes.`,
    )
  }
  const parts: AtomEntry[] = []
  for (const id of ids) {
    for (const entry of await feedOf([id], ask, api)) {
      parts.push(arxivIdOf(entry.id) ? entry : { ...entry, id: '' })
    }
  }
  return parts.filter(({ id }) => id !== '')
}

function paperOf(id: string, entry: AtomEntry, venues: Vocabulary['venues']): FoundPaper {
  const { title, summary, authors, published, comment = '', journal, doi } = entry
  const venue = journal && venueName(journal, undefined, venues)
  const told = venueName(comment, undefined, venues)
  const notes: string[] = []
  if (journal && !venue) {
    notes.push(
      `arXiv's journal reference is \`${journal}\`, a venue that the vocabulary does not have. Write \`venue: …\` when it does.`,
    )
  }
  if (told && !venue) {
    notes.push(
      `The authors' comment is \`${comment}\`. Write \`venue: ${told}\` if it appeared there.`,
    )
  }
  return {
    source: 'arXiv',
    title,
    abstract: paragraphsOf(summary),
    item: {
      title: texTitle(title),
      arxiv: id,
      authors: authors.length > 0 ? authors : undefined,
      published: published?.slice(0, 10),
      venue: venue ? { name: venue, year: undefined } : undefined,
      doi: doi && doiOf(doi),
      code: undefined,
      project: undefined,
      alsoTitled: undefined,
    },
    notes,
  }
}

function withdrawal(
  id: string,
  { title, summary, comment = '' }: AtomEntry,
): CommandFailed | undefined {
  const said = withdrawn.test(comment)
    ? comment
    : /^\W*(?:this|the) (?:paper|article|submission|work|manuscript)\b[^.]*\b(?:withdrawn|retracted)\b/i.test(
          summary.trim(),
        )
      ? (summary.trim().split(/(?<=\.)\s/, 1)[0] ?? '')
      : /^\W*withdrawn\b/i.test(title)
        ? title
        : undefined
  return said === undefined
    ? undefined
    : new CommandFailed(
        `Unexpected withdrawn paper \`${id}\` (\`${said.replaceAll('`', "'")}\`), expected one that its authors stand by. Choose another paper.`,
      )
}

function sayUnknown(id: string): CommandFailed {
  return new CommandFailed(
    `Unexpected arXiv id \`${id}\`, expected one that arXiv knows. Check it at https://arxiv.org/abs/${id}, and write it again.`,
  )
}

function sayRefused(id: string, reason: string): CommandFailed {
  return new CommandFailed(
    `Unexpected arXiv id \`${id}\` (arXiv says: ${reason.trim()}), expected one that arXiv knows. Write it as \`2410.03227\`.`,
  )
}
