import { parseXml, type XmlElement, XmlError, type XmlNode } from '@rgrove/parse-xml'
import { papersFrom } from '../../src/intake/record-to-paper.ts'
import { venueName } from '../../src/intake/venue-name.ts'
import { arxivIdOf } from '../../src/model/identifier.ts'
import { quoted } from '../../src/text/messages.ts'
import { normaliseText } from '../../src/text/normalise.ts'
import { CommandFailed } from '../terminal/command.ts'
import { type FoundPaper, type Services, toFoundPaper, unknownId } from './doi.ts'

/** arXiv's API. @see https://info.arxiv.org/help/api/user-manual.html */
const api = 'https://export.arxiv.org/api/query'

/** The most papers in one request. */
const mostAtOnce = 50

const mentionsWithdrawal = /\bwith?drawn\b|\bretract(?:ed|ion)\b|\bwithdrew\b/i
const announcesWithdrawal =
  /^\W*(?:withdrawn\b|(?:this|the) (?:paper|article|submission|work|manuscript)\b[^.]*\b(?:withdrawn|retracted)\b)/i

/** Looks up papers at arXiv by identifiers without a version. Each result is the paper, or the reason why there is none. */
export async function askArxiv(
  ids: readonly string[],
  services: Services,
): Promise<Map<string, FoundPaper | CommandFailed>> {
  const found = new Map<string, FoundPaper | CommandFailed>()
  for (const id of ids)
    found.set(id, unknownId('arXiv id', id, 'arXiv', `https://arxiv.org/abs/${id}`))
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const batch = ids.slice(from, from + mostAtOnce)
    const entries = await fetchFeed(batch, services)
    const isRejected = entries.some((entry) => textOf(entry, 'id').includes('/api/errors'))
    // One malformed identifier makes arXiv reject the whole request.
    if (isRejected && batch.length > 1)
      for (const id of batch)
        for (const [key, result] of await askArxiv([id], services)) found.set(key, result)
    for (const entry of isRejected ? [] : entries) {
      const id = arxivIdOf(textOf(entry, 'id'))
      if (id) found.set(id, withdrawalMessage(id, entry) ?? paperOf(id, entry, services))
    }
  }
  return found
}

async function fetchFeed(ids: readonly string[], { ask }: Services): Promise<XmlElement[]> {
  const query = `id_list=${ids.map(encodeURIComponent).join(',')}&max_results=${ids.length}`
  const { status, text } = await ask(`${api}?${query}`, 'application/atom+xml')
  try {
    // The parser does not expand entities that a document declares.
    const { root } = parseXml(text.trimStart())
    if (root?.name === 'feed') return childrenOf(root, 'entry')
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
  }
  throw new CommandFailed(
    `Unexpected answer ${status} (${quoted(text)}) from \`${new URL(api).host}\`, expected arXiv's Atom feed. Run the command again in ten minutes.`,
  )
}

function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  const isNamed = (node: XmlNode): node is XmlElement => 'name' in node && node.name === name
  return parent.children.filter(isNamed)
}

/** The text of the first child element with a name, on one line; empty if there is none. */
function textOf(parent: XmlElement, name: string): string {
  return normaliseText(childrenOf(parent, name)[0]?.text ?? '')
}

/** @see https://info.arxiv.org/help/api/user-manual.html#_details_of_atom_results_returned */
function paperOf(id: string, entry: XmlElement, { venues }: Services): FoundPaper | CommandFailed {
  const journal = textOf(entry, 'arxiv:journal_ref')
  // The year of the first version must not be taken for the journal's.
  const isDated = /\b(?:19|20)\d\d\b/.test(journal)
  const values = {
    title: textOf(entry, 'title'),
    arxiv: id,
    authors: childrenOf(entry, 'author').map((author) => ({ name: textOf(author, 'name') })),
    // Lines are wrapped; two spaces start a paragraph.
    abstract: childrenOf(entry, 'summary')[0]
      ?.text.trim()
      .replace(/\n {2,}(?=\S)/g, '\n\n'),
    published: textOf(entry, 'published'),
    doi: textOf(entry, 'arxiv:doi'),
    journal: isDated ? journal : '',
  }
  const fields = Object.entries(values).map(([name, value]) => ({ name, value }))
  const parsed = papersFrom([{ line: 1, markup: 'none', fields }], venues)
  const found = toFoundPaper('arXiv', parsed)
  if (!found) {
    const [why] = parsed.skipped.map((one) => `${one.what}: ${one.why}`)
    return new CommandFailed(
      `Unexpected arXiv paper \`${id}\`, expected one that can become an entry (${why}). Write its entry by hand; CONTRIBUTING says how.`,
    )
  }
  if (journal && !isDated)
    found.notes.push(`arXiv's journal reference, \`${journal}\`, has no year. Write \`venue: …\`.`)
  const comment = textOf(entry, 'arxiv:comment')
  const commentVenue = venueName(comment, venues)
  if (commentVenue && !found.venue)
    found.notes.push(
      `The authors' comment is \`${comment}\`. Write \`venue: ${commentVenue}\` if it appeared there.`,
    )
  return found
}

/** The message for a paper that its authors or arXiv have withdrawn; undefined for any other. */
function withdrawalMessage(id: string, entry: XmlElement): CommandFailed | undefined {
  const comment = textOf(entry, 'arxiv:comment')
  const [opening = ''] = textOf(entry, 'summary').split(/(?<=\.)\s/, 1)
  const statement = mentionsWithdrawal.test(comment)
    ? comment
    : [opening, textOf(entry, 'title')].find((text) => announcesWithdrawal.test(text))
  if (statement === undefined) return undefined
  return new CommandFailed(
    `Unexpected withdrawn paper \`${id}\` (\`${statement.replaceAll('`', "'")}\`), expected one that its authors stand by. Choose another paper.`,
  )
}
