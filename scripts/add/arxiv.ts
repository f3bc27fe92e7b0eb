import { parseXml, type XmlElement, XmlError, type XmlNode } from '@rgrove/parse-xml'
import { noFacts } from '../../src/intake/reading.ts'
import { venueName } from '../../src/intake/venue-name.ts'
import { arxivIdOf, doiOf } from '../../src/model/identifier.ts'
import { shown } from '../../src/text/messages.ts'
import { foldSpace } from '../../src/text/plain-letters.ts'
import { texTitle } from '../../src/text/tex.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { FoundPaper, Services } from './doi.ts'

/** arXiv's API. @see https://info.arxiv.org/help/api/user-manual.html */
const api = 'https://export.arxiv.org/api/query'

/** The most papers in one request. */
const mostAtOnce = 50

const withdrawn = /\bwith?drawn\b|\bretract(?:ed|ion)\b|\bwithdrew\b/i
const withdrawnInSummary =
  /^\W*(?:this|the) (?:paper|article|submission|work|manuscript)\b[^.]*\b(?:withdrawn|retracted)\b/i

/** Requests papers from arXiv by identifiers without version. The result is a function that gives each paper, or why it was not found. */
export async function askArxiv(
  ids: readonly string[],
  services: Services,
): Promise<(id: string) => FoundPaper | CommandFailed> {
  const found = new Map<string, FoundPaper | CommandFailed>()
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const some = ids.slice(from, from + mostAtOnce)
    const entries = await feedOf(some, services)
    const refused = entries.find((entry) => textOf(entry, 'id').includes('/api/errors'))
    if (refused && some.length > 1) {
      // arXiv rejects a whole request because of one malformed identifier.
      for (const id of some) found.set(id, (await askArxiv([id], services))(id))
    } else if (refused && some[0]) {
      const why = `arXiv says: ${textOf(refused, 'summary')}`
      const message = `Unexpected arXiv id \`${some[0]}\` (${why}), expected one that arXiv knows. Write it as \`2410.03227\`.`
      found.set(some[0], new CommandFailed(message))
    } else {
      for (const entry of entries) {
        const id = arxivIdOf(textOf(entry, 'id'))
        if (id) found.set(id, withdrawal(id, entry) ?? paperOf(id, entry, services))
      }
    }
  }
  return (id) => {
    const message = `Unexpected arXiv id \`${id}\`, expected one that arXiv knows. Check it at https://arxiv.org/abs/${id}, and write it again.`
    return found.get(id) ?? new CommandFailed(message)
  }
}

async function feedOf(ids: readonly string[], { ask }: Services): Promise<XmlElement[]> {
  const query = `id_list=${ids.map(encodeURIComponent).join(',')}&max_results=${ids.length}`
  const { status, text } = await ask(`${api}?${query}`, 'application/atom+xml')
  const feed = feedIn(text)
  if (feed) return childrenOf(feed, 'entry')
  throw new CommandFailed(
    `Unexpected answer ${status} (${shown(text)}) from \`${new URL(api).host}\`, expected arXiv's Atom feed. Run the command again in ten minutes.`,
  )
}

/**
 * Parses arXiv's Atom feed; undefined for anything else. Entities that the document declares are not expanded.
 * @see https://info.arxiv.org/help/api/user-manual.html#_details_of_atom_results_returned
 */
function feedIn(text: string): XmlElement | undefined {
  try {
    const { root } = parseXml(text.trimStart())
    return root?.name === 'feed' ? root : undefined
  } catch (error) {
    if (error instanceof XmlError) return undefined
    throw error
  }
}

function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  const isNamed = (node: XmlNode): node is XmlElement => 'name' in node && node.name === name
  return parent.children.filter(isNamed)
}

/** The text of the first child element with a name, on one line; empty if there is none. */
function textOf(parent: XmlElement, name: string): string {
  return foldSpace(childrenOf(parent, name)[0]?.text ?? '')
}

function paperOf(id: string, entry: XmlElement, { venues }: Services): FoundPaper {
  const title = textOf(entry, 'title')
  const comment = textOf(entry, 'arxiv:comment')
  const journal = textOf(entry, 'arxiv:journal_ref')
  const authors = childrenOf(entry, 'author').flatMap((author) => textOf(author, 'name') || [])
  const venue = venueName(journal, undefined, venues)
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
    // Lines are wrapped; two spaces start a paragraph.
    abstract: (childrenOf(entry, 'summary')[0]?.text.trim() ?? '')
      .split(/\n[ \t]*\n|\n {2,}(?=\S)/)
      .flatMap((part) => foldSpace(part) || []),
    isRecord: true,
    item: {
      ...noFacts,
      title: texTitle(title),
      arxiv: id,
      authors: authors.length > 0 ? authors : undefined,
      published: textOf(entry, 'published').slice(0, 10) || undefined,
      venue: venue ? { name: venue, year: undefined } : undefined,
      doi: doiOf(textOf(entry, 'arxiv:doi').split(' ', 1)[0] ?? ''),
    },
    notes,
  }
}

/** The message on a paper that its authors or arXiv have withdrawn. */
function withdrawal(id: string, entry: XmlElement): CommandFailed | undefined {
  const [title, summary] = [textOf(entry, 'title'), textOf(entry, 'summary')]
  const comment = textOf(entry, 'arxiv:comment')
  const [said] = [
    withdrawn.test(comment) ? comment : [],
    withdrawnInSummary.test(summary) ? summary.replace(/(?<=\.)\s.*$/s, '') : [],
    /^\W*withdrawn\b/i.test(title) ? title : [],
  ].flat()
  if (said === undefined) return undefined
  return new CommandFailed(
    `Unexpected withdrawn paper \`${id}\` (\`${said.replaceAll('`', "'")}\`), expected one that its authors stand by. Choose another paper.`,
  )
}
