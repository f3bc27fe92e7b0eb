import type { Heading, Root } from 'mdast'
import { Document, isScalar, isSeq, type YAMLMap } from 'yaml'
import { type EntryFacts, factNames } from '../model/entry.ts'
import { notesHeading } from './entry-file.ts'
import { writeProse } from './processor.ts'

/** The longest line for a list in front matter, in characters. In a longer list each item gets its own line. */
const longestListLine = 100

const alwaysQuoted = new Set(['title', 'evidence'])

/** The content of an entry's file. */
export interface EntryContent {
  facts: Partial<EntryFacts>
  abstract: Root
  notes?: Root
}

/**
 * Writes an entry in canonical form: facts in the order of the schema, lists on one line if they fit, quotes only where
 * YAML needs them and around title and evidence, one blank line between blocks, and a line feed at the end.
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

/** Writes facts as canonical YAML, without the `---` lines. */
function writeFrontMatter(facts: Partial<EntryFacts>): string {
  return factNames
    .filter((name) => facts[name] !== undefined)
    .map((name) => writeFact(name, facts[name]))
    .join('')
}

function writeFact(name: string, value: unknown): string {
  const line = Array.isArray(value) ? print(name, value, true) : ''
  const fits = line.length <= longestListLine + 1 && line.indexOf('\n') === line.length - 1
  return line && fits ? line : print(name, value, false)
}

function print(name: string, value: unknown, flow: boolean): string {
  // The core schema and YAML 1.1 decide what needs quotes, so that every YAML parser reads the same strings.
  const document = new Document({ [name]: value }, { compat: 'yaml-1.1', schema: 'core' })
  const node: unknown = (document.contents as YAMLMap).get(name, true)
  if (isSeq(node)) node.flow = flow
  for (const item of alwaysQuoted.has(name) ? (isSeq(node) ? node.items : [node]) : [])
    if (isScalar(item)) item.type = 'QUOTE_DOUBLE'
  return document
    .toString({ flowCollectionPadding: false, indentSeq: true, lineWidth: 0 })
    .replace(/^(published|added| {2}date|volume|issue|pages): "([\d-]+)"$/m, '$1: $2')
}
