import type { Heading, Root, RootContent } from 'mdast'
import { toString as headingText } from 'mdast-util-to-string'
import { type BodyFault, parseBody } from './body.ts'
import { type FrontMatter, parseFrontMatter } from './front-matter.ts'
import { type Excess, excessNesting, excessOf } from './limits.ts'
import { withoutBom } from './place.ts'

/** The heading of the curator's notes in an entry. */
export const notesHeading = 'Notes'

/** A parsed entry or page. Nothing in it has been validated yet. */
export interface EntryFile {
  /** The file, relative to the project's root, with forward slashes. */
  path: string
  /** The entry's id: the file's name without `.mdx`. */
  id: string
  source: string
  frontMatter: FrontMatter
  /** The whole body. The signs in `bodyFaults` are text in it; it is empty if parsing failed. */
  body: Root
  /** The authors' words: everything before the notes. */
  abstract: Root
  /** The curator's words; absent if there are none. */
  notes?: Root
  /** The signs in the body that MDX would take for code, and the place at which parsing failed. */
  bodyFaults: readonly BodyFault[]
  /** Why the file was not parsed, if it is too large or too deeply nested. */
  excess?: Excess
}

/** Whether a node is the heading of the notes. */
export function isNotesHeading(node: RootContent): node is Heading {
  return node.type === 'heading' && node.depth === 2 && headingText(node).trim() === notesHeading
}

/** Parses an entry or a page. Never throws; faults are in the result. */
export function parseEntryFile(path: string, source: string): EntryFile {
  const text = withoutBom(source)
  const excess = excessOf(text)
  const frontMatter = parseFrontMatter(excess ? '' : text)
  const file: EntryFile = {
    path,
    id: path.replace(/^.*\//, '').replace(/\.mdx$/, ''),
    source,
    frontMatter,
    body: root([]),
    abstract: root([]),
    bodyFaults: [],
    ...(excess && { excess }),
  }
  if (excess) return file
  const { body, faults } = parseBody(bodyInPlace(text, frontMatter.bodyStart))
  const tooDeep = excessNesting(body)
  if (tooDeep) return { ...file, excess: tooDeep }
  file.body = body
  file.bodyFaults = faults
  const { children } = file.body
  const split = children.findIndex(isNotesHeading)
  file.abstract = root(split < 0 ? children : children.slice(0, split))
  if (split >= 0) file.notes = root(children.slice(split + 1))
  return file
}

function root(children: RootContent[]): Root {
  return { type: 'root', children }
}

/**
 * The body, with blank lines in place of the front matter, so that places in the tree are places in the file. A carriage return
 * without a line feed becomes a space, because only Markdown would count it as a line ending.
 */
function bodyInPlace(text: string, bodyStart: number): string {
  const lines = text.slice(0, bodyStart).split('\n').length - 1
  return '\n'.repeat(lines) + text.slice(bodyStart).replace(/\r(?!\n)/g, ' ')
}
