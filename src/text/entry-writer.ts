import type { Heading, Root } from 'mdast'
import { Document, isScalar, isSeq, type YAMLMap } from 'yaml'
import { type EntryFacts, factNames } from '../model/entry.ts'
import { notesHeading } from './entry-file.ts'
import { writeProse } from './processor.ts'

/** The longest line that a list in front matter may take before each item gets a line of its own, in characters. */
const longestListLine = 100

const alwaysQuoted = new Set(['title', 'evidence'])

/** What an entry's file holds, apart from its name. */
export interface EntryContent {
  facts: Partial<EntryFacts>
  abstract: Root
  notes?: Root
}

/**
 * An entry in canonical form: facts in the order of the schema, a list on one line where it fits, quotes only where
 * YAML or a reader needs them, one blank line between blocks, a line feed at the end.
 */
export function writeEntryFile({ facts, abstract, notes }: EntryContent): string {
  const heading: Heading = {
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value: notesHeading }],
  }
  const body: Root = {
    type: 'root',
    children: notes ? [...abstract.children, heading, ...notes.children] : abstract.children,
  }
  return `---\n${writeFrontMatter(facts)}---\n\n${writeProse(body)}`
}

/** Facts as canonical YAML, without the fences. */
function writeFrontMatter(facts: Partial<EntryFacts>): string {
  return factNames
    .filter((name) => facts[name] !== undefined)
    .map((name) => writeFact(name, facts[name]))
    .join('')
}

function writeFact(name: string, value: unknown): string {
  const fits = Array.isArray(value) && `${name}: [${value.join(', ')}]`.length <= longestListLine
  if (!fits) return print(name, value, false)
  const line = print(name, value, true)
  return line.length <= longestListLine + 1 && line.indexOf('\n') === line.length - 1
    ? line
    : print(name, value, false)
}

function print(name: string, value: unknown, flow: boolean): string {
  // The core schema decides what needs quotes, so that other YAML readers see the same strings as we do.
  const document = new Document({ [name]: value }, { compat: 'yaml-1.1', schema: 'core' })
  const node: unknown = (document.contents as YAMLMap).get(name, true)
  if (isSeq(node)) node.flow = flow
  for (const item of alwaysQuoted.has(name) ? (isSeq(node) ? node.items : [node]) : [])
    if (isScalar(item)) item.type = 'QUOTE_DOUBLE'
  return document
    .toString({ flowCollectionPadding: false, indentSeq: true, lineWidth: 0 })
    .replace(/^(published|added| {2}date|volume|issue|pages): "([\d-]+)"$/m, '$1: $2')
}
