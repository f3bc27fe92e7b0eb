import { parseXml, type XmlElement, XmlError, type XmlNode } from '@rgrove/parse-xml'
import { foldSpace } from '../../src/text/plain-letters.ts'

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
