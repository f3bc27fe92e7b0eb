import { parseXml, type XmlElement, XmlError, type XmlNode } from '@rgrove/parse-xml'
import { noFacts } from '../../src/intake/reading.ts'
import { venueName } from '../../src/intake/venue-name.ts'
import { arxivIdOf, doiOf } from '../../src/model/identifier.ts'
import type { Vocabulary } from '../../src/model/vocabulary.ts'
import { foldSpace } from '../../src/text/plain-letters.ts'
import { texTitle } from '../../src/text/tex.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { AskText, FoundPaper } from './ask.ts'

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
    isRecord: true,
    item: {
      ...noFacts,
      title: texTitle(title),
      arxiv: id,
      authors: authors.length > 0 ? authors : undefined,
      published: published?.slice(0, 10),
      venue: venue ? { name: venue, year: undefined } : undefined,
      doi: doi && doiOf(doi),
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

/** The paragraphs of an abstract as arXiv sends it: lines are wrapped, and two spaces begin a paragraph. */
function paragraphsOf(summary: string): string[] {
  return summary.split(/\n[ \t]*\n|\n {2,}(?=\S)/).flatMap((part) => foldSpace(part) || [])
}

/** One `entry` of arXiv's Atom feed. @see https://info.arxiv.org/help/api/user-manual.html#_details_of_atom_results_returned */
export interface AtomEntry {
  /** `http://arxiv.org/abs/2005.14165v4`, or an address of an error. */
  id: string
  title: string
  /** As it is sent, with its line breaks. */
  summary: string
  authors: string[]
  /** When the first version appeared: `2020-05-28T17:29:03Z`. */
  published?: string
  comment?: string
  journal?: string
  doi?: string
}

/** Thrown when a text is no whole Atom feed; its message says why, as a phrase. */
export class NoFeed extends Error {
  override name = 'NoFeed'
}

/** Reads arXiv's Atom feed. Throws `NoFeed` for everything else. Entities and types that a document declares are ignored. */
export function parseAtom(text: string): AtomEntry[] {
  if (/^\s*<(?:!doctype html|html)/i.test(text)) {
    const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]
    throw new NoFeed(`an HTML page${title ? ` (\`${foldSpace(title)}\`)` : ''}`)
  }
  const root = rootOf(text)
  if (root?.name !== 'feed') throw new NoFeed(root ? `\`<${root.name}>\`` : 'an empty answer')
  return childrenOf(root, 'entry').map(entryOf)
}

function rootOf(text: string): XmlElement | null {
  if (!text.trim()) return null
  try {
    return parseXml(text.trimStart()).root
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    const reason = error.message.split(/ \(line/, 1)[0] ?? ''
    throw new NoFeed(`broken XML (line ${error.line}: ${reason.replace(/\.$/, '')})`)
  }
}

function entryOf(entry: XmlElement): AtomEntry {
  const text = (name: string) => {
    const found = childrenOf(entry, name)[0]?.text.trim()
    return found || undefined
  }
  const published = text('published')
  const comment = text('arxiv:comment')
  const journal = text('arxiv:journal_ref')
  const doi = text('arxiv:doi')
  return {
    id: text('id') ?? '',
    title: foldSpace(text('title') ?? ''),
    summary: text('summary') ?? '',
    authors: childrenOf(entry, 'author').flatMap((author) =>
      childrenOf(author, 'name').flatMap((name) => foldSpace(name.text) || []),
    ),
    ...(published && { published }),
    ...(comment && { comment: foldSpace(comment) }),
    ...(journal && { journal: foldSpace(journal) }),
    ...(doi && { doi: doi.split(/\s/, 1)[0] ?? doi }),
  }
}

function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  const isNamed = (node: XmlNode): node is XmlElement => 'name' in node && node.name === name
  return parent.children.filter(isNamed)
}
