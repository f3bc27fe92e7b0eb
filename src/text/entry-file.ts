import type { Heading, Root, RootContent } from 'mdast'
import { toString as headingText } from 'mdast-util-to-string'
import { type BodyFault, parseBody } from './body.ts'
import { type FrontMatter, parseFrontMatter } from './front-matter.ts'
import { type Excess, excessNesting, excessOf } from './limits.ts'
import { withoutBom } from './place.ts'

/** The heading under which an entry holds the curator's words. */
export const notesHeading = 'Notes'

/** An entry's file as read: nothing in it is trusted yet, nothing of it has been run. */
export interface EntryFile {
  /** The file, relative to the project's root, with forward slashes. */
  path: string
  /** The entry's id: the file's name without `.mdx`. */
  id: string
  source: string
  frontMatter: FrontMatter
  /** The whole body, with the signs at `bodyFaults` read as text; empty when MDX has no reading even so. */
  body: Root
  /** The authors' words: everything before the notes. */
  abstract: Root
  /** The curator's words; absent when there is no such section. */
  notes?: Root
  /** Where MDX has no reading for the body: signs that it takes for code. */
  bodyFaults: readonly BodyFault[]
  /** What there is too much of; then nothing else of the file has been read. */
  excess?: Excess
}

/** Whether a node is the heading that begins the notes. */
export function isNotesHeading(node: RootContent): node is Heading {
  return node.type === 'heading' && node.depth === 2 && headingText(node).trim() === notesHeading
}

/** Reads the text of an entry's file into its parts. Never throws: faults are recorded in the result. */
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
 * The body with the front matter blanked out, so that places in the tree are places in the file. A return without a line
 * feed, which Markdown alone would count as a line, is a space in it.
 */
function bodyInPlace(text: string, bodyStart: number): string {
  const lines = text.slice(0, bodyStart).split('\n').length - 1
  return '\n'.repeat(lines) + text.slice(bodyStart).replace(/\r(?!\n)/g, ' ')
}
